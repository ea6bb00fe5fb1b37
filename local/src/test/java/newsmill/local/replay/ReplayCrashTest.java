package newsmill.local.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import newsmill.article.Json;
import newsmill.broker.TestBroker;
import newsmill.local.Newsmill;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own that is killed and told to end, and run again each time. */
@Timeout(300)
class ReplayCrashTest {
    /** The profile {@code faults} runs the full length. */
    private static final int ARTICLES = Integer.getInteger("newsmill.faults", 3_000);

    private static final int KILLS = Math.max(2, Math.min(20, ARTICLES / 500));
    private static final int FILES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void everyArticleIsSentOnceAndInOrderThoughTheReplayIsKilledAgainAndAgain() throws Exception {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        for (int file = 0; file < FILES; file++) {
            // One line that cannot be used ends each file: it must be rejected once.
            Files.writeString(
                    archive.resolve(file + ".jsonl"),
                    Stories.lines(file * ARTICLES / FILES, (file + 1) * ARTICLES / FILES) + "{broken " + file + "\n");
        }
        try (TestBroker broker = new TestBroker(folder.resolve("broker"))) {
            Desk desk = new Desk(broker, "crash");
            Random random = new Random(7);
            for (int kill = 1; kill <= KILLS; kill++) {
                // A busy machine is slow to see how far it is, and must still find each one unfinished.
                Process replay = start(desk, archive, "--rate", "250");
                int some = kill * ARTICLES / (KILLS + 1);
                broker.read(desk.topics.raw(), PATIENCE, records -> records.size() >= some);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                if (kill % 2 == 1) {
                    replay.destroyForcibly().waitFor();
                } else {
                    replay.destroy();
                    assertTrue(replay.waitFor(15, TimeUnit.SECONDS), "ends within seconds of SIGTERM");
                }
            }
            assertThrows(
                    IllegalArgumentException.class,
                    () -> desk.replay(List.of(archive.resolve("0.jsonl")), Map.of("run", "killed")),
                    "another plan under the name of one that was broken off");
            Process last = start(desk, archive);
            assertTrue(last.waitFor(60, TimeUnit.SECONDS));
            assertEquals(1, last.exitValue(), "done, with lines that could not be used");
            assertExact(desk);
            String said = Files.readString(folder.resolve("err"));
            assertTrue(said.contains("killed was broken off and goes on: "), said);
            String summary = Files.readString(folder.resolve("out"));
            assertEquals(
                    ARTICLES,
                    Json.MAPPER
                            .readTree(summary.substring(summary.lastIndexOf("{\"run\"")))
                            .path("sent")
                            .asInt());
        }
    }

    private static void assertExact(Desk desk) {
        List<ConsumerRecord<String, byte[]>> records = desk.records(desk.topics.raw());
        assertEquals(ARTICLES, records.size());
        Map<Integer, Long> lastOfPartition = new HashMap<>();
        Map<String, byte[]> values = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            values.put(record.key(), record.value());
            Long before = lastOfPartition.put(record.partition(), record.timestamp());
            assertTrue(before == null || before < record.timestamp(), "in the order of the archive");
        }
        for (int n = 0; n < ARTICLES; n++) {
            assertArrayEquals(Json.write(Stories.article(n)), values.get(Stories.id(n)));
        }
        List<ConsumerRecord<String, byte[]>> rejected = desk.records(desk.topics.rejected());
        assertEquals(
                new TreeSet<>(
                        IntStream.range(0, FILES).mapToObj(n -> "{broken " + n).toList()),
                new TreeSet<>(rejected.stream()
                        .map(record -> new String(record.value()))
                        .toList()));
        assertEquals(FILES, rejected.size());
    }

    private Process start(Desk desk, Path archive, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Newsmill.class.getName(),
                "replay",
                archive.toString(),
                "--run",
                "killed",
                "--json"));
        command.addAll(List.of(more));
        File out = folder.resolve("out").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()));
        builder.environment().putAll(desk.settings.env());
        return builder.start();
    }
}
