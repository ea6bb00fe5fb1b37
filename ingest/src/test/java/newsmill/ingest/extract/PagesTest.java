package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newsmill.article.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The pages of {@code pages/}, each beside the fields that must come out. A new case is two files and no code. */
class PagesTest {
    private final ArticleExtractor extractor = ArticleExtractor.standard();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedFields() throws IOException, URISyntaxException {
        Path folder = Path.of(PagesTest.class.getResource("pages").toURI());
        List<Path> expected;
        try (Stream<Path> files = Files.list(folder)) {
            expected = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        return expected.stream()
                .map(json -> DynamicTest.dynamicTest(json.getFileName().toString(), () -> compare(json)));
    }

    private void compare(Path json) {
        try {
            Path html = json.resolveSibling(json.getFileName().toString().replace(".json", ".html"));
            JsonNode want = Json.MAPPER.readTree(json.toFile());
            JsonNode got = Json.MAPPER.valueToTree(
                    extractor.extract(Page.of("https://news.example.com/page", Files.readAllBytes(html))));
            List<Executable> checks = new ArrayList<>();
            want.fieldNames()
                    .forEachRemaining(
                            field -> checks.add(() -> assertEquals(text(want, field), text(got, field), field)));
            assertAll(checks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode record, String field) {
        return record.path(field).isTextual()
                ? record.get(field).asText()
                : record.path(field).toString();
    }
}
