package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

class WarcCopiesTest {
    private static final Instant WHEN = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder;

    private static Response page(int number) {
        return new Response(
                URI.create("https://news.example/" + number),
                200,
                Map.of("content-type", List.of("text/html"), "content-encoding", List.of("gzip")),
                ("<p>Page " + number + "</p>").getBytes(StandardCharsets.UTF_8),
                null,
                null);
    }

    @Test
    void everyPageComesBackAsItWas() throws Exception {
        try (WarcCopies copies = new WarcCopies(folder, "one", 300)) {
            for (int i = 0; i < 3; i++) {
                copies.keep(page(i), WHEN);
            }
        }
        List<String> found = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                assertTrue(file.toString().endsWith(".warc.gz"), file.toString());
                try (WarcReader reader = new WarcReader(file)) {
                    for (WarcRecord record : reader) {
                        WarcResponse response = (WarcResponse) record;
                        byte[] body = response.http().body().stream().readAllBytes();
                        found.add(response.target() + " " + response.date() + " "
                                + new String(body, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        assertEquals(
                List.of(
                        "https://news.example/0 " + WHEN + " <p>Page 0</p>",
                        "https://news.example/1 " + WHEN + " <p>Page 1</p>",
                        "https://news.example/2 " + WHEN + " <p>Page 2</p>"),
                found);
    }
}
