package newsmill.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * An article on its way to a sink: the record, and the few fields that sinks act on.
 *
 * @param record as it came from Kafka; a null value is a tombstone
 * @param id the article's id
 * @param revision its revision; 0 for a tombstone that does not name one
 * @param withdrawn true for the event of a withdrawal, and for a tombstone
 * @param enricher which taggers made it, {@code newsmill/VERSION}, or null
 * @param line the article as one line of JSON: the value itself wherever it can be; of a tombstone, a line that says so
 */
public record Delivery(
        ConsumerRecord<byte[], byte[]> record,
        String id,
        int revision,
        boolean withdrawn,
        String enricher,
        byte[] line) {

    /**
     * Reads a record.
     *
     * @throws IOException if it is no article; the message says what is wrong with it
     */
    public static Delivery of(ConsumerRecord<byte[], byte[]> record) throws IOException {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            if (key == null || key.isBlank()) {
                throw new IOException("neither key nor value");
            }
            int revision = revision(record);
            return new Delivery(record, key, revision, true, null, gone(key, revision));
        }
        ArticleScan scan = ArticleScan.of(record.value());
        if (key != null && !key.equals(scan.id())) {
            throw new IOException("the key is not the article's id");
        }
        byte[] line = scan.oneLine() ? record.value() : Json.write(Json.MAPPER.readTree(record.value()));
        return new Delivery(record, scan.id(), scan.revision(), scan.withdrawn(), scan.enricher(), line);
    }

    public TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** True for a null value. */
    public boolean tombstone() {
        return record.value() == null;
    }

    private static byte[] gone(String id, int revision) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        if (revision > 0) {
            line.put("revision", revision);
        }
        line.put("status", "withdrawn");
        return Json.write(line);
    }

    private static int revision(ConsumerRecord<byte[], byte[]> record) {
        String revision = EventHeaders.get(record.headers(), EventHeaders.REVISION);
        return revision != null && revision.matches("[1-9]\\d{0,8}") ? Integer.parseInt(revision) : 0;
    }
}
