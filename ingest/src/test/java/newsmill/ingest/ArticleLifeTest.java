package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsmill.article.Article;
import newsmill.article.EventHeaders;
import org.junit.jupiter.api.Test;

/** FAULTS 18, 26, 31, 32: what becomes of an article after it was first published. */
class ArticleLifeTest extends CrawlTest {
    ArticleLifeTest() {
        super(Map.of());
    }

    private void publish(String path, LocalSite.Answer answer) {
        site.on(path, answer);
        crawl.link("{\"url\":\"" + site.url(path) + "\",\"source\":\"desk\"}");
        crawl.run(Duration.ofSeconds(20));
    }

    private static LocalSite.Answer story(String... about) {
        return LocalSite.html(Samples.page(
                "The bridge",
                java.util.Arrays.stream(about).map(Samples::paragraph).toArray(String[]::new)));
    }

    @Test
    void editedWordsAreRevisionsInOrder() {
        publish("/a", story("one"));
        Map<String, Duration> edits = new java.util.LinkedHashMap<>();
        edits.put("two", Duration.ofHours(2));
        edits.put("three", Duration.ofHours(6));
        edits.put("four", Duration.ofHours(24));
        edits.put("five", Duration.ofDays(8));
        edits.forEach((about, until) -> {
            site.on("/a", story(about));
            crawl.run(until);
        });

        assertEquals(
                List.of(1, 2, 3, 4, 5),
                crawl.articles().stream().map(Article::revision).toList());
        assertEquals(
                1, crawl.raw.stream().map(record -> record.key()).distinct().count());
        assertEquals("4", EventHeaders.get(crawl.raw.get(3).headers(), EventHeaders.REVISION));
    }

    @Test
    void whiteSpaceIsNoEdit() {
        publish("/a", story("one"));
        site.on(
                "/a",
                LocalSite.html(
                        Samples.page("The  bridge ", Samples.paragraph("one").replace(" ", " \n "))));
        crawl.run(Duration.ofDays(8));

        assertEquals(1, crawl.raw.size());
        assertEquals(5, site.count("/a"));
    }

    @Test
    void countersAndClocksBesideTheTextAreNoEdit() {
        for (int look = 0; look < 5; look++) {
            String counters = "<div class=views>" + (1_200 + look * 37) + " views</div><a href=#c>Comments (" + look * 3
                    + ")</a><span class=share-count>" + look + " shares</span><time>updated " + (look + 2)
                    + " minutes ago</time>";
            site.on(
                    "/a",
                    LocalSite.html(Samples.page("The bridge", Samples.paragraph("one"), Samples.paragraph("two"))
                            .replace("</h1>", "</h1>" + counters)
                            .replace("</article>", counters + "</article>")));
            if (look == 0) {
                crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
            }
            crawl.run(List.of(
                            Duration.ofSeconds(20),
                            Duration.ofHours(2),
                            Duration.ofHours(6),
                            Duration.ofHours(24),
                            Duration.ofDays(8))
                    .get(look));
        }
        assertEquals(5, site.count("/a"));
        assertEquals(1, crawl.raw.size(), () -> crawl.articles().toString());
    }

    @Test
    void aScoreThatChangesIsAnEdit() {
        publish("/a", story("one", "two"));
        site.on(
                "/a",
                LocalSite.html(Samples.page(
                        "The bridge", "Rovers 2-1 City", Samples.paragraph("one"), Samples.paragraph("two"))));
        crawl.run(Duration.ofHours(2));
        site.on(
                "/a",
                LocalSite.html(Samples.page(
                        "The bridge", "Rovers 3-1 City", Samples.paragraph("one"), Samples.paragraph("two"))));
        crawl.run(Duration.ofHours(6));
        assertTrue(crawl.articles().stream()
                .filter(article -> article.body().contains("3-1"))
                .allMatch(article -> article.revision() == 3));
        assertEquals(
                crawl.articles().stream().anyMatch(article -> article.body().contains("2-1")) ? 3 : 1,
                crawl.raw.size());
    }

