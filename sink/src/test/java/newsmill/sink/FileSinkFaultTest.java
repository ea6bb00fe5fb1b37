package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.article.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service in a JVM of its own. Full length: {@code -Pfaults}; rows are those of the list of faults. */
class FileSinkFaultTest {
    private static final boolean FULL = SinkContract.FULL;
    private static final int KILLS = FULL ? 20 : 3;
    private static final int ARTICLES = FULL ? 10_000 : 1_500;

    @TempDir
    Path directory;

    /** Row 41: killed with SIGKILL at random moments; lines that become tables are as exact. */
    @ParameterizedTest
    @ValueSource(strings = {"newsmill", "parquet"})
    void killedServiceWritesEveryRecordOnce(String format) throws Exception {
        String prefix = "k" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> env = TestBroker.environment(prefix, 2);
        env.put("NEWSMILL_SINK_DIRECTORY", directory.toString());
        env.put("NEWSMILL_SINK_FORMAT", format);
        env.put("NEWSMILL_SINK_COMMIT_EVERY", "20ms");
        env.put("NEWSMILL_SINK_ROTATE_BYTES", "30000");
        env.put("NEWSMILL_KAFKA_MAX_POLL_RECORDS", "40");
        TreeSet<String> sent = new TreeSet<>();
        Random random = new Random(41);
        try (KafkaProducer<byte[], byte[]> producer = TestBroker.producer(Map.of())) {
            for (int i = 0; i <= KILLS; i++) {
                for (int n = 0; n < ARTICLES / (KILLS + 1); n++) {
                    sent.add(send(producer, new Topics(prefix), i + "-" + n));
                }
                producer.flush();
                Process service = service(env);
                if (i < KILLS) {
                    int enough = found().size() + 1 + random.nextInt(ARTICLES / (KILLS + 1) / 2);
                    SinkContract.await(() -> found().size() >= enough);
                    service.destroyForcibly().waitFor();
                } else {
                    SinkContract.await(() -> TestBroker.committed(prefix + "-sink-files") >= sent.size());
                    service.destroy();
                    service.waitFor(20, TimeUnit.SECONDS);
                }
            }
        }
        List<String> found = found();
        assertEquals(sent, new TreeSet<>(found));
        assertEquals(sent.size(), found.size(), "records");
        try (Stream<Path> files = Files.walk(directory)) {
            assertEquals(
                    0, files.filter(file -> file.toString().endsWith(".open")).count(), "files without their names");
        }
    }

    /** Row 58. */
    @Test
    void heapAndOpenFilesStayAsTheyAreHoweverManyArticlesPass() throws Exception {
        int articles = FULL ? 1_000_000 : 40_000;
        String prefix = "h" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> env = TestBroker.environment(prefix, 2);
        env.put("NEWSMILL_SINK_DIRECTORY", directory.toString());
        env.put("NEWSMILL_SINK_COMMIT_EVERY", "200ms");
        env.put("NEWSMILL_SINK_ROTATE_BYTES", "1000000");
        Process service = service(env);
        List<Long> heap = new ArrayList<>();
        List<Long> files = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = TestBroker.producer(Map.of())) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                for (int n = 0; n < articles / 4; n++) {
                    send(producer, new Topics(prefix), quarter + "-" + n);
                }
                producer.flush();
                long enough = quarter * (articles / 4L);
                SinkContract.await(
                        () -> TestBroker.committed(prefix + "-sink-files") >= enough, Duration.ofMinutes(10));
                heap.add(heapAfterCollection(service));
                try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(service.pid()), "fd"))) {
                    files.add(open.count());
                }
            }
        } finally {
            service.destroy();
            service.waitFor(20, TimeUnit.SECONDS);
        }
        assertTrue(heap.get(3) < heap.get(1) + (4 << 20), "heap " + heap);
        assertTrue(files.get(3) <= files.get(1) + 5, "open files " + files);
        assertEquals(articles, found().size());
    }

    /** As the JVM says it: bytes that are used after a full collection. */
    private static long heapAfterCollection(Process service) throws IOException {
        jcmd(service, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(service, "GC.heap_info"));
        long bytes = 0;
        // Of the young and of the old generation; what follows is of the classes.
        for (int i = 0; i < 2 && used.find(); i++) {
            bytes += 1024 * Long.parseLong(used.group(1));
        }
        return bytes;
    }

    private static String jcmd(Process service, String command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.pid()),
                        command)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void serviceThatIsToldNonsenseSaysSoInOneLineAndEnds() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().put("NEWSMILL_SINK", "printer");
        Process wrong = builder.start();
        String said = new String(wrong.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, wrong.waitFor());
        assertEquals("newsmill sink: NEWSMILL_SINK=printer: should be files or search", said.strip());
    }

    private String send(KafkaProducer<byte[], byte[]> producer, Topics topics, String id) {
        byte[] article = Json.write(
                Article.of(id).body("Rain fell on the harbour. ".repeat(40)).build());
        producer.send(new ProducerRecord<>(
                topics.enriched(), null, 1_795_000_000_000L, id.getBytes(StandardCharsets.UTF_8), article));
        return id;
    }

    private static Process service(Map<String, String> env) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(env);
        return builder.start();
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                SinkApp.class.getName());
    }

    /** Ids of all records; of a file that is being written, as far as it can be read. */
    private List<String> found() {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(FileSinkFaultTest::isOfLines).toList()) {
                read(file, ids);
            }
            for (List<String> row : DuckDb.ask(directory, "SELECT id FROM TABLE")) {
                ids.add(row.get(0));
            }
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
        return ids;
    }

    private static boolean isOfLines(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("p") && !name.endsWith(LineFile.WHOLE) && !name.endsWith(Parquet.ENDING);
    }

    private static void read(Path file, List<String> ids) {
        boolean open = file.toString().endsWith(".open");
        try (InputStream in = compression(file).read(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ids.add(Json.MAPPER.readTree(line).path("id").asText());
            }
        } catch (IOException e) {
            if (!open) {
                throw new AssertionError(file + " is broken", e);
            }
        }
    }

    private static Compression compression(Path file) {
        return Parquet.isFor(file)
                ? Compression.ZSTD
                : Compression.of(file.toString().replace(LineFile.OPEN, ""));
    }
}
