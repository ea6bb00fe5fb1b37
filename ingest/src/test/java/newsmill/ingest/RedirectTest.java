package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsmill.article.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FAULTS 26: each redirect is a visit of its own, with the pause and the robots.txt of the host it leads to. */
class RedirectTest extends CrawlTest {
    private LocalSite other;

    RedirectTest() {
        super(Map.of("NEWSMILL_INGEST_REVISITS", "none"));
    }

    @BeforeEach
    void open() throws Exception {
        other = new LocalSite();
        stories("/a", "/b", "/c");
        for (String path : List.of("/a", "/b", "/c")) {
            other.on(path, LocalSite.html(Samples.page("Other " + path, Samples.paragraph("other " + path))));
        }
    }

    @AfterEach
    void close() {
        other.close();
    }

    private List<String> urls() {
        return crawl.articles().stream().map(Article::url).toList();
    }

    private static List<String> paths(LocalSite of) {
        return of.asked.stream().map(LocalSite.Asked::path).toList();
    }

    @Test
    void aSourceThatStandsOnAnotherHostWaitsForThatHostsTurnAndRobots() {
        other.on("/robots.txt", LocalSite.text("User-agent: *\nCrawl-delay: 20\n"));
        other.on("/feed", LocalSite.feed(Samples.rss(other.url("/a"), other.url("/b"))));
        site.on("/feed", LocalSite.redirect(302, other.url("/feed")));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(19));
        assertEquals(List.of("/robots.txt"), paths(other));
        crawl.run(Duration.ofSeconds(70));

