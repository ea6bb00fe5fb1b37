package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsmill.article.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** FAULTS 24, 25: sources that list fifty thousand things, through the frontier. */
@Timeout(120)
class LargeSourceTest extends CrawlTest {
    /** The profile {@code faults} runs the full length. */
    private static final int MANY = Integer.getInteger("newsmill.faults", 0) > 0 ? 50_000 : 10_000;

    LargeSourceTest() {
        // As long as the steps in which the clock goes over hours.
        super(Map.of("NEWSMILL_INGEST_REVISITS", "none", "NEWSMILL_INGEST_HOST_GAP", "70s"));
    }

    @Test
    void aFeedOfFiftyThousandItemsIsTakenInAndItsNextPollDoesNotWaitForAllOfThem() throws Exception {
        String[] urls =
                IntStream.range(0, MANY).mapToObj(i -> site.url("/story-" + i)).toArray(String[]::new);
        site.on("/feed", LocalSite.feed(Samples.rss(urls)));
        for (int i = 0; i < 3; i++) {
            site.on("/story-" + i, LocalSite.html(Samples.page("Story " + i, Samples.paragraph("case " + i))));
        }
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofMinutes(10));
        assertEquals(3, crawl.raw.size());

        String[] more = urls.clone();
        more[MANY - 1] = site.url("/story-new");
        site.on("/feed", LocalSite.feed(Samples.rss(more)));
        crawl.run(Duration.ofHours(2));
        var visits = crawl.records(crawl.topics.visits()).stream()
                .map(record -> {
                    try {
                        return Json.MAPPER.readTree(record.value());
                    } catch (java.io.IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(visit -> visit.path("kind").asText().equals("source"))
                .toList();
        assertEquals(MANY, visits.get(0).path("fresh").asInt());
        assertEquals(1, visits.get(1).path("fresh").asInt());
    }

    @Test
    void anIndexOfFiftyThousandSitemapsThatListsItselfTooIsAskedForTheNewestOnly() {
        String parts = IntStream.range(0, MANY)
                .mapToObj(i -> "<sitemap><loc>" + site.url("/part-" + i + ".xml") + "</loc><lastmod>"
                        + Instant.now().minus(Duration.ofHours(i)) + "</lastmod></sitemap>")
                .collect(Collectors.joining());
        site.on(
                "/index",
                LocalSite.feed("<sitemapindex><sitemap><loc>" + site.url("/index") + "</loc></sitemap>" + parts
                        + "</sitemapindex>"));
        site.on("/part-0.xml", LocalSite.feed("<urlset><url><loc>" + site.url("/a") + "</loc></url></urlset>"));
        site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))));
        crawl.source("s", site.url("/index"));
        crawl.run(Duration.ofMinutes(40));

        assertEquals(1, crawl.raw.size());
        assertEquals(1, site.count("/index"));
        long parted = site.asked.stream()
                .map(LocalSite.Asked::path)
                .filter(path -> path.startsWith("/part-"))
                .distinct()
                .count();
        assertTrue(parted <= 20, "sitemaps asked for: " + parted);
    }
}
