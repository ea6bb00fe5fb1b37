package newsmill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import newsmill.article.Json;
import newsmill.local.LocalStack;
import newsmill.local.replay.ReplayOrder;
import newsmill.local.replay.ReplayRun;
import newsmill.sink.SinkConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * FAULTS 58: an archive replayed through enrich into files, all in this process. Ends with 1 unless every article is in the
 * files once, each file in the order of the archive, and the heap after collection and the open files stay flat.
 */
public final class ThroughBench {
    private static final int SAMPLES = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int articles;
    private final Path folder;
    private final List<Long> heaps = new ArrayList<>();
    private final List<Long> handles = new ArrayList<>();

    private ThroughBench(int articles, Path folder) {
        this.articles = articles;
        this.folder = folder;
    }

    /** Runs it; the argument is the number of articles, by default 1,000,000. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("newsmill-bench");
        boolean sound;
        try {
            sound = new ThroughBench(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]), folder).run();
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private boolean run() throws Exception {
        Path archive = folder.resolve("archive.jsonl.zst");
        try (OutputStream out =
                new BufferedOutputStream(new ZstdOutputStream(Files.newOutputStream(archive)), 1 << 20)) {
            for (int n = 0; n < articles; n++) {
                out.write(Json.write(Articles.number(n)));
                out.write('\n');
            }
        }
        long start = System.nanoTime();
        try (LocalStack stack = LocalStack.open(folder, Map.of(), Map.of("NEWSMILL_SINK_COMPRESSION", "none"))) {
            stack.startServices();
            CompletableFuture<ReplayRun.Done> replay = CompletableFuture.supplyAsync(() -> replay(stack, archive));
            awaitAll(stack, replay);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d articles in %.0f s: %,.0f/s, start and end included%n",
                articles,
                seconds,
                articles / seconds);
        return flat("heap after collection, MiB", heaps, 64) & flat("open files", handles, 64) & exact();
    }

    private static ReplayRun.Done replay(LocalStack stack, Path archive) {
        try {
            ReplayOrder order = new ReplayOrder(
                    List.of(archive.toString()), null, null, null, null, null, null, null, null, "through", false);
            return new ReplayRun(order, stack.settings(), false, System.err::println).run(false);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads along until every article was enriched and the sink has it. */
    private void awaitAll(LocalStack stack, CompletableFuture<ReplayRun.Done> replay) throws Exception {
        String topic = stack.kafka().topics().enriched();
        Properties properties = stack.kafka().properties();
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        Map<TopicPartition, Long> read = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Admin admin = Admin.create(stack.kafka().properties())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            int count = 0;
            long heard = System.nanoTime();
            while (count < articles) {
                if (replay.isCompletedExceptionally() || System.nanoTime() - heard > PATIENCE.toNanos()) {
                    throw new IllegalStateException("only " + count + " articles came: " + replay);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    read.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
                    heard = System.nanoTime();
                    if (++count % Math.max(1, articles / SAMPLES) == 0) {
                        sample(count);
                    }
                }
            }
            String group = SinkConfig.from(stack.settings()).group();
            while (true) {
                var committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                if (read.entrySet().stream()
                        .allMatch(end -> committed.get(end.getKey()) != null
                                && committed.get(end.getKey()).offset() >= end.getValue())) {
                    return;
                }
                Thread.sleep(100);
            }
        }
    }

    private void sample(int count) throws IOException {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
        long open;
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            open = files.count();
        }
        heaps.add(used);
        handles.add(open);
        System.out.printf(Locale.ROOT, "%,10d enriched: heap %d MiB, %d open files%n", count, used, open);
    }

    /** The last third on average no more above the second than noise. */
    private static boolean flat(String what, List<Long> samples, int noise) {
        int third = samples.size() / 3;
        double before = average(samples.subList(third, 2 * third));
        double after = average(samples.subList(samples.size() - third, samples.size()));
        boolean flat = after - before <= noise;
        System.out.printf(Locale.ROOT, "%s: %.0f, later %.0f: %s%n", what, before, after, flat ? "flat" : "GROWS");
        return flat;
    }

    private static double average(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private boolean exact() throws IOException {
        BitSet found = new BitSet(articles);
        int doubled = 0;
        int outOfOrder = 0;
        try (var files = Files.walk(folder.resolve("enriched"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                int last = -1;
                try (BufferedReader lines = Files.newBufferedReader(file)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        JsonNode article = Json.MAPPER.readTree(line);
                        String url = article.path("url").asText();
                        int n = Integer.parseInt(url.substring(url.lastIndexOf('-') + 1));
                        boolean right = article.path("id").asText().equals(newsmill.article.ArticleId.of(url));
                        doubled += found.get(n) || !right ? 1 : 0;
                        outOfOrder += n < last ? 1 : 0;
                        found.set(n);
                        last = n;
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "files: %,d articles, %,d missing, %,d doubled or wrong, %,d out of order%n",
                found.cardinality(),
                articles - found.cardinality(),
                doubled,
                outOfOrder);
        return found.cardinality() == articles && doubled == 0 && outOfOrder == 0;
    }
}
