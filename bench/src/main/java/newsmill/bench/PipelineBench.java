package newsmill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.broker.EmbeddedBroker;
import newsmill.enrich.EnrichApp;
import newsmill.enrich.EnrichConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Records a second of enrich, and of a topology that only passes records on, with the same guarantee and settings, on the
 * same broker and records in one run. Machines differ and are noisy: the ratio is what counts.
 */
public final class PipelineBench implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final int ROUNDS = 2;

    private final int records;
    private final Path folder;
    private final EmbeddedBroker broker;
    private final Settings settings;
    private final KafkaSettings kafka;
    private final Admin admin;

    private PipelineBench(int records) throws IOException {
        this.records = records;
        this.folder = Files.createTempDirectory("newsmill-bench");
        this.broker = EmbeddedBroker.start(folder.resolve("broker"));
        this.settings = new Settings(Map.of(
                "NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "NEWSMILL_TOPIC_PARTITIONS", Integer.toString(PARTITIONS),
                "NEWSMILL_STATE_DIR", folder.resolve("state").toString()));
        this.kafka = KafkaSettings.from(settings);
        this.admin = Admin.create(kafka.properties());
    }

    /** Runs the benchmark; the argument is the number of records, by default 40,000. */
    public static void main(String[] args) throws Exception {
        int records = args.length == 0 ? 40_000 : Integer.parseInt(args[0]);
        try (PipelineBench bench = new PipelineBench(records)) {
            bench.run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        new TopicSetup(TopicSettings.from(settings)).create(admin, kafka.topics());
        admin.createTopics(List.of(new NewTopic("identity", PARTITIONS, (short) 1)))
                .all()
                .get();
        produce();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            double identity = identity("identity-" + round);
            double enrich = enrich("enrich-" + round);
            ratios.add(enrich / identity);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: identity %,.0f records/s, enrich %,.0f records/s, ratio %.3f%n",
                    round,
                    identity,
                    enrich,
                    enrich / identity);
        }
        System.out.printf(
                Locale.ROOT,
                "ratio of the rounds: %.3f%n",
                ratios.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }

    private void produce() {
        Properties properties = kafka.properties();
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "20");
        properties.put("batch.size", Integer.toString(128 << 10));
        long bytes = 0;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (int n = 0; n < records; n++) {
                Article article = Articles.number(n);
                byte[] json = Json.write(article);
                bytes += json.length;
                producer.send(new ProducerRecord<>(kafka.topics().raw(), article.id(), json));
            }
        }
        System.out.printf(
                Locale.ROOT, "%,d records of %,d bytes, %d partitions%n", records, bytes / records, PARTITIONS);
    }

    private double identity(String application) throws Exception {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(kafka.topics().raw(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .to("identity", Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        try (KafkaStreams streams =
                new KafkaStreams(builder.build(), config(application).properties())) {
            streams.start();
            return rate(application);
        }
    }

    private double enrich(String application) throws Exception {
        try (EnrichApp app = new EnrichApp(config(application))) {
            app.start();
            return rate(application);
        }
    }

    private EnrichConfig config(String application) {
        Map<String, String> env = new java.util.TreeMap<>(settings.env());
        env.put("NEWSMILL_ENRICH_APPLICATION_ID", application);
        return EnrichConfig.from(new Settings(env));
    }

    /** Records a second over the last two thirds: the first third warms the JIT. */
    private double rate(String application) throws Exception {
        long from = 0;
        long start = 0;
        while (true) {
            long done = committed(application);
            if (start == 0 && done >= records / 3) {
                from = done;
                start = System.nanoTime();
            }
            if (done >= records) {
                return (done - from) / ((System.nanoTime() - start) / 1e9);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** How many raw records the application has committed: what it made of them is then visible to readers. */
    private long committed(String application) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.values().stream()
                .filter(java.util.Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    @Override
    public void close() throws IOException {
        admin.close();
        broker.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
