package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.article.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Here and not with its class in {@code article}, for the broker is here. */
class TopicSetupTest {
    private final Topics topics = new Topics("s" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void topicsAreMadeOnceAndLeftAsTheyAre() {
        try (Admin admin = admin()) {
            assertEquals(List.of(), setup(Map.of()).create(admin, topics));
            assertEquals(List.of(), setup(Map.of()).create(admin, topics));
            List<String> differences = setup(
                            Map.of("NEWSMILL_TOPIC_PARTITIONS", "9", "NEWSMILL_TOPIC_RETENTION", "400d"))
                    .create(admin, topics);
            assertTrue(differences.contains(topics.raw() + ": 6 partitions, not 9"), differences.toString());
            assertTrue(
                    differences.contains(topics.raw() + ": retention.ms is -1, not 34560000000"),
                    differences.toString());
        }
    }

    @Test
    void sourcesAndLinksMustHoldTheSameHosts() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topics.links(), 2, (short) 1)))
                    .all()
                    .get();
            String message = assertThrows(
                            IllegalStateException.class, () -> setup(Map.of()).create(admin, topics))
                    .getMessage();
            assertTrue(
                    message.startsWith(topics.sources() + " has 6 partitions, " + topics.links() + " has 2"), message);
        }
    }

    @Test
    void datesOfPublicationNeedNotBeInOrderNorInThePast() throws Exception {
        try (Admin admin = admin();
                KafkaProducer<byte[], byte[]> producer = TestBroker.producer(Map.of("batch.size", "0"))) {
            setup(Map.of("NEWSMILL_TOPIC_PARTITIONS", "1")).create(admin, topics);
            long year = 31_557_600_000L;
            for (int i = 0; i < 60; i++) {
                send(producer, i % 2 * 56 * year, i);
            }
            send(producer, 130 * year, 60);
            try (Stream<Path> files = Files.walk(TestBroker.logs().resolve(topics.raw() + "-0"))) {
                assertTrue(
                        files.filter(file -> file.toString().endsWith(".log")).count() <= 2,
                        "leaps between 1970 and 2026 leave no segment each");
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, long time, int i) throws Exception {
        producer.send(new ProducerRecord<>(topics.raw(), 0, time, new byte[] {(byte) i}, new byte[10]))
                .get();
    }

    private static TopicSetup setup(Map<String, String> more) {
        return new TopicSetup(TopicSettings.from(new Settings(new HashMap<>(more))));
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestBroker.servers()));
    }
}
