package newsmill.ingest;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.fetch.Fetcher;
import newsmill.ingest.frontier.Outcome;
import newsmill.ingest.frontier.Visitor;
import newsmill.ingest.frontier.WebVisitor;
import newsmill.ingest.health.HealthMetrics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology under its production settings, its clock in the test's hand, fetching from real sites. */
public final class Crawl implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "NEWSMILL_INGEST_ALLOW_PRIVATE", "true",
            "NEWSMILL_INGEST_CONTACT", "mailto:desk@example.org");

    public final Topics topics = Topics.DEFAULT;
    public final List<TestRecord<String, byte[]>> raw = new ArrayList<>();
    public final PrometheusRegistry metrics = new PrometheusRegistry();
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final List<Handover> visits = new ArrayList<>();
    private final Fetcher fetcher;
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, byte[]> rawTopic;

    /** What a visit gave reaches the frontier on the test's thread: the order of things is the same in every run. */
    private record Handover(CompletableFuture<Outcome> from, CompletableFuture<Outcome> to) {
        void await() {
            to.complete(from.orTimeout(30, TimeUnit.SECONDS).join());
        }
    }

    public Crawl(Path state, Map<String, String> settings) {
        this(state, settings, Instant.now(), 1);
    }

    public Crawl(Path state, Map<String, String> settings, Instant start, int partitions) {
        Map<String, String> env = new HashMap<>(SETTINGS);
        env.put("NEWSMILL_STATE_DIR", state.toString());
        env.putAll(settings);
        IngestConfig config = IngestConfig.from(new Settings(env));
        fetcher = new Fetcher(config.fetch(), workers);
        WebVisitor web = new WebVisitor(fetcher, ArticleExtractor.standard(), (response, fetched) -> {});
        Visitor watched = visit -> {
            Handover handover = new Handover(web.visit(visit), new CompletableFuture<>());
            visits.add(handover);
            return handover.to();
        };
        driver = new TopologyTestDriver(
                IngestTopology.of(config, partitions, watched, new HealthMetrics(metrics)), config.streams(), start);
        rawTopic = driver.createOutputTopic(topics.raw(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    public void source(String id, String url) {
        sourceRecord(
                id, "{\"id\":\"%s\",\"url\":\"%s\",\"name\":\"The Example\",\"country\":\"GB\"}".formatted(id, url));
    }

    /** Puts a value on the sources topic; null removes the source. */
    public void sourceRecord(String id, String json) {
        pipe(topics.sources(), id, json);
    }

    public void link(String json) {
        pipe(topics.links(), "anyone", json);
    }

    private void pipe(String topic, String key, String value) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value == null ? null : value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Lets the clock run, and every visit that falls due be made and taken in. */
    public Crawl run(Duration time) {
        Duration step = time.compareTo(Duration.ofMinutes(2)) > 0 ? time.dividedBy(100) : Duration.ofMillis(200);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            driver.advanceWallClockTime(step);
            while (!visits.isEmpty()) {
                List<Handover> now = List.copyOf(visits);
                visits.clear();
                now.forEach(Handover::await);
                driver.advanceWallClockTime(IngestConfig.TICK);
            }
        }
        raw.addAll(rawTopic.readRecordsToList());
        return this;
    }

    /** The articles published so far; a tombstone is null. */
    public List<Article> articles() {
        return raw.stream().map(TestRecord::value).map(Crawl::article).toList();
    }

    /** Records that went to a topic since last asked. */
    public List<TestRecord<String, byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static Article article(byte[] json) {
        try {
            return json == null ? null : Json.read(json, Article.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        driver.close();
        fetcher.close();
        workers.shutdownNow();
    }
}
