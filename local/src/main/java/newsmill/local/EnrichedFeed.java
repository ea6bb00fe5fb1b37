package newsmill.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Enriched articles as they arrive on the topic. For one thread; tombstones and records that are none of ours are passed over. */
final class EnrichedFeed implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> read = new HashMap<>();

    /** Begins behind what is on the topic now. */
    EnrichedFeed(KafkaSettings kafka) {
        Properties properties = kafka.properties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(kafka.topics().enriched()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** What has come since the last call; waits for a moment if there is nothing. */
    List<EnrichedArticle> next(Duration patience) {
        List<EnrichedArticle> articles = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            read.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            if (record.value() != null) {
                try {
                    articles.add(Json.read(record.value(), EnrichedArticle.class));
                } catch (IOException e) {
                    Console.say(
                            record.topic() + "-" + record.partition() + "@" + record.offset() + ": " + e.getMessage());
                }
            }
        }
        return articles;
    }

    /** True if a group has committed all that was read here. */
    boolean deliveredTo(Map<TopicPartition, OffsetAndMetadata> committed) {
        return read.entrySet().stream()
                .allMatch(entry -> committed.get(entry.getKey()) != null
                        && committed.get(entry.getKey()).offset() >= entry.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
