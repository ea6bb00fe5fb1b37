package newsmill.ingest.extract;

import java.time.Instant;
import newsmill.article.Source;

/**
 * A fetched page, as the extractor needs it.
 *
 * @param url the address it came from, after redirects
 * @param content the bytes as served, after content decoding (gzip and the like)
 * @param contentType the Content-Type header, or null
 * @param fetched when it was fetched, or null
 * @param source where the link was found, or null
 * @param feedTitle the title the feed gave, or null
 * @param feedPublished the date the feed gave, ISO 8601, or null
 */
public record Page(
        String url,
        byte[] content,
        String contentType,
        Instant fetched,
        Source source,
        String feedTitle,
        String feedPublished) {
    /** A page of which no more is known than its address and bytes. */
    public static Page of(String url, byte[] content) {
        return new Page(url, content, null, null, null, null, null);
    }
}
