package newsmill.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static newsmill.local.replay.Stories.article;
import static newsmill.local.replay.Stories.id;
import static newsmill.local.replay.Stories.line;
import static newsmill.local.replay.Stories.lines;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.EnrichedArticle;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.Rejection;
import newsmill.broker.TestBroker;
import newsmill.enrich.Enricher;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives of JSON Lines on their way to a real broker. */
@Timeout(60)
class ReplayTest {
    @TempDir
    static Path brokerFolder;

    @TempDir
    Path folder;

    private static TestBroker broker;

    @BeforeAll
    static void start() {
        broker = new TestBroker(brokerFolder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz")
                        ? new GZIPOutputStream(plain)
                        : name.endsWith(".zst") ? new ZstdOutputStream(plain) : plain) {
            out.write(content.getBytes(UTF_8));
        }
        return file;
    }

    @Test
    void everyLineOfPlainGzipAndZstdFilesInAFolderBecomesARawRecordAsItStood() throws Exception {
        Desk desk = new Desk(broker, "kinds");
        file("a/1.jsonl", lines(0, 10));
        file("a/2.jsonl.gz", lines(10, 20));
        file("a/deeper/3.jsonl.zst", lines(20, 30));
        file("a/notes.txt", "no archive\n");
        ReplayRun.Done done = desk.replay(List.of(folder.resolve("a")), Map.of("run", "kinds-1"));
        assertEquals(0, done.rejected(), done.report());
        Map<String, ConsumerRecord<String, byte[]>> records = desk.last(desk.topics.raw());
        assertEquals(30, records.size());
        for (int n = 0; n < 30; n++) {
            ConsumerRecord<String, byte[]> record = records.get(id(n));
            assertArrayEquals(Json.write(article(n)), record.value());
            assertEquals(Instant.parse(article(n).publishedAt()).toEpochMilli(), record.timestamp());
            assertEquals("kinds-1", EventHeaders.get(record.headers(), EventHeaders.REPLAY));
            assertEquals("1", EventHeaders.get(record.headers(), EventHeaders.REVISION));
            assertEquals(id(n) + ":1", EventHeaders.get(record.headers(), "ce_id"));
            assertEquals(EventHeaders.RAW, EventHeaders.get(record.headers(), "ce_type"));
        }
    }

    @Test
    void replayRunTwiceSendsTheSameRecordsAgain() throws Exception {
        Desk desk = new Desk(broker, "twice");
        Path archive = file("a.jsonl", lines(0, 20));
        desk.replay(List.of(archive), Map.of());
        List<String> once = told(desk);
        desk.replay(List.of(archive), Map.of());
        List<String> twice = told(desk);
        assertEquals(20, once.size());
        assertEquals(40, twice.size());
        assertEquals(once, twice.stream().distinct().sorted().toList());
    }

    /** Everything that a reader sees of the raw records, sorted. */
    private static List<String> told(Desk desk) {
        return desk.records(desk.topics.raw()).stream()
                .map(record -> record.key() + " " + record.timestamp() + " " + record.partition() + " "
                        + new String(record.value(), UTF_8) + " " + record.headers())
                .sorted()
                .toList();
    }

    @Test
    void globStandsForItsFilesAndAMissingFileIsNamed() throws Exception {
        Desk desk = new Desk(broker, "globs");
        file("g/2025-01.jsonl", lines(0, 3));
        file("g/2025-02.jsonl", lines(3, 6));
        file("g/2024-12.jsonl", lines(6, 9));
        desk.replay(List.of(folder.resolve("g/2025-*.jsonl")), Map.of());
        assertEquals(6, desk.records(desk.topics.raw()).size());
        IOException missing =
                assertThrows(IOException.class, () -> desk.replay(List.of(folder.resolve("nowhere.jsonl")), Map.of()));
        assertEquals(folder.resolve("nowhere.jsonl") + ": no such file", missing.getMessage());
    }

