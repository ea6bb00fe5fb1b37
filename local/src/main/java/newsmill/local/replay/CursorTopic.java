package newsmill.local.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topic of replays: the cursor of each under its name. */
final class CursorTopic {
    private CursorTopic() {}

    /** The record that notes how far a replay has come. */
    static ProducerRecord<byte[], byte[]> record(KafkaSettings kafka, Cursor cursor) {
        return new ProducerRecord<>(
                kafka.topics().replays(), cursor.run().getBytes(StandardCharsets.UTF_8), Json.write(cursor));
    }

    /** The last cursor of a replay, or null if there was no replay of that name. */
    static Cursor last(KafkaSettings kafka, String run) throws IOException {
        byte[] key = run.getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> last = null;
        try (KafkaConsumer<byte[], byte[]> consumer = TopicPast.consumer(kafka)) {
            List<TopicPartition> partitions =
                    TopicPast.partitions(consumer, kafka.topics().replays());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (Arrays.equals(key, record.key())) {
                        last = record;
                    }
                }
            }
        }
        return last == null || last.value() == null ? null : Json.read(last.value(), Cursor.class);
    }
}
