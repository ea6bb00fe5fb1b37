package newsmill.article;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RejectionTest {
    @Test
    void recordKeepsItsKeyBytesAndHeadersAndGainsTheReason() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("newsmill.enriched.v1", 3, 42, new byte[] {1}, new byte[] {2, (byte) 0xFF});
        EventHeaders.put(record.headers(), EventHeaders.REVISION, "4");
        ProducerRecord<byte[], byte[]> rejected = Rejection.of("newsmill.rejected.v1", record, "sink", "not JSON");
        assertArrayEquals(record.key(), rejected.key());
        assertArrayEquals(record.value(), rejected.value());
        assertEquals("4", EventHeaders.get(rejected.headers(), EventHeaders.REVISION));
        assertEquals(
                new Rejection("newsmill.enriched.v1", 3, 42, "not JSON", "sink"), Rejection.read(rejected.headers()));
        Rejection.clear(rejected.headers());
        assertEquals(record.headers(), rejected.headers());
    }

    @Test
    void recordThatWasNeverRejectedHasNoReason() {
        assertNull(Rejection.read(new RecordHeaders()));
    }
}
