package newsmill.enrich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.article.Rejection;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.broker.TestBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker. */
@Timeout(60)
class EnrichAppTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(folder.resolve("broker"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Settings settings(String prefix) {
        return broker.settings(
                prefix,
                Map.of(
                        "NEWSMILL_STATE_DIR", folder.resolve(prefix).toString(),
                        "NEWSMILL_ENRICH_TIME_LIMIT", "200ms",
                        "NEWSMILL_ENRICH_THREADS", "1",
                        "NEWSMILL_TOPIC_PARTITIONS", "2",
                        "NEWSMILL_TOPIC_MAX_MESSAGE_BYTES", "150000"));
    }

    private static EnrichApp app(Settings settings) {
        return new EnrichApp(EnrichConfig.from(settings), new Enricher(List.of(Taggers::faulty)));
    }

    private static byte[] article(String id, String title, String body) {
        return Json.write(Article.of(id).title(title).body(body).build());
    }

    /** FAULTS 9, 10, 11: each lands whole in the rejected topic, and the stream goes on. */
    @Test
    void whatCannotBeUsedIsRejectedWholeAndTheRestIsUnaffected() {
        Settings settings = settings("letters");
        Topics topics = new Topics("letters");
        broker.createTopics(settings);
        Map<String, byte[]> bad = new HashMap<>();
        bad.put("broken", "{\"id\": \"broken\", \"title".getBytes(StandardCharsets.UTF_8));
        bad.put("not-ours", "[1, 2, 3]".getBytes(StandardCharsets.UTF_8));
        bad.put("null-word", "null".getBytes(StandardCharsets.UTF_8));
        bad.put("null-id", "{\"id\": null, \"title\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        bad.put("empty", new byte[0]);
        bad.put("other-id", article("another", "Weather", "Rain."));
        bad.put("throws", article("throws", "throws", "Rain."));
        bad.put("overflows", article("overflows", "overflows", "Rain."));
        bad.put("sleeps", article("sleeps", "sleeps", "Rain."));
        bad.put("many", article("many", "many", "Rain."));
        // As large as the raw topic takes: with its tags too large for the enriched one.
        bad.put("large", article("large", "Weather", "x".repeat(149_800)));
        try (EnrichApp app = app(settings)) {
            app.start();
            assertTrue(app.running());
            try (KafkaProducer<String, byte[]> producer = broker.producer()) {
                int good = 0;
                for (Map.Entry<String, byte[]> each : bad.entrySet()) {
                    producer.send(new ProducerRecord<>(topics.raw(), each.getKey(), each.getValue()));
                    String id = "good-" + good++;
                    producer.send(new ProducerRecord<>(topics.raw(), id, article(id, "Weather", "Rain.")));
                }
            }
            List<ConsumerRecord<String, byte[]>> rejected =
                    broker.read(topics.rejected(), PATIENCE, records -> records.size() >= bad.size());
            List<ConsumerRecord<String, byte[]>> enriched =
                    broker.read(topics.enriched(), PATIENCE, records -> records.size() >= bad.size());
            assertEquals(bad.size(), rejected.size());
            assertEquals(bad.size(), enriched.size());
            for (ConsumerRecord<String, byte[]> each : rejected) {
                assertArrayEquals(bad.get(each.key()), each.value(), each.key());
                Rejection reason = Rejection.read(each.headers());
                assertEquals(topics.raw(), reason.topic());
                assertNotNull(reason.reason(), each.key());
            }
            assertTrue(enriched.stream().allMatch(each -> each.key().startsWith("good-")));
            assertTrue(app.running());
        }
    }

    @Test
    void articleDatedAheadOfTheClockPassesWithItsDate() {
        Settings settings = settings("ahead");
        Topics topics = new Topics("ahead");
        broker.createTopics(settings);
        long ahead = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();
        try (EnrichApp app = app(settings);
                KafkaProducer<String, byte[]> producer = broker.producer()) {
            app.start();
            producer.send(new ProducerRecord<>(topics.raw(), null, ahead, "a", article("a", "Weather", "Rain.")));
            producer.flush();
            assertEquals(
                    ahead,
                    broker.read(topics.enriched(), PATIENCE, records -> !records.isEmpty())
                            .get(0)
                            .timestamp());
        }
    }

    @Test
    void taggersThatCannotBeStoppedEndTheServiceWithAReasonOnceTheirArticlesAreRejected() throws Exception {
        Settings settings = settings("stuck");
        Topics topics = new Topics("stuck");
        broker.createTopics(settings);
        try (EnrichApp app = app(settings)) {
            app.start();
            try (KafkaProducer<String, byte[]> producer = broker.producer()) {
                for (int i = 0; i < Overruns.MOST_RUNNING; i++) {
                    producer.send(new ProducerRecord<>(topics.raw(), "a" + i, article("a" + i, "spins", "Rain.")));
                }
            }
            assertTrue(app.await().getMessage().contains("cannot be stopped"));
            assertEquals(false, app.running());
        } finally {
            Taggers.stopSpinning();
        }
        int rejected = Overruns.MOST_RUNNING;
        assertEquals(
                rejected,
                broker.read(topics.rejected(), PATIENCE, records -> records.size() >= rejected)
                        .size());
    }

    @Test
    void missingTopicsAreNamedWithTheCommandThatCreatesThem() {
        try (EnrichApp app = app(settings("nowhere"))) {
            String message =
                    assertThrows(IllegalStateException.class, app::start).getMessage();
            assertTrue(message.contains("nowhere.raw.v1"), message);
            assertTrue(message.endsWith("./newsmill topics create"), message);
        }
    }
}