    @Test
    void onlyArticlesOfTheTimeAndTheSourcesAreSent() throws Exception {
        Desk desk = new Desk(broker, "filters");
        Path archive = file("a.jsonl", lines(0, 48));
        ReplayRun.Done done = desk.replay(
                List.of(archive), Map.of("from", "2025-01-01T12:00:00+01:00", "to", "2025-01-02", "source", "even*"));
        Map<String, ConsumerRecord<String, byte[]>> records = desk.last(desk.topics.raw());
        assertEquals(
                IntStream.range(11, 24)
                        .filter(n -> n % 2 == 0)
                        .mapToObj(Stories::id)
                        .sorted()
                        .toList(),
                List.copyOf(records.keySet()));
        assertTrue(done.report().contains("35 of another time"), done.report());
        Desk byHost = new Desk(broker, "hosts");
        byHost.replay(List.of(archive), Map.of("source", "odd.example"));
        assertEquals(24, byHost.records(byHost.topics.raw()).size());
    }

    @Test
    void dryRunCountsByDayAndSourceAndSendsNothing() throws Exception {
        Desk desk = new Desk(broker, "dry");
        Path archive = file("a.jsonl", lines(0, 36) + "{broken\n");
        ReplayRun.Done done = desk.run(List.of(archive), Map.of()).dryRun(true);
        assertEquals(1, done.rejected());
        var json = Json.MAPPER.readTree(done.report());
        assertEquals(12, json.at("/days/2025-01-01/even-post").asInt());
        assertEquals(6, json.at("/days/2025-01-02/odd-times").asInt());
        assertEquals(36, json.at("/sent").asInt());
        String table = desk.run(List.of(archive), Map.of()).dryRun(false).report();
        assertTrue(table.contains("2025-01-02"), table);
        assertEquals(0, desk.records(desk.topics.raw()).size());
        assertEquals(0, desk.records(desk.topics.replays()).size());
    }

