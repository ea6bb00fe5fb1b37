package newsmill.local.replay;

import java.util.Properties;
import java.util.concurrent.TimeUnit;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records, and with them, in one transaction, how far the replay has come: killed at any moment, it finds both or
 * neither. Not thread-safe.
 */
final class Publisher implements AutoCloseable {
    /** Readers of what is committed wait behind an open transaction, live articles among them. */
    private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /** So long they wait behind a replay that was killed, and Kafka looks only every ten seconds. */
    private static final int TRANSACTION_MILLIS = 10_000;

    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private boolean open;
    private long opened;

    /** Ends every other replay of this name, and what it had not committed. */
    Publisher(KafkaSettings kafka, String run, int maxRecordBytes) {
        this.kafka = kafka;
        Properties properties = new Properties();
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "10");
        properties.put("batch.size", Integer.toString(256 << 10));
        properties.put("buffer.memory", Integer.toString(64 << 20));
        properties.putAll(kafka.properties());
        properties.put("max.request.size", Integer.toString(maxRecordBytes + (2 << 20)));
        properties.put("transactional.id", kafka.topics().prefix() + "-replay-" + run);
        properties.put("transaction.timeout.ms", Integer.toString(TRANSACTION_MILLIS));
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        if (!open) {
            producer.beginTransaction();
            open = true;
            opened = System.nanoTime();
        }
        producer.send(record);
    }

    /** True if it is time to commit. */
    boolean due() {
        return open && System.nanoTime() - opened > COMMIT_NANOS;
    }

    /** Commits what was sent together with the cursor; throws if anything of it did not arrive. */
    void commit(Cursor cursor) {
        send(CursorTopic.record(kafka, cursor));
        producer.commitTransaction();
        open = false;
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
