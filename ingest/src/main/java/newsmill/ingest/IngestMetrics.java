package newsmill.ingest;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import newsmill.ingest.frontier.Outcome;
import newsmill.ingest.frontier.Punctuality;
import newsmill.ingest.frontier.Visit;
import newsmill.ingest.frontier.Visitor;

/**
 * What ingest counts: visits by kind and outcome, how long they took, how late they were, and what it took to find them.
 * Thread-safe.
 */
final class IngestMetrics implements Punctuality {
    private final Counter visits;
    private final Histogram seconds;
    private final Histogram late;
    private final Counter scanned;

    IngestMetrics(PrometheusRegistry registry) {
        visits = Counter.builder()
                .name("newsmill_ingest_visits_total")
                .help("Visits to robots.txt, sources and pages, by what came of them")
                .labelNames("kind", "outcome")
                .register(registry);
        seconds = Histogram.builder()
                .name("newsmill_ingest_visit_seconds")
                .help("Time from sending a request to having read its answer")
                .labelNames("kind")
                .classicUpperBounds(0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)
                .classicOnly()
                .register(registry);
        late = Histogram.builder()
                .name("newsmill_ingest_late_seconds")
                .help("How late requests were sent, after both the visit and its host's turn were due")
                .classicUpperBounds(0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300)
                .classicOnly()
                .register(registry);
        scanned = Counter.builder()
                .name("newsmill_ingest_scanned_entries_total")
                .help("Entries of the stores that were looked at to find what is due")
                .register(registry);
    }

    /** The same visitor, counted. */
    Visitor counted(Visitor visitor) {
        return visit -> {
            long start = System.nanoTime();
            CompletableFuture<Outcome> outcome = visitor.visit(visit);
            outcome.whenComplete((done, problem) -> count(visit, done, System.nanoTime() - start));
            return outcome;
        };
    }

    @Override
    public void sent(long lateMs) {
        late.observe(Math.max(0, lateMs) / 1e3);
    }

    @Override
    public void scanned(long entries) {
        scanned.inc(entries);
    }

    private void count(Visit visit, Outcome outcome, long nanos) {
        String kind = visit instanceof Visit.OfRobots ? "robots" : visit instanceof Visit.OfSource ? "source" : "page";
        String name = outcome == null
                ? "cancelled"
                : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        visits.labelValues(kind, name).inc();
        seconds.labelValues(kind).observe(nanos / 1e9);
    }
}
