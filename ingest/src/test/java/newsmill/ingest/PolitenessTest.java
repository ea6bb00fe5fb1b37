package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import newsmill.article.Rights.OptOut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we promise to the sites we visit, counted at the server, on the frontier's clock. FAULTS 19 to 22. */
class PolitenessTest extends CrawlTest {
    PolitenessTest() {
        super(Map.of("NEWSMILL_INGEST_REVISITS", "none"));
    }

    @BeforeEach
    void open() {
        stories("/a", "/b", "/c");
    }

    private void poll(LocalSite.Answer feed) {
        site.on("/feed", feed);
        crawl.source("s", site.url("/feed"));
    }

    private LocalSite.Answer feed(String hint) {
        String rss = Samples.rss(site.url("/a"));
        return LocalSite.feed(rss.replace("<rss ", "<rss xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\" ")
                .replace("<channel>", "<channel>" + hint));
    }

    private long polls(Duration within) {
        crawl.run(within);
        return site.count("/feed");
    }

    @Test
    void everyRequestNamesUsAndAContactAndCarriesNoCookieAndNoReferrer() {
        site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))).with("Set-Cookie", "id=1"));
        poll(LocalSite.feed(Samples.rss(site.url("/a"), site.url("/b"))).with("Set-Cookie", "id=2"));
        crawl.run(Duration.ofHours(3));

        assertTrue(site.asked.size() >= 5, site.asked::toString);
        for (LocalSite.Asked asked : site.asked) {
            assertTrue(asked.header("User-agent").matches("newsmill/\\S+ \\(\\+mailto:desk@example.org\\)"));
            assertEquals(null, asked.header("Cookie"));
            assertEquals(null, asked.header("Referer"));
        }
    }

    @Test
    void aFeedThatSaysNothingIsPolledHourlyAtMostAndWithoutNewsMoreSeldom() {
        poll(feed(""));
        long day = polls(Duration.ofHours(24));
        assertTrue(day >= 7 && day <= 25, "polls in a day: " + day);
    }

    @Test
    void aFeedThatAlwaysHasNewsIsPolledFasterButNeverFasterThanTheFloor() {
        poll(LocalSite.feed(Samples.rss(site.url("/0"))));
        for (int i = 1; i <= 300; i++) {
            site.on("/feed", LocalSite.feed(Samples.rss(site.url("/" + i))));
            crawl.run(Duration.ofMinutes(4));
        }
        long polls = site.count("/feed");
        assertTrue(polls >= 60 && polls <= 121, "polls in twenty hours: " + polls);
    }

    @Test
    void whatAFeedSaysOfItselfIsHonoured() {
        poll(feed("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"));
        assertEquals(2, polls(Duration.ofHours(20)));
    }

    @Test
    void whatTheServerSaysInCacheControlIsHonoured() {
        poll(feed("").with("Cache-Control", "public, max-age=43200"));
        assertEquals(2, polls(Duration.ofHours(20)));
    }

    @Test
    void whatTheServerSaysInExpiresIsHonoured() {
        String later = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(Duration.ofHours(12)).atZone(ZoneOffset.UTC));
        poll(feed("").with("Expires", later));
        assertEquals(2, polls(Duration.ofHours(20)));
    }

    @Test
    void noHintHoldsAFeedBackForMoreThanTheCeiling() {
        poll(feed("<ttl>4320</ttl>"));
        assertEquals(2, polls(Duration.ofHours(27)));
    }

    @Test
    void a429WithoutAWordPausesTheHostForThirtySeconds() {
        site.on("/a", LocalSite.status(429));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofSeconds(12));
        assertEquals(1, site.count("/a"));
        crawl.link("{\"url\":\"" + site.url("/b") + "\"}");
        crawl.run(Duration.ofSeconds(20));
        assertEquals(0, site.count("/b"));
        crawl.run(Duration.ofSeconds(10));
        assertEquals(1, site.count("/b"));
    }

    @Test
    void aRobotsTxtThatSaysLaterIsAskedLater() {
        site.on("/robots.txt", LocalSite.status(429).with("Retry-After", "3600"));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofMinutes(58));
        assertEquals(1, site.asked.size());
        site.on("/robots.txt", LocalSite.status(404));
        crawl.run(Duration.ofMinutes(5));
        assertEquals(1, site.count("/a"));
    }

    @Test
    void robotsAreReadAgainAfterSixHoursAndNotBefore() {
        poll(LocalSite.feed(Samples.rss(site.url("/a"))));
        crawl.run(Duration.ofHours(24));
        long reads = site.count("/robots.txt");
        assertTrue(reads >= 3 && reads <= 5, "reads of robots.txt in a day: " + reads);
    }

    @Test
    void aRobotsTxtThatRedirectsInACircleOrIsTenMebibytesStopsNothing() throws Exception {
        site.on("/robots.txt", LocalSite.redirect(302, "/robots.txt"));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofMinutes(3));
        try (LocalSite large = new LocalSite()) {
            large.on("/robots.txt", LocalSite.text("User-agent: *\nDisallow: /b\n" + "# x\n".repeat(2_500_000)));
            large.on("/a", LocalSite.html(Samples.page("Large", Samples.paragraph("large"))));
            crawl.link("{\"url\":\"" + large.url("/a") + "\"}");
            crawl.link("{\"url\":\"" + large.url("/b") + "\"}");
            crawl.run(Duration.ofMinutes(1));
            assertEquals(1, large.count("/a"));
            assertEquals(0, large.count("/b"));
        }
    }

    @Test
    void optOutsOfAiAreOnTheArticleWithTheirPlace() {
        site.on("/robots.txt", LocalSite.text("User-agent: GPTBot\nDisallow: /\n"));
        String page = Samples.page("A", Samples.paragraph("a"))
                .replace("<head>", "<head><meta name=robots content=noai><meta name=tdm-reservation content=1>");
        site.on("/a", LocalSite.html(page).with("X-Robots-Tag", "noimageai"));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofSeconds(20));

        List<OptOut> optOuts = crawl.articles().get(0).rights().optOuts();
        assertTrue(optOuts.contains(new OptOut("GPTBot", "robots.txt")), optOuts::toString);
        assertTrue(optOuts.contains(new OptOut("noimageai", "header")), optOuts::toString);
        assertEquals(
                2,
                optOuts.stream()
                        .filter(optOut -> optOut.toString().contains("meta"))
                        .count(),
                optOuts::toString);
    }

    @Test
    void anUnconditionalRequestComesOnceADay() {
        poll(LocalSite.feed(Samples.rss(site.url("/a"))).with("ETag", "\"1\""));
        crawl.run(Duration.ofDays(3));
        long unconditional = site.asked.stream()
                .filter(asked -> asked.path().equals("/feed") && asked.header("If-none-match") == null)
                .count();
        assertTrue(unconditional >= 3 && unconditional <= 4, "unconditional polls in three days: " + unconditional);
    }
}
