package newsmill.bench.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the raw topic as a service behind it would: committed records only. Remembers when each article came. */
final class RawReader implements AutoCloseable {
    /** When an article came, in ns, by its id. */
    final Map<String, Long> came = new ConcurrentHashMap<>();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::read, "bench-reader");

    RawReader(KafkaSettings kafka) {
        Properties properties = kafka.properties();
        properties.put("isolation.level", "read_committed");
        properties.put("fetch.max.wait.ms", "50");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(kafka.topics().raw()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    came.putIfAbsent(record.key(), System.nanoTime());
                }
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
