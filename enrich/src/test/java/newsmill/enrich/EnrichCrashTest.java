package newsmill.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.broker.TestBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** FAULTS 1, 2, 7: the service in a process of its own that is killed, ended, and robbed of its state. */
@Timeout(400)
class EnrichCrashTest {
    /** The profile {@code faults} runs the full length, with ten kills. */
    private static final int ARTICLES = Integer.getInteger("newsmill.faults", 2_000);

    private static final int KILLS = Math.min(10, ARTICLES / 1_000);
    private static final List<String> LAST = List.of("last-0", "last-1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void everyArticleComesOutOnceThoughTheServiceIsKilledEndedAndLosesItsState() throws Exception {
        Topics topics = new Topics("crash");
        Settings settings;
        try (TestBroker broker = new TestBroker(folder.resolve("broker"))) {
            settings = broker.settings(
                    "crash",
                    Map.of(
                            "NEWSMILL_STATE_DIR", folder.resolve("state").toString(),
                            "NEWSMILL_INSTANCE", "one",
                            "NEWSMILL_TOPIC_PARTITIONS", "2"));
            broker.createTopics(settings);
            int part = ARTICLES / (KILLS + 2);
            int sent = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Process service = start(settings);
                send(broker, topics, sent, sent + part);
                sent += part;
                // Somewhere within the work on this part: some of it is committed, some is not.
                int some = sent - part / 2;
                broker.read(topics.enriched(), PATIENCE, records -> records.size() >= some);
                service.destroyForcibly().waitFor();
            }
            Process service = start(settings);
            send(broker, topics, sent, sent + part);
            sent += part;
            int some = sent - part / 2;
            broker.read(topics.enriched(), PATIENCE, records -> records.size() >= some);
            service.destroy();
            assertTrue(service.waitFor(30, TimeUnit.SECONDS), "drains in under 30 s");
            delete(folder.resolve("state"));

            service = start(settings);
            send(broker, topics, sent, ARTICLES);
            // All of it again: nothing of it is new.
            send(broker, topics, 0, ARTICLES);
            sendLast(broker, topics);
            List<ConsumerRecord<String, byte[]>> records =
                    broker.read(topics.enriched(), PATIENCE, read -> keys(read).containsAll(LAST));
            service.destroy();
            assertTrue(service.waitFor(30, TimeUnit.SECONDS));
            assertEquals(ARTICLES + LAST.size(), records.size());
            assertEquals(expected(), keys(records));
        }
    }

    private static String id(int n) {
        return "article-" + n;
    }

    private static void send(TestBroker broker, Topics topics, int from, int to) {
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            for (int n = from; n < to; n++) {
                Article article =
                        Article.of(id(n)).title("Weather " + n).body("Rain.").build();
                producer.send(new ProducerRecord<>(topics.raw(), article.id(), Json.write(article)));
            }
        }
    }

    /** One article behind all others on each partition. */
    private static void sendLast(TestBroker broker, Topics topics) {
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            for (int partition = 0; partition < LAST.size(); partition++) {
                Article article = Article.of(LAST.get(partition)).body("Sun.").build();
                producer.send(new ProducerRecord<>(topics.raw(), partition, article.id(), Json.write(article)));
            }
        }
    }

    private Process start(Settings settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                EnrichApp.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(settings.env());
        return builder.start();
    }

    private static Set<String> expected() {
        Set<String> ids = new HashSet<>(LAST);
        for (int n = 0; n < ARTICLES; n++) {
            ids.add(id(n));
        }
        return ids;
    }

    private static Set<String> keys(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(each -> keys.add(each.key()));
        return keys;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException e) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
