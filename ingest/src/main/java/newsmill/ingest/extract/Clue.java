package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * An element that may bear a date, a name or a headline.
 *
 * @param signs what its own names say
 * @param box the block-level element it stands in, or is
 * @param at how many blocks of text came before it
 */
record Clue(Element element, long signs, Box box, int at) {
    private static final int LONGEST = 300;

    /** Parts paragraphs; unlike a line feed, no page has it in its source to keep lines short. */
    private static final String PARAGRAPH = "\u2029";

    /** Words of a post's own foot: its date and author, not other posts. */
    private static final int FOOT = 40;

    /** So many elements may lie around one date and hold nothing else. */
    private static final int WRAPPINGS = 4;

    /** Parts of the names of attributes that give dates. */
    private static final List<String> DATED = List.of("date", "time", "publish", "utime", "stamp", "-dt");

    /** Inline elements that part labels from names and dates, white space or not. */
    private static final java.util.Set<String> PARTS = java.util.Set.of("span", "a", "time", "label");

    /** The foot of a post is still the post. */
    private static final long STORY = ClassWords.Sign.POST.bit() | ClassWords.Sign.CONTENT.bit();

    private static final long ELSEWHERE = ClassWords.Sign.RELATED.bit()
            | ClassWords.Sign.COMMENT.bit()
            | ClassWords.Sign.SIDEBAR.bit()
            | ClassWords.Sign.TEASER.bit()
            | ClassWords.Sign.FOOTER.bit()
            | ClassWords.Sign.NAV.bit();

    /** True for what belongs to another article, a comment or the page's frame: such a box holds little of the prose. */
    boolean elsewhere(int mass) {
        return elsewhere(mass, ELSEWHERE);
    }

    /** The same of a headline, which may well be at the bottom of something, but in no page's foot. */
    boolean headlineElsewhere(int mass) {
        return elsewhere(mass, ELSEWHERE & ~ClassWords.Sign.FOOTER.bit());
    }

    private boolean elsewhere(int mass, long others) {
        if ((signs & (ClassWords.Sign.COMMENT.bit() | ClassWords.Sign.RELATED.bit())) != 0) {
            return true;
        }
        for (Box up = box; up != null; up = up.parent) {
            boolean small = up.mass * 10L <= mass * 3L;
            boolean frame = up.tag.equals("nav")
                    || up.tag.equals("aside")
                    || up.tag.equals("footer") && !(up.words <= FOOT && ofTheStory(up, mass));
            long signs = (up.signs & STORY) != 0 ? up.signs & ~ClassWords.Sign.FOOTER.bit() : up.signs;
            if (small && (frame || (signs & others) != 0)) {
                return true;
            }
        }
        return false;
    }

    /** True for an article, or what is in one, that holds most of the page's prose. */
    private static boolean ofTheStory(Box box, int mass) {
        for (Box up = box; up != null; up = up.parent) {
            if (up.tag.equals("article")) {
                return mass > 0 && up.mass * 2L >= mass;
            }
        }
        return false;
    }

    /** True for what stands by the headline, or else anywhere but {@link #elsewhere}. */
    boolean near(int titleAt, int mass) {
        boolean other = (signs & (ClassWords.Sign.COMMENT.bit() | ClassWords.Sign.RELATED.bit())) != 0;
        return titleAt >= 0 && at >= titleAt - 3 && at <= titleAt + 8 ? !other : !elsewhere(mass);
    }

    /** True if the other's element lies inside this one's. */
    boolean holds(Clue other) {
        Element up = other.element.parent();
        for (int steps = 0; steps < 8 && up != null; steps++, up = up.parent()) {
            if (up == element) {
                return true;
            }
        }
        return false;
    }

    /** The machine-readable value of a date element, or else its text. */
    String value() {
        for (String name : new String[] {"datetime", "content", "data-datetime", "data-date", "title"}) {
            String value = element.attr(name);
            if (!value.isBlank() && Character.isDigit(value.strip().charAt(0))) {
                return value;
            }
        }
        return text();
    }

