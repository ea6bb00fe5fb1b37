package newsmill.ingest.health;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import newsmill.article.SourceHealth.Condition;

/** What a scrape sees of the sources' health: all of them by condition, and each one that is not well. Thread-safe. */
public final class HealthMetrics {
    private final Map<String, Condition> conditions = new ConcurrentHashMap<>();
    private final Counter readings;
    private final Counter fresh;

    public HealthMetrics(PrometheusRegistry registry) {
        readings = Counter.builder()
                .name("newsmill_ingest_readings_total")
                .help("First visits to pages, by the body's verdict, or failed, gone, barred")
                .labelNames("verdict")
                .register(registry);
        fresh = Counter.builder()
                .name("newsmill_ingest_fresh_links_total")
                .help("Links that a source had not listed before")
                .register(registry);
        GaugeWithCallback.builder()
                .name("newsmill_sources")
                .help("Sources of this copy's partitions, by condition")
                .labelNames("condition")
                .callback(callback -> counts().forEach((condition, count) -> callback.call(count, name(condition))))
                .register(registry);
        GaugeWithCallback.builder()
                .name("newsmill_source_unwell")
                .help("1 for each source that is silent, flooding, not extracting, parked or gone")
                .labelNames("source", "condition")
                .callback(callback -> conditions.forEach((source, condition) -> {
                    if (condition.alarming()) {
                        callback.call(1, source, name(condition));
                    }
                }))
                .register(registry);
    }

    void visited(VisitReport visit) {
        if (visit.kind() == VisitReport.Kind.PAGE) {
            readings.labelValues(visit.reading()).inc();
        } else if (visit.fresh() != null) {
            fresh.inc(visit.fresh());
        }
    }

    void is(String source, Condition condition) {
        conditions.put(source, condition);
    }

    void forget(String source) {
        conditions.remove(source);
    }

    private Map<Condition, Integer> counts() {
        Map<Condition, Integer> counts = new EnumMap<>(Condition.class);
        for (Condition condition : Condition.values()) {
            counts.put(condition, 0);
        }
        conditions.values().forEach(condition -> counts.merge(condition, 1, Integer::sum));
        return counts;
    }

    private static String name(Condition condition) {
        return condition.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
