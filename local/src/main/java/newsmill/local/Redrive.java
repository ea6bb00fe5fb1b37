package newsmill.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import newsmill.article.KafkaSettings;
import newsmill.article.Rejection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends rejected records back to where they came from; each record and the note that it was sent are one transaction. */
final class Redrive {
    private final KafkaSettings kafka;
    private final String group;

    Redrive(KafkaSettings kafka) {
        this.kafka = kafka;
        this.group = kafka.topics().prefix() + "-redrive";
    }

    /** Sends all that was rejected before it began. */
    Result run() {
        int sent = 0;
        int left = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            // Only one redrive at a time can send: a second one fences the first.
            producer.initTransactions();
            Map<TopicPartition, Long> ends = begin(consumer);
            Set<String> ours = Set.of(
                    kafka.topics().raw(),
                    kafka.topics().enriched(),
                    kafka.topics().links(),
                    kafka.topics().sources());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
                producer.beginTransaction();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    Rejection rejection = Rejection.read(record.headers());
                    if (rejection == null || !ours.contains(rejection.topic())) {
                        left++;
                        continue;
                    }
                    producer.send(again(record, rejection));
                    sent++;
                }
                producer.sendOffsetsToTransaction(positions(consumer), consumer.groupMetadata());
                producer.commitTransaction();
            }
        }
        return new Result(sent, left);
    }

    private Map<TopicPartition, Long> begin(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions =
                Cluster.partitions(consumer, kafka.topics().rejected());
        consumer.assign(partitions);
        return consumer.endOffsets(partitions);
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(KafkaConsumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            positions.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
        return positions;
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        Rejection.clear(headers);
        // The partition it came from: links and sources lie where their host is owned, whatever their key says.
        Integer partition = rejection.partition() < 0 ? null : rejection.partition();
        return new ProducerRecord<>(rejection.topic(), partition, null, record.key(), record.value(), headers);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Properties properties = kafka.properties();
        properties.put("group.id", group);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Properties properties = kafka.properties();
        properties.put("transactional.id", group);
        properties.put("max.request.size", 64 << 20);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @param left records that do not say which of our topics they came from */
    record Result(int sent, int left) {}
}
