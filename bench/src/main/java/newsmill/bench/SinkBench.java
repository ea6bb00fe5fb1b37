package newsmill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import newsmill.article.Enriched;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.broker.EmbeddedBroker;
import newsmill.sink.SinkApp;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Articles a second of the file sink, of Kafka Connect's FileStreamSink and of a bare consumer that appends to a file, and
 * of the search sink beside a hand-made loop of bulk requests: each in a JVM of its own with the same heap, on the same
 * broker and records in one run. Machines differ and are noisy: the ratios are what counts.
 */
public final class SinkBench implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final int ROUNDS = 3;

    private final int records;
    private final Path folder;
    private final EmbeddedBroker broker;
    private final KafkaSettings kafka;
    private final Settings settings;
    private final Admin admin;

    private SinkBench(int records) throws IOException {
        this.records = records;
        this.folder = Files.createTempDirectory("newsmill-bench");
        this.broker = EmbeddedBroker.start(folder.resolve("broker"));
        this.settings = new Settings(Map.of(
                "NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "NEWSMILL_TOPIC_PARTITIONS", Integer.toString(PARTITIONS)));
        this.kafka = KafkaSettings.from(settings);
        this.admin = Admin.create(kafka.properties());
    }

    /** Runs the benchmark: {@code files} or {@code search}, and the number of records. */
    public static void main(String[] args) throws Exception {
        boolean search = args.length > 0 && args[0].equals("search");
        int records = args.length > 1 ? Integer.parseInt(args[1]) : search ? 120_000 : 300_000;
        try (SinkBench bench = new SinkBench(records)) {
            bench.produce();
            if (search) {
                SearchSinkBench.run(bench.folder, bench.settings, records);
            } else {
                bench.files();
            }
        }
        System.exit(0);
    }

    private void produce() throws Exception {
        new TopicSetup(TopicSettings.from(settings)).create(admin, kafka.topics());
        Properties properties = kafka.properties();
        properties.put("compression.type", "lz4");
        properties.put("linger.ms", "20");
        properties.put("batch.size", Integer.toString(128 << 10));
        long bytes = 0;
        long published = 1_795_000_000_000L;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (int n = 0; n < records; n++) {
                EnrichedArticle article =
                        new EnrichedArticle(Articles.number(n), null, null, null, new Enriched("newsmill/0.1.0", null));
                byte[] json = Json.write(article);
                bytes += json.length;
                producer.send(new ProducerRecord<>(
                        kafka.topics().enriched(),
                        null,
                        published,
                        article.article().id(),
                        json));
            }
        }
        System.out.printf(
                Locale.ROOT, "%,d articles of %,d bytes, %d partitions%n", records, bytes / records, PARTITIONS);
    }

    private void files() throws Exception {
        Map<String, Function<String, Contender>> contenders = new LinkedHashMap<>();
        contenders.put("bare consumer", this::bare);
        contenders.put("FileStreamSink", this::connect);
        contenders.put("newsmill", group -> newsmill(group, "none"));
        contenders.put("newsmill, zstd", group -> newsmill(group, "zstd"));
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (var contender : contenders.entrySet()) {
                String group = ("bench-" + contender.getKey() + "-" + round).replaceAll("[^a-zA-Z0-9]+", "-");
                double rate = rate(contender.getValue(), group);
                rates.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                        .add(rate);
                System.out.printf(Locale.ROOT, "round %d: %-15s %,8.0f articles/s%n", round, contender.getKey(), rate);
            }
        }
        for (String name : List.of("newsmill", "newsmill, zstd")) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f of FileStreamSink, %.2f of the bare consumer%n",
                    name,
                    ratio(rates.get(name), rates.get("FileStreamSink")),
                    ratio(rates.get(name), rates.get("bare consumer")));
        }
    }

    /** The middle one of the rounds' ratios: what disturbs one round does not decide. */
    private static double ratio(List<Double> rates, List<Double> others) {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> rates.get(round) / others.get(round))
                .sorted()
                .toArray()[ROUNDS / 2];
    }

    private double rate(Function<String, Contender> contender, String group) throws Exception {
        try (Contender running = contender.apply(group)) {
            return rate(running, group.startsWith("bench-FileStreamSink") ? "connect-" + group : group);
        } finally {
            Contender.delete(folder.resolve(group));
        }
    }

    private Contender bare(String group) {
        return Contender.start(
                Contender.ownClassPath(),
                BareConsumer.class.getName(),
                Map.of(),
                broker.bootstrapServers(),
                kafka.topics().enriched(),
                group,
                folder.resolve(group).toString());
    }

    private Contender newsmill(String group, String compression) {
        Map<String, String> env = new TreeMap<>(settings.env());
        env.put("NEWSMILL_SINK_GROUP", group);
        env.put("NEWSMILL_SINK_COMPRESSION", compression);
        env.put("NEWSMILL_SINK_DIRECTORY", folder.resolve(group).toString());
        return Contender.start(Contender.ownClassPath(), SinkApp.class.getName(), env);
    }

    /** Values as text, which is the only form that FileStreamSink can write. Both commit once a second. */
    private Contender connect(String connector) {
        try {
            Path directory = Files.createDirectories(folder.resolve(connector));
            Path worker = Files.write(
                    directory.resolve("worker.properties"),
                    List.of(
                            "bootstrap.servers=" + broker.bootstrapServers(),
                            "key.converter=org.apache.kafka.connect.storage.StringConverter",
                            "value.converter=org.apache.kafka.connect.storage.StringConverter",
                            "offset.storage.file.filename=" + directory.resolve("offsets"),
                            "offset.flush.interval.ms=1000",
                            "consumer.auto.offset.reset=earliest",
                            "consumer.isolation.level=read_committed",
                            "listeners=HTTP://127.0.0.1:0",
                            "plugin.discovery=service_load"));
            Path sink = Files.write(
                    directory.resolve("sink.properties"),
                    List.of(
                            "name=" + connector,
                            "connector.class=org.apache.kafka.connect.file.FileStreamSinkConnector",
                            "tasks.max=1",
                            "topics=" + kafka.topics().enriched(),
                            "file=" + directory.resolve("articles.txt")));
            return Contender.start(
                    Files.readString(Path.of("bench", "target", "connect.classpath"))
                            .strip(),
                    "org.apache.kafka.connect.cli.ConnectStandalone",
                    Map.of(),
                    worker.toString(),
                    sink.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Articles a second, from the first commit beyond a third of them, which warms the JIT, to the last. */
    private double rate(Contender contender, String group) throws Exception {
        long from = 0;
        long start = 0;
        while (true) {
            contender.assertAlive();
            long done = committed(group);
            long now = System.nanoTime();
            if (start == 0 && done >= records / 3) {
                from = done;
                start = now;
            }
            if (done >= records) {
                return (done - from) / ((now - start) / 1e9);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private long committed(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
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
        Contender.delete(folder);
    }
}