    @Test
    void looksAgainAfterAnHourSixHoursADayAndAWeekWithTheValidatorsByteForByte() {
        String etag = "W/\"caf\u00e9, 'x'\"";
        publish("/a", story("one").with("ETag", etag).with("Last-Modified", "Mon, 02 Mar 2026 08:00:00 GMT"));
        crawl.run(Duration.ofDays(9));

        List<LocalSite.Asked> looks =
                site.asked.stream().filter(asked -> asked.path().equals("/a")).toList();
        assertEquals(5, looks.size());
        assertNull(looks.get(0).header("If-none-match"));
        for (LocalSite.Asked look : looks.subList(1, 5)) {
            assertEquals(etag, look.header("If-none-match"));
            assertEquals("Mon, 02 Mar 2026 08:00:00 GMT", look.header("If-modified-since"));
        }
        assertEquals(1, crawl.raw.size());
    }

    @Test
    void goneTwiceADayApartIsWithdrawnAndThenATombstone() {
        publish("/a", story("one"));
        site.on("/a", LocalSite.status(410));
        crawl.run(Duration.ofHours(2));
        assertEquals(1, crawl.raw.size());
        crawl.run(Duration.ofHours(25));

        Article withdrawn = crawl.articles().get(1);
        assertTrue(withdrawn.withdrawn());
        assertEquals(2, withdrawn.revision());
        assertEquals("desk", withdrawn.source().id());
        assertNull(withdrawn.body());
        assertNull(crawl.raw.get(2).value());
        assertEquals(crawl.raw.get(0).key(), crawl.raw.get(2).key());
        crawl.run(Duration.ofDays(9));
        assertEquals(3, crawl.raw.size());
    }

    @Test
    void goneOnceAndBackIsNothing() {
        publish("/a", story("one"));
        site.on("/a", LocalSite.status(404));
        crawl.run(Duration.ofHours(2));
        site.on("/a", story("one"));
        crawl.run(Duration.ofDays(9));

        assertEquals(1, crawl.raw.size());
    }

    @Test
    void aRedirectToTheHomePageCountsAsGone() {
        publish("/news/a", story("one"));
        site.on("/news/a", LocalSite.redirect(302, "/"));
        site.on("/", LocalSite.html(Samples.page("Home", Samples.paragraph("everything"))));
        crawl.run(Duration.ofHours(27));

        assertTrue(crawl.articles().get(1).withdrawn());
    }

    @Test
    void anErrorIsNoTakedown() {
        publish("/a", story("one"));
        site.on("/a", LocalSite.status(500));
        crawl.run(Duration.ofDays(9));

        assertEquals(1, crawl.raw.size());
    }

    @Test
    void aHomePageIsNoArticle() {
        publish("/", story("everything"));
        assertEquals(0, crawl.raw.size());
    }

    @Test
    void aRedirectOnTheSameHostKeepsOneArticle() {
        site.on("/old", LocalSite.redirect(301, "/new"));
        publish("/new", story("one"));
        crawl.link("{\"url\":\"" + site.url("/old") + "\"}");
        crawl.run(Duration.ofSeconds(20));

        assertEquals(1, crawl.raw.size());
        assertNotNull(crawl.articles().get(0));
    }

    @Test
    void aRedirectToAnotherHostIsALinkForItsOwner() throws Exception {
        try (LocalSite other = new LocalSite()) {
            other.on("/there", story("one"));
            publish("/here", LocalSite.redirect(302, other.url("/there")));
            crawl.run(Duration.ofSeconds(20));

            assertEquals(other.url("/there"), crawl.articles().get(0).url());
            assertEquals("desk", crawl.articles().get(0).source().id());
            assertEquals(1, other.count("/robots.txt"));
        }
    }

    @Test
    void aFeedIsAskedConditionally() throws Exception {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"))).with("ETag", "\"1\""));
        site.on("/a", story("one").with("ETag", "\"2\""));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(30));
        long before = site.count("/feed");
        crawl.run(Duration.ofHours(3));

        assertTrue(site.count("/feed") > before);
        assertTrue(site.asked.stream()
                .filter(asked -> asked.path().equals("/feed"))
                .skip(1)
                .allMatch(asked -> "\"1\"".equals(asked.header("If-none-match"))));
    }
}
