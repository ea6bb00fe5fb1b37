package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import newsmill.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotenceTest {
    private final ArticleExtractor extractor = ArticleExtractor.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok-english",
                "ok-german",
                "ok-french",
                "ok-brief",
                "ok-about-cookie-law",
                "paywall-english-teaser"
            })
    void extractingAnExtractedPageGivesTheSameText(String name) throws IOException {
        try (InputStream in = IdempotenceTest.class.getResourceAsStream("verdicts/" + name + ".html")) {
            Article first = extractor.extract(Page.of("https://news.example.com/a", in.readAllBytes()));
            Article second = extractor.extract(Page.of("https://news.example.com/a", plainPage(first)));
            assertEquals(first.body(), second.body());
            assertEquals(first.title(), second.title());
        }
    }

    /** The article as the simplest of pages. */
    private static byte[] plainPage(Article article) {
        StringBuilder html = new StringBuilder("<html><head><title>")
                .append(article.title())
                .append("</title></head><body><article><h1>")
                .append(article.title())
                .append("</h1>");
        for (String paragraph : article.body().split("\n\n")) {
            html.append("<p>")
                    .append(paragraph.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</p>\n");
        }
        return html.append("</article></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
