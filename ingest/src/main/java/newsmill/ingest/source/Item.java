package newsmill.ingest.source;

import java.util.List;

/**
 * What a source says about one article. What it does not say is null.
 *
 * @param url absolute address of the article, or null
 * @param guid the source's own name for it
 * @param title plain text
 * @param published ISO 8601: a date-time with an offset, or a date
 * @param updated as {@code published}
 * @param byline authors as the source gives them
 * @param summary the short text
 * @param content the whole text
 * @param language BCP 47
 */
public record Item(
        String url,
        String guid,
        String title,
        String published,
        String updated,
        List<String> byline,
        Markup summary,
        Markup content,
        String language) {
    public Item {
        byline = byline == null ? List.of() : List.copyOf(byline);
    }

    /** An item of which no more is known than its address and perhaps its title and date. */
    public static Item of(String url, String title, String published) {
        return new Item(url, null, title, published, null, null, null, null, null);
    }
}
