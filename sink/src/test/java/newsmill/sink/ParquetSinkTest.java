package newsmill.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class ParquetSinkTest extends SinkContract {
    @TempDir
    Path directory;

    @Override
    Map<String, String> settings() {
        return Map.of(
                "NEWSMILL_SINK_FORMAT", "parquet",
                "NEWSMILL_SINK_ROTATE_EVERY", "1ms",
                "NEWSMILL_SINK_DIRECTORY", directory.resolve("a").toString());
    }

    @Override
    Map<String, String> secondSettings() {
        return Map.of("NEWSMILL_SINK_DIRECTORY", directory.resolve("b").toString());
    }

    /** Asks as an analyst does: the greatest revision of each id counts, and what is withdrawn is gone. */
    @Override
    Map<String, Integer> articles() throws IOException {
        await(() -> open().isEmpty());
        Map<String, Integer> revisions = new TreeMap<>();
        Map<String, Integer> gone = new HashMap<>();
        for (List<String> row : DuckDb.ask(directory, "SELECT id, revision, status FROM TABLE")) {
            int revision = row.get(1) == null ? Integer.MAX_VALUE : Integer.parseInt(row.get(1));
            (row.get(2).equals("withdrawn") ? gone : revisions).merge(row.get(0), revision, Math::max);
        }
        revisions.entrySet().removeIf(entry -> gone.getOrDefault(entry.getKey(), 0) >= entry.getValue());
        return revisions;
    }

    /** What is no table yet: files that are written, or packed and without their name so far. */
    private List<Path> open() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().contains(LineFile.OPEN))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(directory);
        }
    }
}
