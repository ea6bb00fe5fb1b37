package newsmill.ingest.source;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what a source served, whatever its format. Pure and thread-safe. */
public final class SourceFormat {
    private SourceFormat() {}

    /**
     * What the document says.
     *
     * @param bytes as served, after content decoding
     * @param contentType the Content-Type header, or null
     * @param url where it came from, or null; relative links are relative to it
     * @param type what the source is said to be; {@code AUTO} looks at the document
     * @throws UnreadableSource if it is none of the formats, or not the one it is said to be
     */
    public static SourceContent read(byte[] bytes, String contentType, String url, SourceType type)
            throws UnreadableSource {
        return read(bytes, contentType, url, type, null);
    }

    /**
     * What the document says.
     *
     * @param pattern which links of a listing page are articles, as in {@link SourceEntry#pattern}; or null
     */
    public static SourceContent read(byte[] bytes, String contentType, String url, SourceType type, String pattern)
            throws UnreadableSource {
        LinkPattern articles = pattern == null ? null : LinkPattern.of(pattern);
        String text = SourceText.decode(Unpacked.of(bytes), contentType);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new UnreadableSource("empty document");
        }
        if (type == SourceType.PAGE) {
            return ListingFormat.read(text, url, articles);
        }
        if (start.charAt(0) == '{') {
            return JsonFeedFormat.read(start, url);
        }
        boolean lines = start.startsWith("http://") || start.startsWith("https://");
        if (type == SourceType.SITEMAP && start.charAt(0) != '<' || type == SourceType.AUTO && lines) {
            return SitemapFormat.readLines(text);
        }
        return xml(text, start, url, type, articles);
    }

    private static SourceContent xml(String text, String start, String url, SourceType type, LinkPattern articles)
            throws UnreadableSource {
        Document document = FeedFormat.parse(start, url);
        Element sitemap = SitemapFormat.root(document);
        if (sitemap != null) {
            return SitemapFormat.read(sitemap, url);
        }
        Element feed = FeedFormat.root(document);
        if (feed != null) {
            return FeedFormat.read(feed, url);
        }
        if (type == SourceType.AUTO && document.selectFirst("html, body") != null) {
            return ListingFormat.read(text, url, articles);
        }
        throw new UnreadableSource("neither a feed nor a sitemap: begins with '"
                + start.substring(0, Math.min(40, start.length())).replaceAll("\\p{Cntrl}", " ") + "'");
    }
}
