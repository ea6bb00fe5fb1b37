package newsmill.ingest.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;

/**
 * A text as a source gives it.
 *
 * @param text as it stands
 * @param html whether tags and character references in it mean something
 * @param base what its relative links are relative to; empty or null if that is not known
 */
public record Markup(String text, boolean html, String base) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Document.OutputSettings AS_IT_STANDS = new Document.OutputSettings().prettyPrint(false);

    /** Resolves what is relative only to see that it is harmless. */
    private static final String NOWHERE = "https://nowhere.invalid/";

    /** Tags of other days, or of other vocabularies within HTML. */
    private static final Set<String> MORE_TAGS =
            Set.of("applet", "blink", "math", "nobr", "picture", "slot", "spacer", "svg", "template");

    private static final Safelist HARMLESS = harmless();
    private static final Safelist HARMLESS_RELATIVE = harmless().preserveRelativeLinks(true);

    private static Safelist harmless() {
        return Safelist.relaxed()
                .addTags("abbr", "acronym", "address", "article", "aside", "bdi", "bdo", "big", "del", "dfn")
                .addTags("figcaption", "figure", "hr", "ins", "kbd", "mark", "rp", "rt", "ruby", "s", "samp")
                .addTags("section", "time", "tt", "var", "wbr")
                .addTags("area", "audio", "center", "details", "font", "footer", "header", "main", "map", "nav")
                .addTags("picture", "source", "summary", "track", "video")
                .addAttributes(":all", "dir", "lang", "title")
                .addAttributes("time", "datetime")
                .addAttributes("area", "alt", "coords", "href", "shape")
                .addAttributes("audio", "controls", "src")
                .addAttributes("del", "cite", "datetime")
                .addAttributes("ins", "cite", "datetime")
                .addAttributes("map", "name")
                .addAttributes("source", "src", "type")
                .addAttributes("track", "kind", "src", "srclang")
                .addAttributes("video", "controls", "height", "poster", "src", "width")
                .addProtocols("area", "href", "http", "https", "mailto")
                .addProtocols("audio", "src", "http", "https")
                .addProtocols("del", "cite", "http", "https")
                .addProtocols("ins", "cite", "http", "https")
                .addProtocols("source", "src", "http", "https")
                .addProtocols("track", "src", "http", "https")
                .addProtocols("video", "src", "http", "https")
                .addProtocols("video", "poster", "http", "https");
    }

    /** A text that may or may not be HTML: feeds often don't say. */
    static Markup guessed(String text, String base) {
        if (hasTags(text)) {
            return new Markup(text, true, base);
        }
        String words = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        // What speaks of tags stays HTML: unescaped it would be taken for them.
        return hasTags(words) ? new Markup(text, true, base) : new Markup(words, false, base);
    }

    /** The words alone, on one line. */
    public String plain() {
        String words = html ? Jsoup.parseBodyFragment(text).text() : text;
        return BLANKS.matcher(words).replaceAll(" ").strip();
    }

    /** The text with harmless markup only and absolute links; inert wherever it is shown as what it is. */
    public String clean() {
        if (!html) {
            return text.strip();
        }
        boolean relative = base == null || base.isEmpty();
        return Jsoup.clean(text, relative ? NOWHERE : base, relative ? HARMLESS_RELATIVE : HARMLESS, AS_IT_STANDS)
                .strip();
    }

    /** Whether a tag of HTML's begins anywhere, or a comment; {@code a < b} and {@code <stdio.h>} are none. */
    private static boolean hasTags(String text) {
        int open = text.indexOf('<');
        while (open >= 0 && open + 1 < text.length()) {
            int start = text.charAt(open + 1) == '/' ? open + 2 : open + 1;
            int end = start;
            while (end < text.length() && end - start <= 12 && isOfName(text.charAt(end))) {
                end++;
            }
            boolean ends = end < text.length() && (text.charAt(end) <= ' ' || "/>".indexOf(text.charAt(end)) >= 0);
            if (text.startsWith("<!--", open)
                    || ends && isTag(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return text.indexOf('>', end) > 0;
            }
            open = text.indexOf('<', open + 1);
        }
        return false;
    }

    private static boolean isTag(String name) {
        return Tag.isKnownTag(name) || MORE_TAGS.contains(name);
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
