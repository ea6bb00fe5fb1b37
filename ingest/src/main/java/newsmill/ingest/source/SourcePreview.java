package newsmill.ingest.source;

import java.util.List;
import java.util.stream.Stream;

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
     */
    public static Stream<SourcePreview> of(String file, SourceContent content) {
        return content.items().stream().map(item -> of(file, item));
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
}
