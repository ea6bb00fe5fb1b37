package newsmill.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.Json;
import newsmill.article.Rejection;
import newsmill.broker.TestBroker;
import newsmill.ingest.fetch.Response;
import newsmill.ingest.fetch.WarcCopies;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages that ingest kept, and a crawler's, become articles again. */
@Timeout(60)
class WarcReplayTest {
    private static final Instant FETCHED = Instant.parse("2025-03-02T08:00:00Z");

    @TempDir
    Path folder;

    /** FAULTS 53: what is broken is rejected with its place and bytes, and the rest goes on. */
    @Test
    void pagesBecomeArticlesAndWhatIsNoneIsCountedByKind() throws Exception {
        Path archive = Files.createDirectories(folder.resolve("warc"));
        try (WarcCopies copies = new WarcCopies(archive, "one", 1 << 20)) {
            for (int n = 0; n < 12; n++) {
                copies.keep(response(n, 200, "text/html; charset=utf-8"), FETCHED);
            }
            copies.keep(response(12, 404, "text/html"), FETCHED);
            copies.keep(response(13, 200, "application/pdf"), FETCHED);
        }
        Path warc;
        try (var files = Files.list(archive)) {
            warc = files.findFirst().orElseThrow();
        }
        append(warc, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: none\r\n\r\n");
        try (TestBroker broker = new TestBroker(folder.resolve("broker"))) {
            Desk desk = new Desk(broker, "warc");
            ReplayRun.Done done = desk.replay(List.of(archive), Map.of());
            assertEquals(1, done.rejected(), done.report());
            assertTrue(done.report().contains("1 application/pdf, 1 status 404"), done.report());
            Map<String, ConsumerRecord<String, byte[]>> records = desk.last(desk.topics.raw());
            assertEquals(12, records.size());
            ConsumerRecord<String, byte[]> record = records.get(ArticleId.of(url(5)));
            Article article = Json.read(record.value(), Article.class);
            assertEquals("Orchard prices, week 5", article.title());
            assertEquals(FETCHED, article.fetchedAt());
            assertEquals(Instant.parse("2025-03-01T06:00:00Z").toEpochMilli(), record.timestamp());
            ConsumerRecord<String, byte[]> rejected =
                    desk.records(desk.topics.rejected()).get(0);
            assertTrue(Rejection.read(rejected.headers()).reason().startsWith(warc + "@"));
            assertTrue(rejected.value().length > 0);
        }
    }

    private static String url(int n) {
        return "https://orchard.example/prices/week-" + n;
    }

    private static Response response(int n, int status, String type) {
        String html = "<!DOCTYPE html><html lang=\"en\"><head><title>Orchard prices, week " + n + "</title>"
                + "<meta property=\"article:published_time\" content=\"2025-03-01T07:00:00+01:00\"></head><body><article>"
                + "<h1>Orchard prices, week " + n + "</h1>"
                + ("<p>Growers around Aarhus were paid less for their apples this week than in any week of the past three "
                                + "years, the cooperative said, because the harvest came early and the stores were full.</p>")
                        .repeat(3)
                + "</article></body></html>";
        return new Response(
                URI.create(url(n)),
                status,
                Map.of("content-type", List.of(type)),
                html.getBytes(StandardCharsets.UTF_8),
                null,
                null);
    }

    private static void append(Path file, String record) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND);
                GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(record.getBytes(StandardCharsets.UTF_8));
        }
    }
}
