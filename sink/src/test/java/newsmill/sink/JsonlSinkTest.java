package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import newsmill.article.Json;
import newsmill.article.Settings;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlSinkTest extends SinkContract {
    @TempDir
    Path directory;

    @Override
    Map<String, String> settings() {
        return Map.of("NEWSMILL_SINK_DIRECTORY", directory.resolve("a").toString());
    }

    @Override
    Map<String, String> secondSettings() {
        return Map.of("NEWSMILL_SINK_DIRECTORY", directory.resolve("b").toString());
    }

    /** Reads the lines as a user does: the greatest revision of each id counts, and what is withdrawn is gone. */
    @Override
    Map<String, Integer> articles() throws IOException {
        Map<String, Integer> revisions = new TreeMap<>();
        Map<String, Integer> gone = new HashMap<>();
        for (String line : lines()) {
            JsonNode article = Json.MAPPER.readTree(line);
            String id = article.path("id").asText();
            int revision = article.path("revision").asInt(Integer.MAX_VALUE);
            (article.path("status").asText().equals("withdrawn") ? gone : revisions).merge(id, revision, Math::max);
        }
        revisions.entrySet().removeIf(entry -> gone.getOrDefault(entry.getKey(), 0) >= entry.getValue());
        return revisions;
    }

    @Test
    void everyRecordIsOneLineWhateverDiesAndMoves() throws IOException {
        Set<String> sent = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            SinkApp app = start(round % 2 == 0 ? Map.of() : secondSettings());
            for (int i = 0; i < 400; i++) {
                send(article(id(i), round + 1));
                sent.add(id(i) + ":" + (round + 1));
            }
            producer.flush();
            long enough = round * 50L;
            await(() -> app.delivered() >= enough);
            app.kill();
        }
        settle(start());
        // What the other directory was left with is settled when its sink starts again.
        SinkApp second = start(secondSettings());
        settle(second);
        await(() -> open().isEmpty());
        List<String> found = new ArrayList<>();
        for (String line : lines()) {
            JsonNode article = Json.MAPPER.readTree(line);
            found.add(
                    article.path("id").asText() + ":" + article.path("revision").asInt());
        }
        assertEquals(sent, new HashSet<>(found));
        assertEquals(sent.size(), found.size(), "lines");
    }

    @Test
    void fileIsForOneDayAndPartitionAndKeepsTheBytes() throws IOException {
        env.put("NEWSMILL_SINK_COMPRESSION", "none");
        SinkApp app = start();
        send(0, 30, 1);
        send(0, 30, 2);
        settle(app);
        app.close();
        List<String> names = files(".jsonl").stream()
                .map(file -> file.getParent().getFileName() + "/"
                        + file.getFileName().toString().replaceAll("-\\d+", ""))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "2026-11-19/p00.jsonl",
                        "2026-11-19/p01.jsonl",
                        "2026-11-19/p02.jsonl",
                        "2026-11-20/p00.jsonl",
                        "2026-11-20/p01.jsonl",
                        "2026-11-20/p02.jsonl"),
                names);
        assertTrue(lines().contains(new String(article(id(7), 2).value(), StandardCharsets.UTF_8)));
    }

    @Test
    void filesRotateBySize() throws IOException {
        env.put("NEWSMILL_SINK_COMPRESSION", "gzip");
        env.put("NEWSMILL_SINK_ROTATE_BYTES", "1");
        SinkApp app = start();
        Map<String, Integer> sent = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            sent.putAll(send(i * 30, i * 30 + 30, 1));
            settle(app);
        }
        await(() -> open().isEmpty());
        assertTrue(files(".jsonl.gz").size() >= 9, "files with their names while the sink runs");
        assertEquals(sent, articles());
    }

    @Test
    void placeThatCannotBeWrittenIsWaitedFor() throws IOException {
        Path inTheWay = directory.resolve("a/2026-11-20");
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "not a directory");
        SinkApp app = start();
        Map<String, Integer> sent = new TreeMap<>(send(0, 50, 2));
        sent.putAll(send(50, 100, 1));
        await(() -> app.retries() >= 2);
        assertEquals(0, app.delivered());
        Files.delete(inTheWay);
        settle(app);
        assertEquals(sent, articles());
        assertEquals(100, lines().size());
    }

    /** Row 42. */
    @Test
    void fullDiskIsWaitedOutAndNothingIsLostOrDoubled() throws IOException {
        try (SmallDisk disk = SmallDisk.at(directory.resolve("small"), "300k")) {
            env.put("NEWSMILL_SINK_DIRECTORY", disk.path().resolve("files").toString());
            env.put("NEWSMILL_SINK_COMPRESSION", "none");
            env.put("NEWSMILL_SINK_LONGEST_PAUSE", "400ms");
            SinkApp app = start();
            Map<String, Integer> sent = send(0, 200, 1);
            settle(app);
            sent.putAll(send(200, 2_000, 1));
            await(() -> app.retries() >= 4);
            assertTrue(app.running());
            disk.grow("30m");
            settle(app);
            app.close();
            assertEquals(sent, articles());
            assertEquals(2_000, lines().size());
        }
    }

    @Test
    void directoryOfAnotherSinkIsRefused() {
        start();
        SinkApp second = new SinkApp(SinkConfig.from(new Settings(env)));
        String message =
                assertThrows(IllegalStateException.class, second::start).getMessage();
        assertTrue(
                message.endsWith("another sink writes here; name another directory (NEWSMILL_SINK_DIRECTORY)"),
                message);
    }

    @Test
    void missingTopicAndBrokerAndWrongSettingsAreNamedAtTheStart() {
        env.put("NEWSMILL_TOPIC_PREFIX", "nobody");
        assertEquals(
                "no such topic at " + TestBroker.servers() + ": nobody.enriched.v1, nobody.rejected.v1; create what is"
                        + " missing with: ./newsmill topics create",
                assertThrows(IllegalStateException.class, this::start).getMessage());
        env.put("NEWSMILL_SINK_COMPRESSION", "rar");
        assertEquals(
                "NEWSMILL_SINK_COMPRESSION=rar: should be zstd, gzip or none",
                assertThrows(IllegalArgumentException.class, () -> JsonlSettings.from(new Settings(env)))
                        .getMessage());
    }

    @Test
    void linesAreNinjsWhereThatIsAskedFor() throws IOException {
        env.put("NEWSMILL_SINK_FORMAT", "ninjs");
        SinkApp app = start();
        send(0, 3, 2);
        send(new ProducerRecord<>(topics.enriched(), key("wrong"), utf8("{\"id\":\"wrong\",\"topics\":\"none\"}")));
        send(new ProducerRecord<>(topics.enriched(), key("x/y z"), null));
        settle(app);
        Map<String, String> found = new TreeMap<>();
        for (String line : lines()) {
            assertEquals(List.of(), NinjsSchema.errors(line), line);
            JsonNode item = Json.MAPPER.readTree(line);
            found.put(
                    item.path("uri").asText(),
                    item.path("version").asText() + item.path("pubStatus").asText());
        }
        assertEquals(
                Map.of(
                        "urn:newsmill:" + id(0),
                        "2usable",
                        "urn:newsmill:" + id(1),
                        "2usable",
                        "urn:newsmill:" + id(2),
                        "2usable",
                        "urn:newsmill:x%2Fy%20z",
                        "canceled"),
                found);
        assertEquals("wrong", new String(rejected(1).get(0).key(), StandardCharsets.UTF_8));
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files("")) {
            String name = file.getFileName().toString();
            try (InputStream in = Compression.of(name.replace(".open", "")).read(Files.newInputStream(file))) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(text.isEmpty() || text.endsWith("\n"), name);
                text.lines().forEach(lines::add);
            }
        }
        return lines;
    }

    private List<Path> open() {
        return files(".open");
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("p")
                            && file.getFileName().toString().endsWith(ending))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // a file got its name meanwhile: whoever waits for the files looks again
            return List.of(directory);
        }
    }
}
