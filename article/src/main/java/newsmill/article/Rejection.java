package newsmill.article;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why a record could not be used. It goes whole to the rejected topic, its key, bytes and headers as they were, with
 * these headers beside them. The names are those of Kafka Streams' own dead letters, so that one reader serves both.
 *
 * @param topic where the record came from
 * @param partition its partition there
 * @param offset its offset there
 * @param reason what is wrong with it, in one line
 * @param exception the class of what was thrown, or the name of the service that refused it
 */
public record Rejection(String topic, int partition, long offset, String reason, String exception) {
    private static final String PREFIX = "__streams.errors.";

    /** The record for the rejected topic. */
    public static ProducerRecord<byte[], byte[]> of(
            String rejected, ConsumerRecord<byte[], byte[]> record, String by, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        EventHeaders.put(headers, PREFIX + "topic", record.topic());
        EventHeaders.put(headers, PREFIX + "partition", Integer.toString(record.partition()));
        EventHeaders.put(headers, PREFIX + "offset", Long.toString(record.offset()));
        EventHeaders.put(headers, PREFIX + "message", reason);
        EventHeaders.put(headers, PREFIX + "exception", by);
        // Dated when it was rejected: by the article's own date, retention might drop it at once.
        return new ProducerRecord<>(rejected, null, null, record.key(), record.value(), headers);
    }

    /** Reads the headers of a record of the rejected topic; null if it has none. */
    public static Rejection read(Headers headers) {
        String topic = EventHeaders.get(headers, PREFIX + "topic");
        return topic == null
                ? null
                : new Rejection(
                        topic,
                        (int) number(headers, "partition"),
                        number(headers, "offset"),
                        EventHeaders.get(headers, PREFIX + "message"),
                        EventHeaders.get(headers, PREFIX + "exception"));
    }

    /** Takes the rejection's headers off, as a record needs that is sent on its way again. */
    public static void clear(Headers headers) {
        for (String name : new String[] {"topic", "partition", "offset", "message", "exception", "stacktrace"}) {
            headers.remove(PREFIX + name);
        }
    }

    private static long number(Headers headers, String name) {
        String value = EventHeaders.get(headers, PREFIX + name);
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }
}
