package newsmill.service;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Kafka clients' own measurements for Prometheus, named {@code kafka_NAME}: of some hundred those that an operator looks
 * at first. Labels are Kafka's tags, and its group of measurements.
 */
public final class KafkaMetrics implements MultiCollector {
    private static final String TOTAL = "-total";
    private static final Set<String> WANTED = Set.of(
            "records-lag-max",
            "records-consumed-total",
            "record-send-total",
            "record-error-total",
            "process-total",
            "process-latency-avg",
            "dropped-records-total",
            "last-rebalance-seconds-ago",
            "failed-stream-threads",
            "alive-stream-threads");

    private final Supplier<Map<MetricName, ? extends Metric>> source;

    /** Measurements as the client has them when it is asked. */
    public KafkaMetrics(Supplier<Map<MetricName, ? extends Metric>> source) {
        this.source = source;
    }

    @Override
    public MetricSnapshots collect() {
        Map<String, Map<Labels, Double>> values = new TreeMap<>();
        source.get().forEach((name, metric) -> {
            if (WANTED.contains(name.name()) && metric.metricValue() instanceof Number number) {
                values.computeIfAbsent(name.name(), any -> new HashMap<>()).put(labels(name), number.doubleValue());
            }
        });
        MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        values.forEach((name, points) -> snapshots.metricSnapshot(snapshot(name, points)));
        return snapshots.build();
    }

    private static MetricSnapshot snapshot(String name, Map<Labels, Double> points) {
        if (name.endsWith(TOTAL)) {
            String counted = name.substring(0, name.length() - TOTAL.length());
            CounterSnapshot.Builder counter = CounterSnapshot.builder().name("kafka_" + plain(counted));
            points.forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(labels)
                    .value(value)
                    .build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name("kafka_" + plain(name));
        points.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }

    private static Labels labels(MetricName name) {
        Map<String, String> labels = new TreeMap<>();
        name.tags().forEach((tag, value) -> labels.put(plain(tag), value));
        labels.put("group", name.group());
        return Labels.of(labels.keySet().toArray(String[]::new), labels.values().toArray(String[]::new));
    }

    private static String plain(String name) {
        return name.replace('-', '_').replace('.', '_');
    }
}
