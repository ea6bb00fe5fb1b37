package newsmill.ingest.source;

import java.util.List;

/**
 * What a source served.
 *
 * @param format what it turned out to be: {@code rss}, {@code atom}, {@code json}, {@code sitemap}, {@code sitemapindex},
 *     {@code page}
 * @param title its own name
 * @param language BCP 47, or null
 * @param items in its order
 * @param parts further documents of the same source that hold more items: a sitemap index's sitemaps
 * @param hints how often it says it changes
 */
public record SourceContent(
        String format, String title, String language, List<Item> items, List<Part> parts, Hints hints) {
    public SourceContent {
        items = List.copyOf(items);
        parts = List.copyOf(parts);
    }

    /** A further document of a source. @param modified ISO 8601, or null */
    public record Part(String url, String modified) {}
}
