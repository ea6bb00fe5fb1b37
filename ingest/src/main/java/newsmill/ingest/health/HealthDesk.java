package newsmill.ingest.health;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.SourceHealth;
import newsmill.article.SourceHealth.Condition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the charts of one partition's sources, and tells of each change for the worse or the better. Chart, event and the
 * place in the visits topic change in one transaction: an event comes once.
 */
public final class HealthDesk implements Processor<String, byte[], String, byte[]> {
    /** The store of charts; its changelog is what {@code sources status} reads. */
    public static final String STORE = "health";

    private static final Logger LOG = LoggerFactory.getLogger(HealthDesk.class);
    /** How often charts are looked at without a report: a source can be silent because nobody gets to it. */
    private static final Duration ROUND = Duration.ofMinutes(5);

    private final HealthMetrics metrics;
    private final Set<String> ours = new HashSet<>();
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> charts;

    public HealthDesk(HealthMetrics metrics) {
        this.metrics = metrics;
    }

    /** The store's builder. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    /** The topic that holds the charts of an installation. */
    public static String changelog(String applicationId) {
        return applicationId + "-" + STORE + "-changelog";
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        charts = context.getStateStore(STORE);
        all().forEach(chart -> show(chart.source(), chart.condition()));
        context.schedule(
                ROUND, PunctuationType.WALL_CLOCK_TIME, now -> all().forEach(chart -> judge(chart, now, false)));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            charts.delete(record.key());
            ours.remove(record.key());
            metrics.forget(record.key());
            return;
        }
        VisitReport visit = visit(record.value());
        metrics.visited(visit);
        Chart before = read(charts.get(record.key()));
        // Links that others write may name a source that nobody has configured.
        if (before != null || visit.kind() != VisitReport.Kind.PAGE) {
            long at = visit.at().toEpochMilli();
            Chart chart = before == null ? Chart.blank(record.key(), at) : before;
            judge(chart.after(visit), Math.max(at, context.currentSystemTimeMs()), true);
        }
    }

    private static VisitReport visit(byte[] json) {
        try {
            return Json.read(json, VisitReport.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a visit: " + e.getMessage());
        }
    }

    private void judge(Chart chart, long now, boolean touched) {
        Condition was = chart.condition();
        Diagnosis found = Diagnosis.of(chart, now);
        if (!touched && found.condition() == was) {
            return;
        }
        Chart judged = chart.judged(found.condition(), found.reason(), now);
        charts.put(chart.source(), Json.write(judged));
        show(chart.source(), judged.condition());
        if (judged.condition() != was && (judged.condition().alarming() || was.alarming())) {
            tell(judged, was, now);
        }
    }

    private void tell(Chart chart, Condition was, long now) {
        SourceHealth health = chart.health(was, Instant.ofEpochMilli(now)).told();
        if (chart.condition().alarming()) {
            LOG.warn("source {}: {}: {}", chart.source(), chart.condition(), chart.reason());
        } else {
            LOG.info("source {}: no longer {}", chart.source(), was);
        }
        context.forward(new Record<>(chart.source(), Json.write(health), now, EventHeaders.of(health)));
    }

    private void show(String source, Condition condition) {
        ours.add(source);
        metrics.is(source, condition);
    }

    private List<Chart> all() {
        List<Chart> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = charts.all()) {
            entries.forEachRemaining(entry -> all.add(read(entry.value)));
        }
        return all;
    }

    /** A chart as the store and its changelog hold it; null for null. */
    public static Chart read(byte[] json) {
        try {
            return json == null ? null : Json.read(json, Chart.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the store holds something that is no chart", e);
        }
    }

    @Override
    public void close() {
        ours.forEach(metrics::forget);
    }
}
