package newsmill.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The texts of feeds: Atom says by attributes what a text is, RSS leaves it to be guessed. */
final class FeedMarkup {
    private FeedMarkup() {}

    static Markup of(Element element, String base) {
        String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        String mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
        String text = element.wholeText().strip();
        if (mode.equals("base64")) {
            text = base64(text);
        }
        if (type.equals("xhtml") || mode.equals("xml") && element.childrenSize() > 0) {
            return new Markup(inner(element), true, base);
        }
        if (element.childrenSize() > 0) {
            // Markup that should have been escaped.
            return new Markup(element.html(), true, base);
        }
        return switch (type) {
            case "text", "text/plain" -> new Markup(text, false, base);
            case "html", "text/html", "application/xhtml+xml" -> new Markup(text, true, base);
            default -> Markup.guessed(text, base);
        };
    }

    /** RFC 4287, 3.1.1.3: the content of the one XHTML div, without the div. */
    private static String inner(Element element) {
        Element only = element.childrenSize() == 1 ? element.child(0) : null;
        boolean div = only != null && only.tag().localName().equals("div");
        return (div ? only : element).html().replaceAll("(</?)[a-zA-Z0-9]+:", "$1");
    }

    private static String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
