package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import newsmill.article.Article;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pages of {@code verdicts/}: what a page's body is stands at the start of its name. */
class BodyJudgeTest {
    private final ArticleExtractor extractor = ArticleExtractor.standard();

    @TestFactory
    Stream<DynamicTest> saysWhatStandsOnThePage() throws IOException, URISyntaxException {
        Path folder = Path.of(BodyJudgeTest.class.getResource("verdicts").toURI());
        List<Path> pages;
        try (Stream<Path> files = Files.list(folder)) {
            pages = files.sorted().toList();
        }
        assertTrue(pages.size() >= 30);
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> judge(page)));
    }

    private void judge(Path page) {
        try {
            String name = page.getFileName().toString();
            Article article = extractor.extract(Page.of("https://news.example.com/" + name, Files.readAllBytes(page)));
            String verdict = article.bodyVerdict().name().toLowerCase(Locale.ROOT);
            assertEquals(name.substring(0, name.indexOf('-')).replace(".html", ""), verdict, article.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
