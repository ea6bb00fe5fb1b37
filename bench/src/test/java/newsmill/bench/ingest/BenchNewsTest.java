package newsmill.bench.ingest;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import newsmill.article.Article;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import org.junit.jupiter.api.Test;

/** What is fetched is what it seems: ingest takes the same text at two addresses of a host for one article. */
class BenchNewsTest {
    @Test
    void storiesOfAHostHaveTextsOfTheirOwn() {
        assertNotEquals(story(3).contentHash(), story(403).contentHash());
    }

    private static Article story(int number) {
        String url = "http://127.1.0.3:8080/story-" + number;
        return ArticleExtractor.standard().extract(Page.of(url, new BenchNews().page(number, url)));
    }
}
