package newsmill.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import newsmill.article.Json;

/**
 * One item of a source as a line of JSON: what a user looks at before adding the source.
 *
 * @param file the document as the user named it
 * @param url absolute where the document says enough
 * @param guid the source's own name for it
 * @param title plain text
 * @param published ISO 8601
 * @param updated ISO 8601
 * @param byline authors
 * @param summary harmless HTML, or text
 * @param content harmless HTML, or text
 * @param language BCP 47
 */
public record SourcePreview(
        String file,
        String url,
        String guid,
        String title,
        String published,
        String updated,
        List<String> byline,
        String summary,
        String content,
        String language) {
    /**
     * The items of a document, in its order.
     *
     * @param file the document as the user named it
     * @param bytes as served, after content decoding
     * @param contentType the Content-Type header, or null
     * @param url where it came from, or null for a file
     * @throws UnreadableSource if it is no source
     */
    public static Stream<SourcePreview> of(String file, byte[] bytes, String contentType, String url)
            throws UnreadableSource {
        return SourceFormat.read(bytes, contentType, url, SourceType.AUTO).items().stream()
                .map(item -> of(file, item));
    }

    private static SourcePreview of(String file, Item item) {
        return new SourcePreview(
                file,
                item.url(),
                item.guid(),
                item.title(),
                item.published(),
                item.updated(),
                item.byline(),
                item.summary() == null ? null : item.summary().clean(),
                item.content() == null ? null : item.content().clean(),
                item.language());
    }

    /** The line, without its end. */
    public String json() {
        return new String(Json.write(this), StandardCharsets.UTF_8);
    }
}
