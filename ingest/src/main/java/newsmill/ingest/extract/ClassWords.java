package newsmill.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
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

    /** Words, and pairs of neighbours with a hyphen between. */
    private static final PhraseTree WORDS = new PhraseTree();
    /** What a long word may hold. */
    private static final PhraseTree PARTS = new PhraseTree();

    private static final int LONGEST = 400;
    /** Shorter words hold no parts. */
    private static final int LONG_WORD = 7;

    static {
        for (String line : Resources.lines("class-words.txt")) {
            int colon = line.indexOf(':');
            long bit = Sign.valueOf(line.substring(0, colon).strip()).bit();
            for (String word : line.substring(colon + 1).strip().split("\\s+")) {
                if (word.startsWith("*")) {
                    PARTS.add(word.substring(1), bit);
                } else {
                    WORDS.add(word, bit);
                }
            }
        }
    }

    /** Cut to nothing, as is done for screen readers. */
    private static final Pattern CLIPPED = Pattern.compile("clip: ?rect\\([01 ,px]*\\)|clip-path: ?inset\\((50|100)%");

    /**
     * What one attribute's value comes to.
     *
     * @param shape a number that values share which differ in digits only
     */
    private record Name(long signs, int shape) {
        static final Name NONE = of("");
        private static final int LONGEST_SHAPE = 60;

        static Name of(String value) {
            int shape = 7;
            for (int i = 0; i < value.length() && i < LONGEST_SHAPE; i++) {
                char c = value.charAt(i);
                shape = c >= '0' && c <= '9' ? shape : shape * 31 + c;
            }
            return new Name(read(value), shape);
        }
    }

    private final Map<String, Name> seen = new HashMap<>(1024);

    /** A number that elements share whose classes differ in digits only. */
    int shape(Attributes attributes) {
        return attributes == null ? Name.NONE.shape : name(attributes.get("class")).shape;
    }

    private Name name(String value) {
        return seen.computeIfAbsent(value, Name::of);
    }

    /** The attributes of an element, or null if it has none. */
    static Attributes attributes(Element element) {
        return element.attributesSize() == 0 ? null : element.attributes();
    }

    /** The signs of an element's own names, as bits, by its attributes (null if there are none). */
    long of(Attributes attributes) {
        if (attributes == null) {
            return 0;
        }
        long signs = 0;
        int left = 40;
        for (Attribute attribute : attributes) {
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
                        "aria-label" -> signs |= name(attribute.getValue()).signs;
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
        int length = Math.min(value.length(), LONGEST);
        int start = -1;
        PhraseTree.Node word = null;
        PhraseTree.Node pair = null;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? value.charAt(i) : ' ';
            // Most are settled by this comparison.
            boolean small = c >= 'a' && c <= 'z';
            boolean letter = small || Character.isLetter(c);
            boolean hump = letter
                    && !small
                    && start >= 0
                    && Character.isUpperCase(c)
                    && Character.isLowerCase(value.charAt(i - 1));
            if (start >= 0 && (!letter || hump)) {
                long whole = PhraseTree.kinds(word);
                signs |= whole != 0 ? whole : parts(value, start, i);
                signs |= PhraseTree.kinds(pair);
                pair = PhraseTree.next(word, '-');
                start = -1;
            }
            if (letter) {
                char lower = small ? c : Character.toLowerCase(c);
                word = start < 0 ? WORDS.first(lower) : PhraseTree.next(word, lower);
                pair = PhraseTree.next(pair, lower);
                start = start < 0 ? i : start;
            } else if (Character.isWhitespace(c)) {
                pair = null;
            }
        }
        return signs;
    }

    private static long parts(String value, int start, int end) {
        if (end - start < LONG_WORD) {
            return 0;
        }
        long signs = 0;
        for (int i = start; i < end; i++) {
            signs |= PARTS.at(value, i, end);
        }
        return signs;
    }
}
