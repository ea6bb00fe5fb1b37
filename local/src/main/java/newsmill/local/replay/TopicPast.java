package newsmill.local.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A topic's records up to where it ended when the replay began. Each partition is read in its order, and of the partitions'
 * next records the oldest comes first: the same order each time, and close to that of the articles' dates.
 */
final class TopicPast implements Archive {
    /** A partition with as much read ahead waits for the others. */
    private static final int BYTES_AHEAD = 2 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final long all;
    private volatile long done;

    /**
     * Opens a topic's past.
     *
     * @param starts by partition, the next offset to read
     * @param ends by partition, the offset to stop at
     */
    TopicPast(KafkaSettings kafka, String topic, Map<String, Long> starts, Map<String, Long> ends) {
        this.consumer = consumer(kafka);
        long length = 0;
        for (Map.Entry<String, Long> end : ends.entrySet()) {
            int number = Integer.parseInt(end.getKey());
            long start = starts.getOrDefault(end.getKey(), 0L);
            lanes.put(new TopicPartition(topic, number), new Lane(end.getValue()));
            length += Math.max(0, end.getValue() - start);
        }
        consumer.assign(lanes.keySet());
        lanes.forEach((partition, lane) -> {
            long start = starts.getOrDefault(Integer.toString(partition.partition()), 0L);
            consumer.seek(partition, start);
            lane.read = start;
        });
        this.all = length;
    }

    /** By partition, the offset that the topic ends at for those who read what is committed. */
    static Map<String, Long> ends(KafkaSettings kafka, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            return named(consumer.endOffsets(partitions));
        }
    }

    /** By partition, the offset before which every record is older than a moment; with none, the first offset. */
    static Map<String, Long> starts(KafkaSettings kafka, String topic, Instant from) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            if (from == null) {
                return named(consumer.beginningOffsets(partitions));
            }
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
            Map<TopicPartition, Long> starts = new HashMap<>(consumer.endOffsets(partitions));
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    starts.put(partition, offset.offset());
                }
            });
            return named(starts);
        }
    }

    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings kafka) {
        Properties properties = kafka.properties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Long> named(Map<TopicPartition, Long> offsets) {
        Map<String, Long> named = new TreeMap<>();
        offsets.forEach((partition, offset) -> named.put(Integer.toString(partition.partition()), offset));
        return named;
    }

    @Override
    public Entry next() {
        while (mayWait()) {
            poll();
        }
        Lane oldest = null;
        for (Lane lane : lanes.values()) {
            if (!lane.records.isEmpty() && (oldest == null || lane.before(oldest))) {
                oldest = lane;
            }
        }
        if (oldest == null) {
            return null;
        }
        ConsumerRecord<byte[], byte[]> record = oldest.records.remove();
        oldest.bytes -= weight(record);
        done++;
        return new Entry.Kept(record);
    }

    /** True if a partition has more records, and none here: one of them may be the oldest. */
    @Override
    public boolean mayWait() {
        return lanes.values().stream().anyMatch(lane -> lane.records.isEmpty() && lane.read < lane.end);
    }

    private void poll() {
        lanes.forEach((partition, lane) -> {
            if (lane.bytes > BYTES_AHEAD || lane.read >= lane.end) {
                consumer.pause(List.of(partition));
            } else {
                consumer.resume(List.of(partition));
            }
        });
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
            Lane lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
            if (record.offset() < lane.end) {
                lane.records.add(record);
                lane.bytes += weight(record);
            }
        }
        // Marks of transactions and what compaction took have offsets too, and are no records.
        lanes.forEach((partition, lane) -> lane.read = consumer.position(partition));
    }

    private static int weight(ConsumerRecord<byte[], byte[]> record) {
        return 200 + (record.value() == null ? 0 : record.value().length);
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public long all() {
        return all;
    }

    @Override
    public void note(Reached reached, Entry entry) {
        reached.at(entry.place().file(), entry.place().number() + 1);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** What is read ahead of a partition. */
    private static final class Lane {
        private final ArrayDeque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
        private final long end;
        private long read;
        private long bytes;

        private Lane(long end) {
            this.end = end;
        }

        private boolean before(Lane other) {
            ConsumerRecord<byte[], byte[]> mine = records.element();
            ConsumerRecord<byte[], byte[]> theirs = other.records.element();
            return mine.timestamp() != theirs.timestamp()
                    ? mine.timestamp() < theirs.timestamp()
                    : mine.partition() < theirs.partition();
        }
    }
}
