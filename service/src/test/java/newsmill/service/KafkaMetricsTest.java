package newsmill.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.junit.jupiter.api.Test;

class KafkaMetricsTest {
    @Test
    void wantedMeasurementsCarryKafkasTagsAndTheOthersStayOut() throws IOException {
        try (Metrics kafka = new Metrics()) {
            add(kafka, "process-total", Map.of("task-id", "0_1"), 7);
            add(kafka, "process-total", Map.of("task-id", "0_2"), 8);
            add(kafka, "records-lag-max", Map.of("client-id", "enrich"), 3);
            add(kafka, "io-ratio", Map.of(), 1);
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(page, new KafkaMetrics(kafka::metrics).collect());
            String text = page.toString(StandardCharsets.UTF_8);
            assertTrue(text.contains("kafka_process_total{group=\"g\",task_id=\"0_1\"} 7.0"), text);
            assertTrue(text.contains("kafka_records_lag_max{client_id=\"enrich\",group=\"g\"} 3.0"), text);
            assertEquals(
                    2,
                    text.lines()
                            .filter(line -> line.startsWith("kafka_process_total{"))
                            .count());
            assertFalse(text.contains("io_ratio"));
        }
    }

    private static void add(Metrics kafka, String name, Map<String, String> tags, double value) {
        kafka.addMetric(new MetricName(name, "g", "", tags), (Gauge<Double>) (config, now) -> value);
    }
}
