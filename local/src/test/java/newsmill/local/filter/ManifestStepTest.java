package newsmill.local.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import newsmill.article.Json;
import newsmill.ingest.extract.ArticleExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestStepTest {
    private static final String PAGE = """
            <html lang="en"><title>A bridge</title><body><article><h1>A bridge</h1>
            <p>The bridge in Lyon opens again. It had been closed for two years, after engineers found cracks in both of
            its towers and the city decided to rebuild them stone by stone.</p>
            <p>Cyclists will be let across on Monday, cars a week later, and lorries not before the spring, when the new
            surface has been tested under a load of four hundred tonnes.</p></article></body></html>
            """;

    @TempDir
    private Path folder;

    @Test
    void articleKeepsTheManifestsIdAndAddress() throws IOException {
        Files.writeString(folder.resolve("a.html"), PAGE);
        JsonNode record = record("{\"id\":\"set/1\",\"html\":\"a.html\",\"url\":\"https://example.org/a\"}");
        assertEquals("set/1", record.path("id").asText());
        assertEquals("https://example.org/a", record.path("url").asText());
        assertTrue(record.path("body").asText().contains("The bridge in Lyon opens again."));
    }

    @Test
    void gzipIsUnpackedWhateverTheFileIsCalled() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("a.html"), bytes.toByteArray());
        assertTrue(record("{\"id\":\"1\",\"html\":\"a.html\",\"url\":\"https://example.org/a\"}")
                .path("body")
                .asText()
                .contains("Lyon"));
    }

    @Test
    void missingAndBrokenPagesAreNamed() throws IOException {
        Files.write(folder.resolve("broken.html"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 1});
        assertTrue(error("{\"id\":\"1\",\"html\":\"none.html\"}").endsWith("none.html: no such file"));
        assertTrue(error("{\"id\":\"1\",\"html\":\"broken.html\"}").contains("broken.html: broken gzip"));
        assertTrue(error("{\"id\":\"1\"}").contains("no \"html\""));
        assertTrue(error("{\"id\":\"1\",\"html\":\"a\\u0000b\"}").contains("Nul character"));
    }

    @Test
    void bombIsCutAtTheLargestPage() throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.html")))) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(block);
            }
        }
        assertTrue(error("{\"id\":\"1\",\"html\":\"bomb.html\"}").endsWith("a page of more than 32 MiB"));
    }

    private JsonNode record(String entry) throws IOException {
        return Json.MAPPER.readTree(apply(entry).record());
    }

    private String error(String entry) {
        return apply(entry).error();
    }

    private Outcome apply(String entry) {
        byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
        return new ManifestStep(ArticleExtractor.standard(), folder).apply(new Line("test:1", bytes, bytes.length));
    }
}
