package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What articles' addresses look like is learned from the page, or told by the operator. */
class ListingFormatTest {
    private static final String NAVIGATION = """
            <nav><a href="/">Home</a><a href="/politics">Politics</a><a href="/sport">Sport</a>
            <a href="/arts-culture">Arts and culture</a><a href="/about/team">Our team</a>
            <a href="/tag/harbour-bridge-repairs-2026">More on the long repairs of the harbour bridge</a>
            <a href="/author/bo-lindqvist">All articles by our reporter Bo Lindqvist</a>
            <a href="https://other.example/news/2026/03/02/elsewhere-on-the-web">A headline that is somebody else's</a>
            <a href="/annual-report-2025.pdf">Read our annual report of the last year here</a></nav>
            """;

    private static List<String> list(String page, String pattern) throws UnreadableSource {
        byte[] bytes = ("<html lang=en><title>News</title><body>" + NAVIGATION + page).getBytes(StandardCharsets.UTF_8);
        return SourceFormat.read(bytes, "text/html", "https://paper.example/news", SourceType.PAGE, pattern)
                .items()
                .stream()
                .map(item -> item.url().replace("https://paper.example", ""))
                .toList();
    }

    private static String links(String... pathAndText) {
        return IntStream.range(0, pathAndText.length / 2)
                .mapToObj(i -> "<h3><a href='" + pathAndText[2 * i] + "'>" + pathAndText[2 * i + 1] + "</a></h3>")
                .collect(Collectors.joining("\n"));
    }

    @Test
    void datesAndSlugsNeedNoCompany() throws Exception {
        assertEquals(
                List.of("/2026/03/02/mayor-opens-bridge"),
                list(links("/2026/03/02/mayor-opens-bridge", "The mayor opens the new bridge"), null));
    }

    @Test
    void shortSlugsThatStandOnThePageAgainAndAgainWithHeadlinesAreArticles() throws Exception {
        assertEquals(
                List.of("/news/bridge-opens", "/news/ferry-returns", "/news/harbour-silent"),
                list(
                                links(
                                        "/news/bridge-opens", "The bridge opens a year later than planned",
                                        "/news/ferry-returns", "The ferry returns to the old harbour",
                                        "/news/harbour-silent", "Why it is so silent in the harbour now",
                                        "/news/live-weather", "Weather"),
                                null)
                        .stream()
                        .filter(path -> !path.contains("weather"))
                        .toList());
    }

    @Test
    void addressesThatDifferOnlyInTheirQueryAreArticles() throws Exception {
        assertEquals(
                List.of("/story.php?id=1201", "/story.php?id=1202", "/story.php?id=1203"),
                list(
                        links(
                                "/story.php?id=1201", "The council votes on the budget again",
                                "/story.php?id=1202", "A storm is expected on Thursday night",
                                "/story.php?id=1203", "Schools stay closed for another week",
                                "/list.php?page=2", "2",
                                "/list.php?page=3", "3",
                                "/list.php?page=4", "4"),
                        null));
    }

    @Test
    void codesThatSayNothingAreArticlesWhereHeadlinesStandOnThem() throws Exception {
        assertEquals(
                List.of("/a/xK3f9Qz", "/a/b8Tw2Lm", "/a/Zq7nR4c"),
                list(
                        links(
                                "/a/xK3f9Qz", "The council votes on the budget again",
                                "/a/b8Tw2Lm", "A storm is expected on Thursday night",
                                "/a/Zq7nR4c", "Schools stay closed for another week"),
                        null));
    }

    @Test
    void headlinesWithoutSpacesBetweenTheirWordsCountToo() throws Exception {
        assertEquals(
                3,
                list(
                                links(
                                        "/n/4411", "市議会は火曜日に新しい橋の建設を承認した、工事は来年始まる",
                                        "/n/4412", "台風が木曜日の夜に上陸する見込みで、学校は休校となる",
                                        "/n/4413", "港の修理はさらに一年かかると市長が記者会見で述べた"),
                                null)
                        .size());
    }

    @Test
    void navigationAloneGivesNothing() throws Exception {
        assertEquals(
                List.of(),
                list(
                        links(
                                "/region/north-coast",
                                "North",
                                "/region/south-coast",
                                "South",
                                "/region/west-coast",
                                "West",
                                "/region/east-coast",
                                "East"),
                        null));
    }

    @Test
    void imageAndHeadlineOfOneArticleAreOneLinkWithTheHeadline() throws Exception {
        String page = "<a href='/2026/03/02/mayor-opens-bridge#photo'><img src=x></a>"
                + "<a href='/2026/03/02/mayor-opens-bridge'>The mayor opens the new bridge</a>";
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        List<Item> items = SourceFormat.read(bytes, null, "https://paper.example/news", SourceType.PAGE)
                .items();
        assertEquals(1, items.size());
        assertEquals("The mayor opens the new bridge", items.get(0).title());
    }

    @Test
    void patternOfTheOperatorWins() throws Exception {
        String page = links(
                "/k/one", "One",
                "/k/two/comments", "Two",
                "/2026/03/02/mayor-opens-bridge", "The mayor opens the new bridge");
        assertEquals(List.of("/k/one"), list(page, "/k/*"));
        assertEquals(List.of("/k/one", "/k/two/comments"), list(page, "/k/**"));
        assertEquals(List.of("/k/one"), list(page, "/k/** !/**/comments"));
        assertEquals(List.of("/2026/03/02/mayor-opens-bridge"), list(page, "/#/#/#/*"));
    }

    @ParameterizedTest
    @CsvSource({
        "/news/*, /news/a-b, true",
        "/news/*, /news/a/b, false",
        "/news/*, /news/, true",
        "/news/**, /news/a/b, true",
        "/*-#, /late-goal-7781, true",
        "/*-#, /late-goal, false",
        "/s?id=#, /s?id=12, true",
        "/s?id=#, /s?id=, false",
        "**.html, /x/y/z.html, true",
    })
    void patternIsMatchedWhole(String pattern, String path, boolean matches) {
        assertEquals(matches, LinkPattern.of(pattern).matches(path));
    }

    @Test
    void patternThatIsNoneIsRefusedWithItsWords() {
        for (String wrong : List.of("", "news/*", "!/a", "/" + "a".repeat(600))) {
            String message = assertThrows(IllegalArgumentException.class, () -> LinkPattern.of(wrong))
                    .getMessage();
            assertTrue(message.startsWith("pattern '" + wrong), message);
        }
    }

    /** FAULTS 48. */
    @Test
    void patternsAndAddressesThatRepeatThemselvesEndSoon() {
        LinkPattern pattern = LinkPattern.of("/" + "*a".repeat(200) + "b");
        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertFalse(pattern.matches("/" + "a".repeat(8_000) + "c")));
    }
}
