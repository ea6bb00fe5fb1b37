package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import newsmill.article.Article;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When and how sources are polled. */
class SourcePollingTest extends CrawlTest {
    SourcePollingTest() {
        super(Map.of("NEWSMILL_INGEST_REVISITS", "none"));
    }

    @BeforeEach
    void open() {
        stories("/a", "/b", "/c", "/d");
    }

    private List<String> paths() {
        return crawl.articles().stream()
                .map(Article::url)
                .map(url -> url.replaceFirst("http://[^/]+", ""))
                .toList();
    }

    private static String sitemap(String... locations) {
        return "<urlset>"
                + String.join(
                        "",
                        List.of(locations).stream()
                                .map(l -> "<url><loc>" + l + "</loc></url>")
                                .toList()) + "</urlset>";
    }

    @Test
    void aListingPageLeadsToItsArticles() {
        site.on(
                "/latest",
                LocalSite.html("<a href=/>Home</a><a href=/b>Bare</a>"
                        + "<a href=/n/101>The council votes on the new bridge</a>"
                        + "<a href=/n/102>A storm is expected on Thursday night</a>"
                        + "<a href=/n/103>Schools stay closed for another week</a>"));
        for (String path : List.of("/n/101", "/n/102", "/n/103")) {
            site.on(path, LocalSite.html(Samples.page("Story " + path, Samples.paragraph(path))));
        }
        crawl.sourceRecord("s", "{\"id\":\"s\",\"url\":\"" + site.url("/latest") + "\",\"type\":\"page\"}");
        crawl.run(Duration.ofSeconds(40));
        assertEquals(List.of("/n/101", "/n/102", "/n/103"), paths());
    }

    @Test
    void aListingPageWithAPatternLeadsToWhatThePatternMeans() {
        site.on(
                "/latest",
                LocalSite.html("<a href=/a>A</a><a href=/b>B</a><a href=/2026/03/02/a-long-one>Long one</a>"));
        crawl.sourceRecord(
                "s", "{\"id\":\"s\",\"url\":\"" + site.url("/latest") + "\",\"type\":\"page\",\"pattern\":\"/* !/b\"}");
        crawl.run(Duration.ofSeconds(40));
        assertEquals(List.of("/a"), paths());
    }

    @Test
    void theSourcesOrderIsKept() {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/d"), site.url("/b"), site.url("/a"), site.url("/c"))));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(40));
        assertEquals(List.of("/d", "/b", "/a", "/c"), paths());
    }

    @Test
    void aChangedFeedGivesOnlyWhatIsNew() {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"))));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(40));
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/b"), site.url("/a"))));
        crawl.run(Duration.ofHours(2));
        assertEquals(List.of("/a", "/b"), paths());
        assertEquals(1, site.count("/a"));
    }

