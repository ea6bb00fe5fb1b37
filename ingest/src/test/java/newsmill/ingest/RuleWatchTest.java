package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import newsmill.ingest.extract.SiteRules;
import org.junit.jupiter.api.Test;

class RuleWatchTest {
    private static final byte[] PAGE = """
            <html><head><title>Old market to be rebuilt</title></head><body><h1>Old market to be rebuilt</h1>
            <p>The harbour council voted on Tuesday evening to rebuild the old market, which has stood empty since a storm
            tore away its roof two winters ago, and to leave the square to walkers.</p></body></html>""".getBytes(StandardCharsets.UTF_8);

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final List<String> log = new ArrayList<>();
    private final ArticleExtractor extractor = ArticleExtractor.with(
            SiteRules.parse("- {site: example.com, title: h1.gone, byline: .gone}"), new RuleWatch(registry, log::add));

    @Test
    void tellsOnceOfEachPartAndHostAndCountsEveryPage() {
        for (String page : List.of("https://a.example.com/1", "https://a.example.com/2", "https://b.example.com/1")) {
            extractor.extract(Page.of(page, PAGE));
        }
        assertEquals(4, log.size(), log.toString());
        assertTrue(log.get(0).startsWith("https://a.example.com/1: site rule for example.com: title finds nothing"));
        CounterSnapshot counted = (CounterSnapshot) registry.scrape().stream()
                .filter(metric -> metric.getMetadata().getName().equals("newsmill_ingest_site_rule_misfits"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(3.0, 3.0),
                counted.getDataPoints().stream()
                        .map(CounterSnapshot.CounterDataPointSnapshot::getValue)
                        .toList());
    }
}
