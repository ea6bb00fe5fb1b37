package newsmill.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought.
 *
 * @param records each partition's in order
 * @param next where each partition goes on: also past the marks that transactions leave in a topic, for a group that has
 *     read all should be seen to have
 */
record Batch(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {
    static final Batch NONE = new Batch(List.of(), Map.of());

    static Batch of(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        Map<TopicPartition, Long> next = new HashMap<>();
        polled.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
        return new Batch(records, next);
    }

    /** The same without what came of these partitions. */
    Batch without(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> left = new HashMap<>(next);
        if (!left.keySet().removeAll(partitions)) {
            return this;
        }
        return new Batch(
                records.stream()
                        .filter(record -> left.containsKey(new TopicPartition(record.topic(), record.partition())))
                        .toList(),
                left);
    }
}
