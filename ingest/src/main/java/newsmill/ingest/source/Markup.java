package newsmill.ingest.source;

import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/**
 * A text as a source gives it.
 *
 * @param text as it stands
 * @param html whether tags and character references in it mean something
 * @param base what its relative links are relative to
 */
public record Markup(String text, boolean html, String base) {
    /** A text that may or may not be HTML: feeds often don't say. */
    static Markup guessed(String text, String base) {
        return new Markup(text, looksLikeHtml(text), base);
    }

    /** The words alone, on one line. */
    public String plain() {
        String words = html ? Jsoup.parseBodyFragment(text).text() : text;
        return words.strip().replaceAll("\\s+", " ");
    }

    /** The text with harmless markup only and absolute links; inert wherever it is shown as HTML or text. */
    public String clean() {
        return html ? Jsoup.clean(text, base == null ? "" : base, Safelist.relaxed()) : text.strip();
    }

    private static boolean looksLikeHtml(String text) {
        int open = text.indexOf('<');
        if (open >= 0 && text.indexOf('>', open) > 0) {
            return true;
        }
        int and = text.indexOf('&');
        return and >= 0 && text.indexOf(';', and) > 0;
    }
}