    /**
     * What may give its date: attributes for machines, then what the titles say, then its text. An element that only wraps
     * another, say a link, speaks with its attributes too.
     */
    List<String> dateTexts() {
        List<String> out = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        Element each = element;
        for (int depth = 0; depth < WRAPPINGS && each != null; depth++, each = wrapped(each)) {
            addMachineDates(each, out);
            String title = each.attr("title");
            if (title.length() < LONGEST && title.chars().anyMatch(Character::isDigit)) {
                titles.add(title);
            }
        }
        out.addAll(titles);
        out.add(text());
        return out;
    }

    private static void addMachineDates(Element element, List<String> out) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            boolean change = key.contains("update") || key.contains("modif") || key.contains("re-");
            boolean named = key.equals("content") || !change && DATED.stream().anyMatch(key::contains);
            if (named && value.length() < LONGEST && value.chars().anyMatch(Character::isDigit)) {
                out.add(out.isEmpty() || !key.equals("datetime") ? out.size() : 0, value);
            }
        }
    }

    /** The only thing inside the element, if that is an element; or null. */
    private static Element wrapped(Element element) {
        Element only = null;
        for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
            boolean blank = node instanceof TextNode text && text.isBlank();
            if (!blank && (only != null || !(node instanceof Element))) {
                return null;
            }
            only = node instanceof Element inner ? inner : only;
        }
        return only;
    }

    /** The first 300 characters of its text, on one line; never null. */
    String text() {
        return oneLine(text(false, " "));
    }

    /** The same, a line for each paragraph; none is empty. */
    List<String> lines() {
        return Stream.of(text(false, PARAGRAPH).split(PARAGRAPH))
                .map(Text::line)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same of a headline, in which a span may begin inside a word, and a line may break between ideographs. */
    String headline() {
        return oneLine(text(true, " "));
    }

    private static String oneLine(String text) {
        String line = Text.line(text);
        return line == null ? "" : line;
    }

    /** {@code between} parts what stands in elements of their own. */
    private String text(boolean headline, String between) {
        StringBuilder out = new StringBuilder();
        Node node = element.firstChild();
        boolean parted = false;
        for (int steps = 0; node != null && node != element && out.length() < LONGEST && steps < 200; steps++) {
            boolean skip = false;
            if (node instanceof TextNode text) {
                String whole = text.getWholeText();
                if (headline && parted && runsOn(out, whole)) {
                    out.setLength(out.length() - 1);
                }
                parted = false;
                out.append(whole, 0, Math.min(LONGEST, whole.length()));
            } else if (node instanceof Element inner) {
                Html.Kind kind = Html.kind(inner);
                skip = kind == Html.Kind.SKIP;
                boolean part = kind != Html.Kind.INLINE || PARTS.contains(inner.normalName());
                parted = part && !parted && (kind == Html.Kind.INLINE || kind == Html.Kind.BREAK);
                out.append(!part ? "" : kind == Html.Kind.INLINE ? " " : between);
            }
            node = following(node, skip);
        }
        return out.toString();
    }

    /** True if the text goes on inside the word, or the line of ideographs, before the space that ends {@code out}. */
    private static boolean runsOn(StringBuilder out, String text) {
        if (out.length() < 2 || text.isEmpty()) {
            return false;
        }
        char before = out.charAt(out.length() - 2);
        char next = text.charAt(0);
        boolean word = Character.isLowerCase(before) && Character.isLowerCase(next);
        return word || han(before) && han(next);
    }

    /** Thai, Lao, Khmer and Burmese count as ideographs elsewhere, but part their phrases with spaces. */
    private static boolean han(char c) {
        return Text.ideograph(c) && c >= '\u3040';
    }

    private Node following(Node node, boolean skipChildren) {
        Node next = skipChildren ? null : node.firstChild();
        Node from = node;
        while (next == null && from != null && from != element) {
            next = from.nextSibling();
            from = next == null ? from.parentNode() : from;
        }
        return next;
    }
}
