package newsmill.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import newsmill.article.Article;
import newsmill.article.EnrichedArticle;
import newsmill.enrich.Enricher;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import org.junit.jupiter.api.Test;

/** What is measured is real work: the pages hold the articles, and the articles hold what there is to tag. */
class PagesTest {
    @Test
    void articlesHaveFourThousandCharactersAndAreAlwaysTheSame() {
        double length = IntStream.range(0, 200)
                .map(n -> Articles.number(n).body().length())
                .average()
                .orElse(0);
        assertTrue(length > 3_600 && length < 4_600, length + " characters");
        assertEquals(Articles.number(7), Articles.number(7));
    }

    @Test
    void extractorFindsTheArticleOnItsPage() {
        ArticleExtractor extractor = ArticleExtractor.standard();
        for (int n = 0; n < 20; n++) {
            Article article = Articles.number(n);
            Article extracted = extractor.extract(Page.of(article.url(), Pages.number(n)));
            assertEquals(article.title(), extracted.title());
            assertTrue(extracted.body().contains(article.body()), "page " + n);
        }
    }

    @Test
    void everyArticleHasCountriesAndQuotes() {
        Enricher enricher = Enricher.standard();
        for (int n = 0; n < 20; n++) {
            EnrichedArticle enriched = enricher.enrich(Articles.number(n));
            assertFalse(enriched.countries().isEmpty(), "article " + n);
            assertFalse(enriched.quotes().isEmpty(), "article " + n);
        }
    }
}
