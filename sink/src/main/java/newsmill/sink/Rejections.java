package newsmill.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import newsmill.article.KafkaSettings;
import newsmill.article.Rejection;
import newsmill.article.TopicSettings;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that cannot be used, on their way to the rejected topic. They go there in the transaction that commits the
 * offsets behind them: none is lost, none comes twice, whatever dies when. Offsets without rejections beside them need no
 * transaction.
 */
final class Rejections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);
    private static final String BY = "newsmill-sink";
    private static final int MAX_WAITING = 500;
    private static final int MAX_WAITING_BYTES = 4 << 20;

    private final KafkaSettings kafka;
    private final List<ProducerRecord<byte[], byte[]>> waiting = new ArrayList<>();
    private Producer<byte[], byte[]> producer;
    private long bytes;

    Rejections(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    void add(ConsumerRecord<byte[], byte[]> record, String reason) {
        // Reasons quote what stands in the record: one line, and no signs that a terminal obeys.
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        if (waiting.isEmpty()) {
            LOG.warn("{}-{}@{}: rejected: {}", record.topic(), record.partition(), record.offset(), line);
        }
        waiting.add(Rejection.of(kafka.topics().rejected(), record, BY, line));
        bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }

    /** True if so much waits, in memory, that it should be committed. */
    boolean isFull() {
        return waiting.size() >= MAX_WAITING || bytes >= MAX_WAITING_BYTES;
    }

    void clear() {
        waiting.clear();
        bytes = 0;
    }

    /** Commits the offsets, and what was rejected before them. */
    void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (waiting.isEmpty()) {
            consumer.commitSync(offsets);
            return;
        }
        try {
            Producer<byte[], byte[]> rejecting = producer();
            rejecting.beginTransaction();
            waiting.forEach(rejecting::send);
            rejecting.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            rejecting.commitTransaction();
            if (waiting.size() > 1) {
                LOG.warn("{}: {} records rejected", kafka.topics().rejected(), waiting.size());
            }
            clear();
        } catch (KafkaException e) {
            // A new producer ends what this one has begun; whether it was committed, the group's offset will tell.
            close();
            throw e;
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            Properties properties = kafka.properties();
            properties.put("transactional.id", kafka.topics().prefix() + "-sink-" + UUID.randomUUID());
            properties.put("transaction.timeout.ms", "30000");
            properties.put("max.block.ms", "20000");
            properties.put("delivery.timeout.ms", "25000");
            properties.put("request.timeout.ms", "10000");
            properties.put("linger.ms", "5");
            properties.put("max.request.size", Integer.toString(TopicSettings.MAX_MESSAGE_BYTES + (1 << 20)));
            KafkaProducer<byte[], byte[]> fresh =
                    new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
            try {
                fresh.initTransactions();
            } catch (KafkaException e) {
                fresh.close(Duration.ZERO);
                throw e;
            }
            producer = fresh;
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            Producer<byte[], byte[]> old = producer;
            producer = null;
            old.close(Duration.ofSeconds(5));
        }
    }
}
