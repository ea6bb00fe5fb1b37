package newsmill.enrich;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import newsmill.article.Article;
import newsmill.article.Enriched;
import newsmill.article.EnrichedArticle;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.article.Topics;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The production topology under the production settings. */
@Timeout(30)
class EnrichTopologyTest {
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2026-11-20T08:30:00Z");

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> raw;
    private TestOutputTopic<String, byte[]> enriched;
    private TestOutputTopic<String, byte[]> rejected;

    @BeforeEach
    void start() {
        EnrichConfig config = EnrichConfig.from(new Settings(Map.of(
                "NEWSMILL_STATE_DIR", state.toString(),
                "NEWSMILL_ENRICH_TIME_LIMIT", "200ms",
                "NEWSMILL_TOPIC_MAX_MESSAGE_BYTES", "100000")));
        Enricher enricher = new Enricher(List.of(Taggers::faulty));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        driver = new TopologyTestDriver(
                EnrichTopology.of(
                        config, enricher, clock, new Overruns(() -> {}), new EnrichMetrics(new PrometheusRegistry())),
                config.properties());
        raw = driver.createInputTopic(TOPICS.raw(), new StringSerializer(), new ByteArraySerializer());
        enriched = driver.createOutputTopic(TOPICS.enriched(), new StringDeserializer(), new ByteArrayDeserializer());
        rejected = driver.createOutputTopic(TOPICS.rejected(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static Article.Builder article(String id, int revision) {
        return Article.of(id).revision(revision).title("Weather").body("Rain in Paris.");
    }

    private void send(Article article) {
        raw.pipeInput(article.id(), Json.write(article), PUBLISHED);
    }

    @Test
    void newArticleComesOutTaggedWithItsHeadersAndItsOwnTime() throws IOException {
        Article article = article("a", 1).url("https://example.org/a").build();
        raw.pipeInput(
                new TestRecord<>("a", Json.write(article), headers(Map.of(EventHeaders.REPLAY, "run-7")), PUBLISHED));

        TestRecord<String, byte[]> out = enriched.readRecord();
        EnrichedArticle read = Json.read(out.value(), EnrichedArticle.class);
        assertEquals("a", out.key());
        assertEquals(PUBLISHED, out.getRecordTime());
        assertEquals(new Enriched(Enricher.VERSION, NOW), read.enriched());
        assertEquals("Rain in Paris.", read.article().body());
        assertEquals("a:1", EventHeaders.get(out.headers(), "ce_id"));
        assertEquals(EventHeaders.ENRICHED, EventHeaders.get(out.headers(), "ce_type"));
        assertEquals(NOW.toString(), EventHeaders.get(out.headers(), "ce_time"));
        assertEquals("1", EventHeaders.get(out.headers(), EventHeaders.REVISION));
        assertEquals(Enricher.VERSION, EventHeaders.get(out.headers(), EventHeaders.ENRICHER));
        assertEquals("run-7", EventHeaders.get(out.headers(), EventHeaders.REPLAY));
    }

    @Test
    void whatIsNotNewIsDroppedAndAChangePasses() throws IOException {
        send(article("a", 1).build());
        send(article("a", 1).build());
        send(article("a", 2).body("Snow in Paris.").build());
        send(article("a", 1).build());
        send(article("b", 1).build());
        assertEquals(List.of("a:1", "a:2", "b:1"), passed());
        assertTrue(rejected.isEmpty());
    }

    @Test
    void withdrawalAndTombstonePassInOrder() {
        send(article("a", 1).build());
        send(article("a", 2).status(Article.Status.WITHDRAWN).build());
        raw.pipeInput("a", null, PUBLISHED);
        send(article("a", 1).build());
        assertEquals(List.of("a:1", "a:2"), List.of(id(enriched.readRecord()), id(enriched.readRecord())));
        TestRecord<String, byte[]> tombstone = enriched.readRecord();
        assertEquals("a", tombstone.key());
        assertNull(tombstone.value());
        assertTrue(enriched.isEmpty());
    }

    @Test
    void keyThatIsNotTheIdIsRejected() {
        byte[] value = Json.write(article("a", 1).build());
        raw.pipeInput("b", value, PUBLISHED);
        raw.pipeInput(null, value, PUBLISHED);
        assertEquals("a: has another id as its key: b", reason(rejected.readRecord()));
        assertArrayEquals(value, rejected.readRecord().value());
        assertTrue(enriched.isEmpty());
    }

    @Test
    void faultOfATaggerRejectsItsArticleAlone() {
        for (String title : List.of("throws", "overflows", "sleeps", "fine")) {
            send(article(title, 1).title(title).build());
        }
        assertEquals("throws: cannot be tagged: java.lang.ClassCastException: a tagger with a fault", next());
        assertEquals("overflows: cannot be tagged: java.lang.StackOverflowError", next());
        assertEquals("sleeps: its taggers ran longer than 200 ms (NEWSMILL_ENRICH_TIME_LIMIT)", next());
        assertTrue(rejected.isEmpty());
        assertEquals(List.of("fine:1"), passed());
    }

    @Test
    void rejectedArticleIsStillNewWhenItComesAgain() {
        send(article("a", 1).title("throws").build());
        send(article("a", 1).title("throws").build());
        assertEquals(2, rejected.readRecordsToList().size());
    }

    @Test
    void articleTooLargeWithItsTagsIsRejected() {
        send(article("many", 1).title("many").build());
        send(article("fine", 1).build());
        assertTrue(next().startsWith("many: "));
        assertEquals(List.of("fine:1"), passed());
    }

    @Test
    void reasonOfARejectedRecordFitsBesideIt() {
        send(article("overflows", 1).title("overflows").build());
        int bytes = 0;
        for (var header : rejected.readRecord().headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        assertTrue(bytes < 20_000, bytes + " bytes of headers");
    }

    private String next() {
        return reason(rejected.readRecord());
    }

    private static String reason(TestRecord<String, byte[]> record) {
        return EventHeaders.get(record.headers(), "__streams.errors.message");
    }

    private List<String> passed() {
        return enriched.readRecordsToList().stream().map(EnrichTopologyTest::id).toList();
    }

    private static String id(TestRecord<String, byte[]> record) {
        return EventHeaders.get(record.headers(), "ce_id");
    }

    private static Headers headers(Map<String, String> values) {
        Headers headers = new RecordHeaders();
        values.forEach((name, value) -> EventHeaders.put(headers, name, value));
        return headers;
    }
}
