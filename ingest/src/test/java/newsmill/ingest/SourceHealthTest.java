package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.SourceHealth;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** From visits to real sites to events about their sources. */
class SourceHealthTest extends CrawlTest {
    private int stories;

    SourceHealthTest() {
        super(Map.of("NEWSMILL_INGEST_REVISITS", "none"));
    }

    /** A feed with one item more, and its page. */
    private void publish(LocalSite.Answer page) {
        String path = "/story/" + stories++;
        site.on(path, page);
        site.on("/feed", LocalSite.feed(Samples.rss(site.url(path))));
    }

    private static LocalSite.Answer story(int number) {
        return LocalSite.html(Samples.page("Story " + number, Samples.paragraph("case " + number)));
    }

    private List<SourceHealth> events() {
        return crawl.records(crawl.topics.sourceHealth()).stream()
                .map(SourceHealthTest::health)
                .toList();
    }

    private static SourceHealth health(TestRecord<String, byte[]> record) {
        try {
            assertEquals(EventHeaders.SOURCE_HEALTH, EventHeaders.get(record.headers(), "ce_type"));
            return Json.read(record.value(), SourceHealth.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> changes(List<SourceHealth> events) {
        return events.stream()
                .map(event -> event.was() + " " + event.condition())
                .toList();
    }

    private String metrics() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(page, crawl.metrics.scrape());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return page.toString(StandardCharsets.UTF_8);
    }

    @Test
    void deadSourceIsParkedProbedWeeklyAndBackToItsRhythmWhenItRecovers() {
        publish(story(0));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofHours(5));
        site.on("/feed", LocalSite.status(500));
        crawl.run(Duration.ofDays(9));
        assertEquals(List.of("WELL PARKED"), changes(events()));
        assertTrue(metrics().contains("newsmill_source_unwell{condition=\"parked\",source=\"s\"} 1"), metrics());
        long parked = site.count("/feed");
        crawl.run(Duration.ofDays(21));
        assertTrue(site.count("/feed") - parked <= 3, "probes in three weeks: " + (site.count("/feed") - parked));

        publish(story(1));
        crawl.run(Duration.ofDays(8));
        SourceHealth recovered = events().get(0);
        assertEquals(SourceHealth.Condition.WELL, recovered.condition());
        assertEquals(0, recovered.failures());
        long before = site.count("/feed");
        crawl.run(Duration.ofDays(1));
        assertTrue(site.count("/feed") >= before + 6, "polls in a day: " + (site.count("/feed") - before));
        assertTrue(metrics().contains("newsmill_sources{condition=\"well\"} 1"), metrics());
        assertEquals(2, crawl.articles().size());
    }

    @Test
    void sourceThatSays410IsGoneAtOnceAskedAgainAfterADayAndThenWeekly() {
        site.on("/feed", LocalSite.status(410));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofMinutes(1));
        SourceHealth gone = events().get(0);
        assertEquals(SourceHealth.Condition.GONE, gone.condition());
        assertEquals("its server says that it is gone for good: status 410", gone.reason());
        crawl.run(Duration.ofHours(28));
        assertEquals(2, site.count("/feed"));
        crawl.run(Duration.ofDays(6));
        assertEquals(2, site.count("/feed"));
        crawl.run(Duration.ofDays(3));
        assertEquals(3, site.count("/feed"));
        assertEquals(List.of(), events());
    }

    @Test
    void pagesThatStopExtractingAreToldOnceAndSoIsTheirRecovery() {
        crawl.source("s", site.url("/feed"));
        for (int i = 0; i < 12; i++) {
            publish(story(i));
            crawl.run(Duration.ofHours(4));
        }
        assertEquals(List.of(), events());
        for (int i = 0; i < 12; i++) {
            publish(LocalSite.html("<html><head><title>Story</title></head><body><div id=app></div></body></html>"));
            crawl.run(Duration.ofHours(4));
        }
        List<SourceHealth> broken = events();
        assertEquals(List.of("WELL NOT_EXTRACTING"), changes(broken));
        assertTrue(broken.get(0).hollowShare() > 0.3, broken.toString());
        for (int i = 0; i < 12; i++) {
            publish(story(100 + i));
            crawl.run(Duration.ofHours(4));
        }
        assertEquals(List.of("NOT_EXTRACTING WELL"), changes(events()));
        assertTrue(metrics().contains("newsmill_ingest_readings_total{verdict=\"empty\"}"), metrics());
    }

    @Test
    void sourceThatFallsSilentIsToldOfAndSoIsItsNextArticle() {
        crawl.source("s", site.url("/feed"));
        for (int i = 0; i < 60; i++) {
            publish(story(i));
            crawl.run(Duration.ofHours(4));
        }
        crawl.run(Duration.ofDays(3));
        List<SourceHealth> silent = events();
        assertEquals(List.of("WELL SILENT"), changes(silent));
        assertTrue(silent.get(0).usualPerDay() > 3, silent.toString());
        publish(story(99));
        crawl.run(Duration.ofHours(8));
        assertEquals(List.of("SILENT WELL"), changes(events()));
    }

    @Test
    void sourceThatIsTakenOutIsNoLongerCounted() {
        publish(story(0));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofMinutes(1));
        crawl.sourceRecord("s", null);
        crawl.run(Duration.ofMinutes(10));
        assertTrue(metrics().contains("newsmill_sources{condition=\"well\"} 0"), metrics());
    }

    @Test
    void linksThatNameNoConfiguredSourceMakeNone() {
        site.on("/a", story(1));
        crawl.link("{\"url\":\"" + site.url("/a") + "\",\"source\":\"tip\"}");
        crawl.run(Duration.ofMinutes(1));
        assertEquals(1, crawl.articles().size());
        assertTrue(metrics().contains("newsmill_sources{condition=\"well\"} 0"), metrics());
    }
}