    /** FAULTS 20. */
    @Test
    void daysOfErrorsArePolledMoreAndMoreSeldomAndARecoveryIsNoticedWithinADay() {
        site.on("/feed", LocalSite.status(503));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofDays(4));
        long during = site.count("/feed");
        assertTrue(during >= 6 && during <= 12, "polls in four days of errors: " + during);
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"))));
        crawl.run(Duration.ofHours(27));
        assertEquals(List.of("/a"), paths());
        long recovered = site.count("/feed");
        crawl.run(Duration.ofHours(12));
        assertTrue(site.count("/feed") >= recovered + 3);
    }

    /** FAULTS 18: the server goes on saying "not modified" although its feed has changed. */
    @Test
    void validatorsThatLieAreFoundOutWithinADay() {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"))).with("ETag", "\"1\""));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofMinutes(10));
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/b"))).with("ETag", "\"1\""));
        crawl.run(Duration.ofHours(30));
        assertEquals(List.of("/a", "/b"), paths());
        assertEquals(
                2,
                site.asked.stream()
                        .filter(asked -> asked.path().equals("/feed") && asked.header("If-none-match") == null)
                        .count());
    }

    @Test
    void aSourceThatSaysHowOftenItChangesIsNotAskedMoreOften() {
        String feed = Samples.rss(site.url("/a")).replace("<channel>", "<channel><ttl>720</ttl>");
        site.on("/feed", LocalSite.feed(feed));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(25));
        assertEquals(2, site.count("/feed"));
    }

    @Test
    void whatAFeedSaidOfItselfStillHoldsWhenItHasNotChanged() {
        String period = "<channel><sy:updatePeriod xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">daily"
                + "</sy:updatePeriod><sy:updateFrequency xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">2"
                + "</sy:updateFrequency>";
        String feed = Samples.rss(site.url("/a")).replace("<channel>", period);
        site.on("/feed", LocalSite.feed(feed).with("ETag", "\"1\""));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(50));
        assertEquals(4, site.count("/feed"));
    }

    @Test
    void whatTheOperatorSaysWins() {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"))).with("Cache-Control", "max-age=80000"));
        crawl.sourceRecord("s", "{\"id\":\"s\",\"url\":\"" + site.url("/feed") + "\",\"every\":\"3h\"}");
        crawl.run(Duration.ofHours(12));
        assertEquals(4, site.count("/feed"));
    }

    @Test
    void aSourceThatIsTakenOutIsPolledNoMore() {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"))));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofMinutes(5));
        crawl.sourceRecord("s", null);
        crawl.run(Duration.ofDays(2));
        assertEquals(1, site.count("/feed"));
    }

    /** FAULTS 19. */
    @Test
    void a429LeavesTheWholeHostAloneForAsLongAsItAsks() {
        site.on("/feed", LocalSite.status(429).with("Retry-After", "600"));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(30));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofMinutes(9));
        assertEquals(0, site.count("/a"));
        crawl.run(Duration.ofMinutes(2));
        assertEquals(1, site.count("/a"));
    }

    @Test
    void onlyTheLatelyChangedSitemapsOfAnIndexAreLookedAt() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        site.on(
                "/index",
                LocalSite.feed("<sitemapindex>"
                        + "<sitemap><loc>" + site.url("/old.xml") + "</loc><lastmod>2019-01-01</lastmod></sitemap>"
                        + "<sitemap><loc>" + site.url("/index") + "</loc></sitemap>"
                        + "<sitemap><loc>" + site.url("/new.xml") + "</loc><lastmod>" + now + "</lastmod></sitemap>"
                        + "</sitemapindex>"));
        site.on("/new.xml", LocalSite.feed(sitemap(site.url("/a"), site.url("/b"))));
        site.on("/old.xml", LocalSite.feed(sitemap(site.url("/c"))));
        crawl.source("s", site.url("/index"));
        crawl.run(Duration.ofHours(3));

        assertEquals(List.of("/a", "/b"), paths());
        assertEquals("s", crawl.articles().get(0).source().id());
        assertEquals(0, site.count("/old.xml"));
        assertEquals(1, site.count("/new.xml"));
    }

    /** FAULTS 24: an index whose sitemaps change their names each time. */
    @Test
    void namesThatRotateLeaveNothingBehind() {
        for (int i = 0; i < 3; i++) {
            site.on(
                    "/index",
                    LocalSite.feed("<sitemapindex><sitemap><loc>" + site.url("/" + i + ".xml")
                            + "</loc></sitemap></sitemapindex>"));
            site.on("/" + i + ".xml", LocalSite.feed(sitemap(site.url("/a"))));
            if (i == 0) {
                crawl.source("s", site.url("/index"));
            }
            crawl.run(Duration.ofMinutes(100));
        }
        assertEquals(List.of("/a"), paths());
        assertEquals(1, site.count("/2.xml"));
    }

    /** FAULTS 23. */
    @Test
    void robotsThatTurnToDisallowAreObeyedWithinSixHours() {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"))));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(1));
        site.on("/robots.txt", LocalSite.text("User-agent: *\nDisallow: /\n"));
        crawl.run(Duration.ofHours(6));
        long before = site.count("/feed");
        crawl.run(Duration.ofHours(20));
        assertEquals(before, site.count("/feed"));
        assertEquals(List.of("/a"), paths());
    }

    /** FAULTS 22. */
    @Test
    void aHostWhoseRobotsFailIsNotAskedForAnythingElseUntilTheyCanBeRead() {
        site.on("/robots.txt", LocalSite.status(500));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofHours(2));
        assertEquals(0, site.count("/a"));
        assertTrue(site.count("/robots.txt") > 2 && site.count("/robots.txt") < 12);
        site.on("/robots.txt", LocalSite.status(404));
        crawl.run(Duration.ofHours(3));
        assertEquals(List.of("/a"), paths());
    }

    /** FAULTS 21. */
    @Test
    void aHundredFeedsOnOneHostNeverMeet() {
        for (int i = 0; i < 100; i++) {
            site.on("/feed" + i, LocalSite.feed(Samples.rss(site.url("/a"))));
            crawl.source("s" + i, site.url("/feed" + i));
        }
        crawl.run(Duration.ofSeconds(100));
        assertEquals(1, site.mostAtOnce.get());
        assertTrue(site.asked.size() <= 21, "requests in 100 s with gaps of 5 s: " + site.asked.size());
        assertNull(crawl.articles().stream().skip(1).findFirst().orElse(null));
    }

    @Test
    void aCrawlDelayIsKept() {
        site.on("/robots.txt", LocalSite.text("User-agent: *\nCrawl-delay: 30\n"));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.link("{\"url\":\"" + site.url("/b") + "\"}");
        crawl.run(Duration.ofSeconds(55));
        assertEquals(2, site.asked.size());
        crawl.run(Duration.ofSeconds(10));
        assertEquals(3, site.asked.size());
    }
}
