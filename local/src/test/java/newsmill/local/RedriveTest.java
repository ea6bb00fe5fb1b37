package newsmill.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newsmill.article.KafkaSettings;
import newsmill.article.Rejection;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.broker.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class RedriveTest {
    private static final byte[] KEY = "a".getBytes(StandardCharsets.UTF_8);
    private static final byte[] VALUE = "{not json".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void rejectedRecordGoesBackOnceAsItWasHoweverOftenItIsAsked() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            KafkaSettings kafka = settings(broker);
            String raw = kafka.topics().raw();
            try (KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
                ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(raw, 0, 7, KEY, VALUE);
                producer.send(Rejection.of(kafka.topics().rejected(), record, "test", "not JSON"))
                        .get();
                producer.send(new ProducerRecord<>(kafka.topics().rejected(), KEY, VALUE))
                        .get();
            }
            assertEquals(new Redrive.Result(1, 1), new Redrive(kafka).run());
            assertEquals(new Redrive.Result(0, 0), new Redrive(kafka).run());
            List<ConsumerRecord<byte[], byte[]>> back = records(kafka, raw);
            assertEquals(1, back.size());
            assertArrayEquals(KEY, back.get(0).key());
            assertArrayEquals(VALUE, back.get(0).value());
            assertNull(Rejection.read(back.get(0).headers()));
        }
    }

    private static KafkaSettings settings(EmbeddedBroker broker) {
        Settings settings = new Settings(Map.of(
                "NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "NEWSMILL_TOPIC_PARTITIONS", "1",
                "NEWSMILL_TOPIC_REPLICATION", "1"));
        KafkaSettings kafka = KafkaSettings.from(settings);
        try (Admin admin = Admin.create(kafka.properties())) {
            new TopicSetup(TopicSettings.from(settings)).create(admin, kafka.topics());
        }
        return kafka;
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(KafkaSettings kafka, String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Cluster cluster = Cluster.of(
                new Settings(Map.of("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers())),
                Cluster.TopicsNeeded.NONE);
        try (var consumer = cluster.consumer()) {
            new TopicScan(consumer, Cluster.partitions(consumer, topic)).forEach(Duration.ofSeconds(20), records::add);
        }
        return records;
    }

    private static KafkaProducer<byte[], byte[]> producer(KafkaSettings kafka) {
        return new KafkaProducer<>(kafka.properties(), new ByteArraySerializer(), new ByteArraySerializer());
    }
}
