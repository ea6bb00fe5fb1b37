package newsmill.bench.ingest;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.article.Topics;
import newsmill.broker.EmbeddedBroker;
import newsmill.ingest.IngestApp;
import newsmill.ingest.IngestConfig;
import newsmill.ingest.frontier.Host;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, one installation's topics on it, and ingest as it is in production, allowed to fetch from this machine. */
final class IngestRig implements AutoCloseable {
    final BenchNews news = new BenchNews();
    final LoopbackWeb web = new LoopbackWeb(news);
    final Topics topics;
    final KafkaSettings kafka;
    final Admin admin;
    final Path stateDir;
    private final Path folder = Files.createTempDirectory("newsmill-bench");
    private final EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
    final Settings settings;
    private final KafkaProducer<String, byte[]> producer;

    /** Starts all but ingest. @param own settings of ingest for this part */
    IngestRig(Map<String, String> own) throws Exception {
        stateDir = folder.resolve("state");
        Map<String, String> env = new HashMap<>(own);
        env.put("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        env.put("NEWSMILL_STATE_DIR", stateDir.toString());
        env.put("NEWSMILL_INGEST_ALLOW_PRIVATE", "true");
        env.put("NEWSMILL_INGEST_CONTACT", "bench@localhost");
        settings = new Settings(env);
        kafka = KafkaSettings.from(settings);
        topics = kafka.topics();
        admin = Admin.create(kafka.properties());
        new TopicSetup(TopicSettings.from(settings)).create(admin, topics);
        Properties properties = kafka.properties();
        properties.put("linger.ms", "5");
        properties.put("batch.size", Integer.toString(128 << 10));
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    IngestApp start() {
        IngestApp app = new IngestApp(IngestConfig.from(settings));
        app.start();
        return app;
    }

    /** Puts a link on its topic. */
    void link(String url) {
        Map<String, String> link = Map.of("url", url, "title", "Report from " + url, "source", "bench");
        producer.send(new ProducerRecord<>(topics.links(), Host.of(url), Json.write(link)));
    }

    /** Puts a feed on the sources topic. */
    void source(String id, String url) {
        SourceEntry entry = new SourceEntry(id, url, SourceType.AUTO, "Bench News", "en", "GB", null, null);
        producer.send(new ProducerRecord<>(topics.sources(), partition(url), id, Json.write(entry)));
    }

    private int partition(String url) {
        return Host.partition(
                Host.of(url), producer.partitionsFor(topics.sources()).size());
    }

    void flush() {
        producer.flush();
    }

    /** A counter of the app, all its labels together. */
    static long count(IngestApp app, String name) {
        for (MetricSnapshot metric : app.metrics().scrape(name::equals)) {
            if (metric instanceof CounterSnapshot counter) {
                return (long) counter.getDataPoints().stream()
                        .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
                        .sum();
            }
        }
        return 0;
    }

    /** How late requests were so far. */
    static Lateness lateness(IngestApp app) {
        for (MetricSnapshot metric : app.metrics().scrape("newsmill_ingest_late_seconds"::equals)) {
            if (metric instanceof HistogramSnapshot late
                    && !late.getDataPoints().isEmpty()) {
                return Lateness.of(late.getDataPoints().get(0).getClassicBuckets());
            }
        }
        return Lateness.NONE;
    }

    @Override
    public void close() throws Exception {
        producer.close();
        admin.close();
        web.close();
        broker.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Forgets what a killed instance would find no use for. */
    void loseState() throws IOException {
        try (var files = Files.walk(stateDir)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
