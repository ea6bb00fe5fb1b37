package newsmill.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import newsmill.article.Article;
import newsmill.article.EventHeaders;
import newsmill.article.Iso8601;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.broker.EmbeddedBroker;
import newsmill.local.replay.ReplayOrder;
import newsmill.local.replay.ReplayRun;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records a second of a replay of JSON Lines into the raw topic, from the command's first step to its last, and of a bare
 * producer that sends the same records, headers and timestamps included, out of memory to the same broker in the same run:
 * both packed with LZ4, as a replay does if nobody says otherwise, and both not packed. The replay reads, checks and selects
 * every article, makes its headers, and sends in transactions. Both share the machine's cores with the broker.
 */
public final class ReplayBench implements AutoCloseable {
    private static final int ROUNDS = 3;
    /** As many different records the bare producer has in memory. */
    private static final int IN_MEMORY = 5_000;

    private final int records;
    private final Path folder;
    private final EmbeddedBroker broker;
    private final Settings settings;
    private final KafkaSettings kafka;

    private ReplayBench(int records) throws IOException {
        this.records = records;
        this.folder = Files.createTempDirectory("newsmill-bench");
        this.broker = EmbeddedBroker.start(folder.resolve("broker"));
        this.settings = new Settings(Map.of(
                "NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(), "NEWSMILL_TOPIC_PARTITIONS", "4"));
        this.kafka = KafkaSettings.from(settings);
    }

    /** Runs the benchmark; the argument is the number of records, by default 200,000. */
    public static void main(String[] args) throws Exception {
        int records = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        try (ReplayBench bench = new ReplayBench(records)) {
            bench.run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        try (Admin admin = Admin.create(kafka.properties())) {
            new TopicSetup(TopicSettings.from(settings)).create(admin, kafka.topics());
        }
        Path archive = folder.resolve("archive.jsonl");
        write(archive);
        System.out.printf(
                Locale.ROOT, "%,d records of %,d bytes, 4 partitions%n", records, Files.size(archive) / records);
        for (String compression : List.of("lz4", "none")) {
            bare(compression);
            replay(archive, compression, "warm-up-" + compression);
            DoubleSummaryStatistics ratios = new DoubleSummaryStatistics();
            for (int round = 1; round <= ROUNDS; round++) {
                double bare = bare(compression);
                double replay = replay(archive, compression, "round-" + compression + round);
                ratios.accept(replay / bare);
                System.out.printf(
                        Locale.ROOT,
                        "compression %s, round %d: bare producer %,.0f records/s, replay %,.0f: %.2f%n",
                        compression,
                        round,
                        bare,
                        replay,
                        replay / bare);
            }
            System.out.printf(
                    Locale.ROOT, "compression %s, ratio of the rounds: %.2f%n", compression, ratios.getAverage());
        }
    }

    private void write(Path archive) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 20)) {
            for (int n = 0; n < records; n++) {
                out.write(Json.write(Articles.mixed(n)));
                out.write('\n');
            }
        }
    }

    private double replay(Path archive, String compression, String run) throws Exception {
        Map<String, String> packed = new HashMap<>(settings.env());
        packed.put("NEWSMILL_KAFKA_COMPRESSION_TYPE", compression);
        ReplayOrder order = new ReplayOrder(
                List.of(archive.toString()), null, null, null, null, null, null, null, null, run, false);
        long start = System.nanoTime();
        ReplayRun.Done done = new ReplayRun(order, new Settings(packed), false, System.err::println).run(false);
        if (done.rejected() > 0) {
            throw new IllegalStateException(done.report());
        }
        return records / ((System.nanoTime() - start) / 1e9);
    }

    private double bare(String compression) {
        List<ProducerRecord<byte[], byte[]>> some = new ArrayList<>();
        for (int n = 0; n < IN_MEMORY; n++) {
            Article article = Articles.mixed(n);
            Headers headers = EventHeaders.of(EventHeaders.RAW, article, article.fetchedAt());
            EventHeaders.put(headers, EventHeaders.REPLAY, "round-" + compression);
            some.add(new ProducerRecord<>(
                    kafka.topics().raw(),
                    null,
                    Iso8601.instant(article.publishedAt()).toEpochMilli(),
                    article.id().getBytes(StandardCharsets.UTF_8),
                    Json.write(article),
                    headers));
        }
        Properties properties = kafka.properties();
        properties.put("compression.type", compression);
        properties.put("linger.ms", "10");
        properties.put("batch.size", Integer.toString(256 << 10));
        properties.put("buffer.memory", Integer.toString(64 << 20));
        long start = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int n = 0; n < records; n++) {
                producer.send(some.get(n % IN_MEMORY));
            }
        }
        return records / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() throws IOException {
        broker.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
