package newsmill.ingest.source;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/**
 * A text as a source gives it.
 *
 * @param text as it stands
 * @param html whether tags and character references in it mean something
 * @param base what its relative links are relative to
 */
public record Markup(String text, boolean html, String base) {
    private static final Document.OutputSettings AS_IT_STANDS = new Document.OutputSettings().prettyPrint(false);

    /** A text that may or may not be HTML: feeds often don't say. */
    static Markup guessed(String text, String base) {
        if (hasTags(text)) {
            return new Markup(text, true, base);
        }
        return new Markup(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false), false, base);
    }

    /** The words alone, on one line. */
    public String plain() {
        String words = html ? Jsoup.parseBodyFragment(text).text() : text;
        return words.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** The text with harmless markup only and absolute links; inert wherever it is shown as HTML or text. */
    public String clean() {
        return html
                ? Jsoup.clean(text, base == null ? "" : base, Safelist.relaxed(), AS_IT_STANDS)
                        .strip()
                : text.strip();
    }

    private static boolean hasTags(String text) {
        int open = text.indexOf('<');
        return open >= 0 && text.indexOf('>', open) > 0;
    }
}
