package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.broker.TestBroker;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.Sources;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker. */
@Timeout(120)
class IngestAppTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private static TestBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new TestBroker(folder.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static Settings settings(String prefix, String state, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "NEWSMILL_STATE_DIR", folder.resolve(state).toString(),
                "NEWSMILL_TOPIC_PARTITIONS", "3",
                "NEWSMILL_INGEST_HOST_GAP", "20ms",
                "NEWSMILL_INGEST_EVERY", "1s",
                "NEWSMILL_INGEST_EVERY_FLOOR", "1s",
                "NEWSMILL_INGEST_ALLOW_PRIVATE", "true"));
        all.putAll(more);
        return broker.settings(prefix, all);
    }

    private static SourceEntry source(String id, String url) {
        return new SourceEntry(id, url, SourceType.AUTO, null, null, null, null, List.of());
    }

    private static Set<String> keys(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.add(record.key()));
        return keys;
    }

    /** FAULTS 17, 33. */
    @Test
    void afterTheLossOfItsStateDirectoryNoKnownFeedIsAskedUnconditionallyAndNoArticleComesTwice() throws Exception {
        Settings first = settings("restart", "one", Map.of());
        Topics topics = KafkaSettings.from(first).topics();
        broker.createTopics(first);
        try (LocalSite feeds = new LocalSite();
                LocalSite pages = new LocalSite()) {
            String[] urls = new String[12];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = pages.url("/story/" + i);
                pages.on("/story/" + i, LocalSite.html(Samples.page("Story " + i, Samples.paragraph("case " + i))));
            }
            feeds.on("/feed", LocalSite.feed(Samples.rss(urls)).with("ETag", "\"one\""));
            feeds.on("/other", LocalSite.feed(Samples.rss(urls[3], urls[4])).with("ETag", "\"two\""));
            Sources sources = new Sources(List.of(source("a", feeds.url("/feed")), source("b", feeds.url("/other"))));
            SourcesPublisher publisher = new SourcesPublisher(KafkaSettings.from(first));
            assertEquals(List.of("a", "b"), publisher.publish(sources).added());
            assertEquals(2, publisher.publish(sources).unchanged());

            try (IngestApp app = new IngestApp(IngestConfig.from(first))) {
                app.start();
                broker.read(topics.raw(), PATIENCE, records -> keys(records).size() == urls.length);
                assertTrue(app.running());
            }
            int asked = feeds.asked.size();
            feeds.asked.clear();
            assertTrue(asked > 0);

            try (IngestApp app = new IngestApp(IngestConfig.from(settings("restart", "another", Map.of())))) {
                app.start();
                pages.on("/story/new", LocalSite.html(Samples.page("New", Samples.paragraph("something new"))));
                try (var producer = broker.producer()) {
                    producer.send(link(topics, pages.url("/story/new"))).get();
                }
                List<ConsumerRecord<String, byte[]>> all = broker.read(
                        topics.raw(), PATIENCE, records -> keys(records).size() == urls.length + 1);
                assertEquals(urls.length + 1, all.size());
                while (feeds.asked.size() < 2) {
                    Thread.onSpinWait();
                }
            }
            assertTrue(feeds.asked.stream().noneMatch(request -> request.path().equals("/robots.txt")));
            assertTrue(feeds.asked.stream().allMatch(request -> request.header("If-none-match") != null));
            assertEquals(
                    List.of("b"),
                    publisher
                            .publish(new Sources(sources.entries().subList(0, 1)))
                            .removed());
        }
    }

    private static ProducerRecord<String, byte[]> link(Topics topics, String url) {
        return new ProducerRecord<>(
                topics.links(), "whatever", ("{\"url\":\"" + url + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNoLinkLandsInTheRejectedTopicWhole() throws Exception {
        Settings settings = settings("rejects", "rejects", Map.of());
        Topics topics = KafkaSettings.from(settings).topics();
        broker.createTopics(settings);
        try (LocalSite site = new LocalSite();
                IngestApp app = new IngestApp(IngestConfig.from(settings));
                var producer = broker.producer()) {
            site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))));
            producer.send(new ProducerRecord<>(topics.links(), "k", "no json".getBytes(StandardCharsets.UTF_8)));
            producer.send(new ProducerRecord<>(topics.links(), "k", null));
            producer.send(link(topics, site.url("/a"))).get();
            app.start();
            var rejected = broker.read(topics.rejected(), PATIENCE, records -> records.size() == 2);
            assertEquals("no json", new String(rejected.get(0).value(), StandardCharsets.UTF_8));
            assertEquals(
                    1,
                    broker.read(topics.raw(), PATIENCE, records -> !records.isEmpty())
                            .size());
        }
    }

    @Test
    void missingTopicsAreOneLineThatSaysHowToMendIt() {
        try (IngestApp app = new IngestApp(IngestConfig.from(settings("missing", "missing", Map.of())))) {
            String message =
                    assertThrows(IllegalStateException.class, app::start).getMessage();
            assertTrue(message.contains("./newsmill topics create"), message);
        }
    }
}
