package newsmill.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import newsmill.article.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every document in {@code feeds/} stands beside its items as the preview prints them. A new case is two files. */
class FeedFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/newsmill/ingest/feeds");

    @TestFactory
    Stream<DynamicTest> everyDocumentGivesItsItems() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<JsonNode> found = SourcePreview.of(name, read(file))
                .map(preview -> Json.MAPPER.<JsonNode>valueToTree(preview))
                .toList();
        List<JsonNode> expected =
                Files.readAllLines(file.resolveSibling(name.replaceFirst("\\.[a-z]+$", ".jsonl"))).stream()
                        .map(FeedFixturesTest::tree)
                        .toList();
        for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
            assertEquals(
                    i < expected.size() ? expected.get(i).toPrettyString() : "nothing",
                    i < found.size() ? found.get(i).toPrettyString() : "nothing");
        }
    }

    private static SourceContent read(Path file) throws IOException {
        return SourceFormat.read(Files.readAllBytes(file), null, null, SourceType.AUTO);
    }

    private static JsonNode tree(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
