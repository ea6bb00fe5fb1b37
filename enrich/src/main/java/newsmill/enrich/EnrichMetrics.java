package newsmill.enrich;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import newsmill.article.Article;

/** What enrich counts. Thread-safe. */
final class EnrichMetrics {
    private final CounterDataPoint enriched;
    private final CounterDataPoint withdrawn;
    private final CounterDataPoint unchanged;
    private final CounterDataPoint rejected;
    private final Histogram seconds;

    EnrichMetrics(PrometheusRegistry registry) {
        Counter articles = Counter.builder()
                .name("newsmill_enrich_articles_total")
                .help(
                        "Raw records by what became of them; those that are no articles are in kafka_dropped_records_total")
                .labelNames("outcome")
                .register(registry);
        enriched = articles.labelValues("enriched");
        withdrawn = articles.labelValues("withdrawn");
        unchanged = articles.labelValues("unchanged");
        rejected = articles.labelValues("rejected");
        seconds = Histogram.builder()
                .name("newsmill_enrich_tagging_seconds")
                .help("Time to tag one article")
                .classicUpperBounds(0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
                .classicOnly()
                .register(registry);
    }

    void passed(Article article) {
        (article.withdrawn() ? withdrawn : enriched).inc();
    }

    void buried() {
        withdrawn.inc();
    }

    void unchanged() {
        unchanged.inc();
    }

    void rejected() {
        rejected.inc();
    }

    void took(Duration time) {
        seconds.observe(time.toNanos() / 1e9);
    }
}
