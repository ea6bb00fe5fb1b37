package newsmill.local.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The last record of each partition of a topic. Offsets go on behind it, for marks of transactions that no reader gets to see;
 * so a reader has everything when it has come behind the last record.
 */
public final class LastRecords {
    private static final int FIRST_LOOK = 100;

    private final Map<TopicPartition, Long> behind;

    private LastRecords(Map<TopicPartition, Long> behind) {
        this.behind = behind;
    }

    /** As they are now. */
    public static LastRecords of(KafkaSettings kafka, String topic) {
        Map<TopicPartition, Long> behind = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = TopicPast.consumer(kafka)) {
            List<TopicPartition> partitions = TopicPast.partitions(consumer, topic);
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                long last = last(consumer, partition, begins.get(partition), ends.get(partition));
                if (last >= 0) {
                    behind.put(partition, last + 1);
                }
            }
        }
        return new LastRecords(behind);
    }

    /** True if a group that has committed these offsets has read them all. */
    public boolean readBy(Map<TopicPartition, OffsetAndMetadata> committed) {
        return behind.entrySet().stream()
                .allMatch(last -> committed.get(last.getKey()) != null
                        && committed.get(last.getKey()).offset() >= last.getValue());
    }

    /** Looks back further until it finds a record, or the partition's beginning: then -1. */
    private static long last(KafkaConsumer<?, ?> consumer, TopicPartition partition, long begin, long end) {
        for (long look = FIRST_LOOK; ; look *= 10) {
            long from = Math.max(begin, end - look);
            long last = -1;
            consumer.seek(partition, from);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<?, ?> record : consumer.poll(Duration.ofMillis(200))) {
                    last = record.offset();
                }
            }
            if (last >= 0 || from == begin) {
                return last;
            }
        }
    }
}
