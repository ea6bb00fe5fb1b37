package newsmill.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * The texts of feeds. Atom says by attributes what a text is, and by saying nothing that it is plain; RSS leaves it to
 * be guessed.
 */
final class FeedMarkup {
    private FeedMarkup() {}

    /**
     * What an element holds, or null if that is no text.
     *
     * @param document the feed's own address, which relative addresses fall back to
     */
    static Markup of(Element element, String document) {
        String type = type(element);
        if (type.startsWith("multipart/")) {
            Element form = alternative(element);
            return form == null ? null : of(form, document);
        }
        if (element.childrenSize() > 0) {
            boolean declared = type.contains("xhtml") && FeedNames.atom(element);
            Element whole = declared ? withoutDiv(element) : element;
            return new Markup(LegalText.of(InlineMarkup.inside(whole, document)), true, XmlBase.of(whole, document));
        }
        // A reference may stand for a character that is none.
        String text = withoutCdata(LegalText.of(element.wholeText()).strip());
        String base = XmlBase.of(element, document);
        boolean base64 = element.attr("mode").strip().equalsIgnoreCase("base64");
        return base64 ? binary(text, type, base) : said(element, text, type, base);
    }

    /** A section escaped twice, or within another: its marks are in the text. */
    private static String withoutCdata(String text) {
        return text.contains("<![CDATA[") ? text.replace("<![CDATA[", "").replace("]]>", "") : text;
    }

    private static Markup said(Element element, String text, String type, String base) {
        return switch (type) {
            case "text", "text/plain", "plain" -> new Markup(text, false, base);
            case "html", "text/html", "xhtml", "application/xhtml+xml" -> new Markup(text, true, base);
            default ->
                !FeedNames.atom(element)
                        ? Markup.guessed(text, base)
                        : isText(type) ? new Markup(text, false, base) : binary(text, type, base);
        };
    }

    /** RFC 4287, 4.1.3.3: no type is "text"; XML types and {@code text/*} stand as they are; all else is Base64. */
    private static boolean isText(String type) {
        return type.isEmpty()
                || type.startsWith("text/")
                || type.endsWith("/xml")
                || type.endsWith("+xml")
                || type.endsWith("json")
                || type.indexOf('/') < 0;
    }

    private static Markup binary(String text, String type, String base) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
            return type.equals("text/plain") || type.equals("text")
                    ? new Markup(decoded, false, base)
                    : Markup.guessed(decoded, base);
        } catch (IllegalArgumentException e) {
            return Markup.guessed(text, base);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String type(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }

    /** Atom 0.3: one content in several forms; the richest that can be shown, or null. */
    private static Element alternative(Element element) {
        Element best = null;
        for (Element child : element.children()) {
            if (FeedNames.of(child).equals("content") && !type(child).startsWith("multipart/")) {
                best = best == null
                                || type(child).contains("html") && !type(best).contains("html")
                        ? child
                        : best;
            }
        }
        return best;
    }

    /** RFC 4287, 3.1.1.3: the div that XHTML must stand in is not part of it. */
    static Element withoutDiv(Element element) {
        Element only = element.childrenSize() == 1 ? element.child(0) : null;
        return only != null && only.tag().localName().equalsIgnoreCase("div") ? only : element;
    }
}
