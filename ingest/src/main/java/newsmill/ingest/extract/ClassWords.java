package newsmill.ingest.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What the class, id, role and itemprop of an element say about it, as a set of {@link Sign}s. The words of each sign
 * are listed in {@code class-words.txt}. One instance reads one page: spellings seen before are remembered.
 */
final class ClassWords {
    /** What a name can say. The order is part of the trained model. */
    enum Sign {
        SHARE,
        RELATED,
        TEASER,
        COMMENT,
        AUTHOR,
        NEWSLETTER,
        AD,
        NAV,
        FOOTER,
        SIDEBAR,
        CAPTION,
        TAGS,
        META,
        HEADLINE,
        STANDFIRST,
        CONSENT,
        PAYWALL,
        BODY,
        CONTENT,
        LIST,
        HIDDEN,
        EMBED,
        NOTE,
        TOOLS,
        POLL,
        HEADER,
        POST,
        UNSEEN;

        long bit() {
            return 1L << ordinal();
        }
    }

    /** Not of the page: what a site rule said of the element. */
    static final long KEPT_BY_RULE = 1L << 62;

    static final long DROPPED_BY_RULE = 1L << 61;

    private static final Map<String, Long> WORDS = new HashMap<>();
    /** What a long word may hold. */
    private static final PhraseTree PARTS = new PhraseTree();

    private static final int LONGEST = 400;
    /** Words that a pair begins with. */
    private static final Set<String> FIRSTS = new HashSet<>();

    static {
        for (String line : Resources.lines("class-words.txt")) {
            int colon = line.indexOf(':');
            long bit = Sign.valueOf(line.substring(0, colon).strip()).bit();
            for (String word : line.substring(colon + 1).strip().split("\\s+")) {
                if (word.startsWith("*")) {
                    PARTS.add(word.substring(1), bit);
                } else {
                    WORDS.merge(word, bit, (a, b) -> a | b);
                    if (word.indexOf('-') > 0) {
                        FIRSTS.add(word.substring(0, word.indexOf('-')));
                    }
                }
            }
        }
    }

    /** Cut to nothing, as is done for screen readers. */
    private static final Pattern CLIPPED = Pattern.compile("clip: ?rect\\([01 ,px]*\\)|clip-path: ?inset\\((50|100)%");

    private final Map<String, Long> seen = new HashMap<>();

    /** The signs of the element's own names, as bits. */
    long of(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        long signs = 0;
        int left = 40;
        for (Attribute attribute : element.attributes()) {
            if (left-- == 0) {
                break;
            }
            String key = attribute.getKey();
            switch (key) {
                case "class",
                        "id",
                        "role",
                        "itemprop",
                        "data-testid",
                        "data-component",
                        "data-type",
                        "data-qa",
                        "data-module",
                        "property",
                        "data-block",
                        "data-component-name",
                        "aria-label" -> signs |= seen.computeIfAbsent(attribute.getValue(), ClassWords::read);
                case SiteRule.KEEP -> signs |= KEPT_BY_RULE;
                case SiteRule.DROP -> signs |= DROPPED_BY_RULE;
                case "hidden" -> signs |= Sign.HIDDEN.bit();
                case "style" -> signs |= hides(attribute.getValue()) ? Sign.HIDDEN.bit() | Sign.UNSEEN.bit() : 0;
                case "aria-hidden" -> signs |= attribute.getValue().equals("true") ? Sign.HIDDEN.bit() : 0;
                default -> {}
            }
        }
        return signs;
    }

    private static boolean hides(String style) {
        if (style.length() >= LONGEST) {
            return false;
        }
        int at = style.indexOf("display");
        if (at >= 0) {
            String rest = style.substring(at + 7).replace(" ", "");
            return rest.startsWith(":none");
        }
        return style.contains("clip") && CLIPPED.matcher(style).find();
    }

    /** The signs of one attribute's value: its words, pairs of neighbouring words, and parts of long words. */
    static long read(String value) {
        long signs = 0;
        String before = "";
        int length = Math.min(value.length(), LONGEST);
        int start = -1;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? value.charAt(i) : ' ';
            boolean letter = Character.isLetter(c);
            boolean hump =
                    letter && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(value.charAt(i - 1));
            if (start >= 0 && (!letter || hump)) {
                String word = value.substring(start, i).toLowerCase(java.util.Locale.ROOT);
                signs |= word(word);
                signs |= before.isEmpty() ? 0 : WORDS.getOrDefault(before + "-" + word, 0L);
                before = FIRSTS.contains(word) ? word : "";
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
            if (!letter && i < length && Character.isWhitespace(c)) {
                before = "";
            }
        }
        return signs;
    }

    private static long word(String word) {
        Long whole = WORDS.get(word);
        if (whole != null) {
            return whole;
        }
        long signs = 0;
        if (word.length() > 6) {
            for (int i = 0; i < word.length(); i++) {
                signs |= PARTS.at(word, i);
            }
        }
        return signs;
    }
}