    /** FAULTS 54, and broken lines of every kind: each lands in the rejected topic with its bytes, file and line. */
    @Test
    void linesThatCannotBeUsedAreRejectedWithFileAndLineAndTheRestGoesOn() throws Exception {
        Desk desk = new Desk(broker, "poison");
        String deep = "{\"id\":\"x\",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String twice = "{\"id\":\"x\",\"id\":\"y\",\"body\":\"b\"}";
        String large = "{\"id\":\"x\",\"body\":\"" + "x".repeat(300_000) + "\"}";
        List<String> bad =
                List.of("{\"id\":\"x\",\"titl", "[1,2]", "null", "{\"title\":\"no id\"}", deep, twice, large);
        StringBuilder content = new StringBuilder();
        for (int n = 0; n < bad.size(); n++) {
            content.append(bad.get(n)).append("\n\n").append(line(n));
        }
        Path archive = file("poison.jsonl", content.toString());
        ReplayRun.Done done = desk.replay(List.of(archive), Map.of());
        assertEquals(bad.size(), done.rejected(), done.report());
        assertEquals(bad.size(), desk.records(desk.topics.raw()).size());
        List<ConsumerRecord<String, byte[]>> rejected = desk.records(desk.topics.rejected());
        assertEquals(bad.size(), rejected.size());
        for (ConsumerRecord<String, byte[]> record : rejected) {
            Rejection rejection = Rejection.read(record.headers());
            int n = (int) (rejection.offset() - 1) / 3;
            assertEquals(archive + ":" + (3 * n + 1), rejection.topic());
            assertTrue(rejection.reason().startsWith(rejection.topic() + ": "), rejection.reason());
            String bytes = new String(record.value(), UTF_8);
            assertTrue(bytes.equals(bad.get(n)) || bad.get(n) == large && large.startsWith(bytes), rejection.reason());
        }
        assertEquals(bad.size(), desk.said.size());
        assertTrue(desk.said.get(0).startsWith(archive + ":1: not an article: "), desk.said.get(0));
    }

    @Test
    @Timeout(30)
    void lineOfAHundredMegabytesIsRejectedInLittleMemory() throws Exception {
        Desk desk = new Desk(broker, "endless");
        Path archive = folder.resolve("endless.jsonl");
        try (OutputStream out = Files.newOutputStream(archive)) {
            out.write("{\"id\":\"x\",\"body\":\"".getBytes(UTF_8));
            byte[] block = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
            out.write(("\"}\n" + line(1)).getBytes(UTF_8));
        }
        assertEquals(1, desk.replay(List.of(archive), Map.of()).rejected());
        assertEquals(1, desk.records(desk.topics.raw()).size());
    }

    @Test
    void compressedFileThatBreaksOffGivesWhatCanBeReadAndIsNamed() throws Exception {
        Desk desk = new Desk(broker, "cut");
        Path whole = file("whole.jsonl.gz", lines(0, 2_000));
        Path cut = folder.resolve("cut.jsonl.gz");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        ReplayRun.Done done = desk.replay(List.of(cut, file("next.jsonl", lines(2_000, 2_010))), Map.of());
        assertEquals(1, done.rejected());
        assertTrue(desk.said.get(0).startsWith(cut + ":"), desk.said.get(0));
        Map<String, ConsumerRecord<String, byte[]>> records = desk.last(desk.topics.raw());
        assertTrue(records.size() > 500 && records.containsKey(id(2_009)), records.size() + " records");
    }

    @Test
    void articleWithoutAnIdGetsTheOneOfItsAddress() throws Exception {
        Desk desk = new Desk(broker, "ids");
        desk.replay(
                List.of(file(
                        "a.jsonl",
                        "{\"url\":\"http://news.example/a/?utm_source=x\",\"title\":\"T\",\"body\":\"B.\"}\n")),
                Map.of());
        ConsumerRecord<String, byte[]> record = desk.records(desk.topics.raw()).get(0);
        assertEquals(ArticleId.of("https://news.example/a"), record.key());
        Article article = Json.read(record.value(), Article.class);
        assertEquals(record.key(), article.id());
        assertEquals("https://news.example/a", article.canonicalUrl());
    }

    @Test
    void enrichedLinesGoToTheRawTopicWithoutTagsAndToTheEnrichedOneAsTheyStand() throws Exception {
        Desk desk = new Desk(broker, "tagged");
        EnrichedArticle enriched = Enricher.standard().enrich(article(1));
        Path archive = file("a.jsonl", new String(Json.write(enriched), UTF_8) + "\n");
        desk.replay(List.of(archive), Map.of());
        desk.replay(List.of(archive), Map.of("to", "enriched"));
        assertArrayEquals(
                Json.write(enriched.article()),
                desk.records(desk.topics.raw()).get(0).value());
        ConsumerRecord<String, byte[]> record =
                desk.records(desk.topics.enriched()).get(0);
        assertArrayEquals(Json.write(enriched), record.value());
        assertEquals(Enricher.VERSION, EventHeaders.get(record.headers(), EventHeaders.ENRICHER));
        assertEquals(EventHeaders.ENRICHED, EventHeaders.get(record.headers(), "ce_type"));
    }

    @Test
    void rawLinesAreTaggedOnTheirWayToTheEnrichedTopic() throws Exception {
        Desk desk = new Desk(broker, "direct");
        desk.replay(List.of(file("a.jsonl", lines(0, 5))), Map.of("to", "enriched"));
        Map<String, ConsumerRecord<String, byte[]>> records = desk.last(desk.topics.enriched());
        assertEquals(5, records.size());
        assertArrayEquals(
                Json.write(Enricher.standard().enrich(article(3))),
                records.get(id(3)).value());
        assertEquals(0, desk.records(desk.topics.raw()).size());
    }

    @Test
    void withdrawnLineIsTheEventAndThenATombstone() throws Exception {
        Desk desk = new Desk(broker, "withdrawn");
        Article gone = article(1)
                .with()
                .revision(2)
                .status(Article.Status.WITHDRAWN)
                .body(null)
                .build();
        desk.replay(List.of(file("a.jsonl", line(1) + new String(Json.write(gone), UTF_8) + "\n")), Map.of());
        List<ConsumerRecord<String, byte[]>> records = desk.records(desk.topics.raw());
        assertEquals(3, records.size());
        assertArrayEquals(Json.write(gone), records.get(1).value());
        assertNull(records.get(2).value());
        assertEquals("2", EventHeaders.get(records.get(2).headers(), EventHeaders.REVISION));
        assertNotNull(EventHeaders.get(records.get(2).headers(), EventHeaders.REPLAY));
    }
}