        assertEquals(List.of("/robots.txt", "/feed", "/a", "/b"), paths(other));
        assertEquals(1, other.mostAtOnce.get());
        assertEquals(List.of(other.url("/a"), other.url("/b")), urls());
        assertEquals("s", crawl.articles().get(0).source().id());
        assertEquals(site.url("/feed"), crawl.articles().get(0).source().feed());
    }

    @Test
    void aSourceIsNotFetchedWhereTheHostItWasSentToDisallowsIt() {
        other.on("/robots.txt", LocalSite.text("User-agent: *\nDisallow: /feed\n"));
        other.on("/feed", LocalSite.feed(Samples.rss(other.url("/a"))));
        site.on("/feed", LocalSite.redirect(301, other.url("/feed")));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(3));

        assertEquals(List.of("/robots.txt"), paths(other));
    }

    @Test
    void aTemporaryRedirectIsAskedForEachTimeAndThePlaceItLeadsToConditionally() {
        other.on("/feed", LocalSite.feed(Samples.rss(other.url("/a"))).with("ETag", "\"1\""));
        site.on("/feed", LocalSite.redirect(302, other.url("/feed")));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(6));

        assertTrue(site.count("/feed") >= 5, "polls of the source in six hours: " + site.count("/feed"));
        assertEquals(site.count("/feed"), other.count("/feed"));
        List<LocalSite.Asked> polls = other.asked.stream()
                .filter(asked -> asked.path().equals("/feed"))
                .toList();
        assertNull(polls.get(0).header("If-none-match"));
        assertTrue(polls.stream().skip(1).allMatch(poll -> "\"1\"".equals(poll.header("If-none-match"))));
        assertEquals(1, crawl.raw.size());
    }

    @Test
    void a301IsRememberedAndTheFormerAddressAskedOnceAWeek() {
        other.on("/feed", LocalSite.feed(Samples.rss(other.url("/a"))));
        site.on("/feed", LocalSite.redirect(301, other.url("/feed")));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(12));
        assertEquals(1, site.count("/feed"));
        assertTrue(other.count("/feed") >= 4);
        crawl.run(Duration.ofDays(8));
        assertEquals(2, site.count("/feed"));
    }

    @Test
    void a301OnTheSameHostIsRememberedForGood() {
        site.on("/feed", LocalSite.redirect(301, "/rss"));
        site.on("/rss", LocalSite.feed(Samples.rss(site.url("/a"))).with("ETag", "\"1\""));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(6));

        assertEquals(1, site.count("/feed"));
        assertTrue(site.count("/rss") >= 4);
        assertEquals(List.of(site.url("/a")), urls());
    }

    @Test
    void aSourceThatComesHomeOrIsTakenOutIsPolledAbroadNoMore() {
        other.on("/feed", LocalSite.feed(Samples.rss(other.url("/a"))));
        site.on("/feed", LocalSite.redirect(301, other.url("/feed")));
        site.on("/two", LocalSite.redirect(301, other.url("/feed?2")));
        other.on("/feed?2", LocalSite.feed(Samples.rss(other.url("/b"))));
        crawl.source("s", site.url("/feed"));
        crawl.source("two", site.url("/two"));
        crawl.run(Duration.ofHours(3));
        crawl.sourceRecord("two", null);
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/c"))));
        crawl.run(Duration.ofDays(8));
        long one = other.count("/feed");
        long two = other.count("/feed?2");
        crawl.run(Duration.ofDays(2));

        assertEquals(one, other.count("/feed"));
        assertTrue(two > 0 && two < 5, "polls of a source that was taken out after three hours: " + two);
        assertTrue(urls().contains(site.url("/c")));
    }

    @Test
    void aSitemapOnAnotherHostThanItsIndexWaitsForThatHostsTurnAndRobots() {
        site.on(
                "/index",
                LocalSite.feed(
                        "<sitemapindex><sitemap><loc>" + other.url("/news.xml") + "</loc></sitemap></sitemapindex>"));
        other.on("/news.xml", LocalSite.feed("<urlset><url><loc>" + other.url("/a") + "</loc></url></urlset>"));
        crawl.source("s", site.url("/index"));
        crawl.run(Duration.ofSeconds(60));

        assertEquals(List.of("/robots.txt", "/news.xml", "/a"), paths(other));
        assertEquals("s", crawl.articles().get(0).source().id());
    }

    @Test
    void aPageIsNotFollowedToWhereRobotsDisallowsIt() {
        site.on("/robots.txt", LocalSite.text("User-agent: *\nDisallow: /private/\n"));
        site.on("/old", LocalSite.redirect(302, "/private/a"));
        site.on("/private/a", LocalSite.html(Samples.page("Private", Samples.paragraph("private"))));
        crawl.link("{\"url\":\"" + site.url("/old") + "\"}");
        crawl.run(Duration.ofMinutes(3));

        assertEquals(0, site.count("/private/a"));
        assertEquals(List.of(), urls());
    }

    @Test
    void theStepsOfARedirectKeepTheHostsPause() {
        site.on("/old", LocalSite.redirect(301, "/older"));
        site.on("/older", LocalSite.redirect(301, "/a"));
        crawl.link("{\"url\":\"" + site.url("/old") + "\"}");
        crawl.run(Duration.ofSeconds(14));
        assertEquals(List.of("/robots.txt", "/old", "/older"), paths(site));
        crawl.run(Duration.ofSeconds(10));
        assertEquals(List.of(site.url("/a")), urls());
    }

    @Test
    void aSlashMoreIsTheSameLinkAndIsFollowed() {
        site.on("/news/bridge", LocalSite.redirect(301, "/news/bridge/"));
        site.on("/news/bridge/", LocalSite.html(Samples.page("Bridge", Samples.paragraph("bridge"))));
        crawl.link("{\"url\":\"" + site.url("/news/bridge") + "\"}");
        crawl.run(Duration.ofSeconds(30));
        assertEquals(List.of(site.url("/news/bridge/")), urls());
    }

    @Test
    void chainsAndCirclesEndAndTheRestGoesOn() {
        for (int i = 0; i < 10; i++) {
            site.on("/" + i, LocalSite.redirect(302, "/" + (i + 1)));
        }
        site.on("/round", LocalSite.redirect(302, other.url("/about")));
        other.on("/about", LocalSite.redirect(302, site.url("/round")));
        site.on("/itself", LocalSite.redirect(302, "/itself"));
        site.on("/file", LocalSite.redirect(302, "file:///etc/passwd"));
        crawl.source("chain", site.url("/0"));
        crawl.source("round", site.url("/round"));
        crawl.source("itself", site.url("/itself"));
        crawl.source("file", site.url("/file"));
        for (String path : List.of("/0", "/round", "/itself", "/file", "/a")) {
            crawl.link("{\"url\":\"" + site.url(path) + "\"}");
        }
        crawl.run(Duration.ofMinutes(30));

        assertEquals(List.of(site.url("/a")), urls());
        assertEquals(0, site.count("/6"));
        assertTrue(site.asked.size() < 80, "requests: " + site.asked.size());
        assertTrue(other.asked.size() < 20, "requests: " + other.asked.size());
    }
}
