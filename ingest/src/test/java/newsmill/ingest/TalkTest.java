package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsmill.article.Json;
import newsmill.ingest.fetch.ShownAddress;
import newsmill.ingest.frontier.Frontier;
import newsmill.ingest.source.Sources;
import newsmill.ingest.source.WrongSources;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FAULTS 50 and 52: what is said, in logs, metrics, errors and on topics: one line each, and no secrets. */
class TalkTest extends CrawlTest {
    private static final String SECRET = "hunter2";

    private Spoken spoken;

    TalkTest() {
        super(Map.of());
    }

    @BeforeEach
    void open() throws Exception {
        spoken = new Spoken();
    }

    @AfterEach
    void close() {
        spoken.close();
    }

    private String withUser(String path) {
        return site.url(path).replace("://", "://editor:" + SECRET + "@");
    }

    private static String all(List<TestRecord<String, byte[]>> records) {
        StringBuilder text = new StringBuilder();
        for (TestRecord<String, byte[]> record : records) {
            text.append(record.key());
            text.append(record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
            record.headers().forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
        }
        return text.toString();
    }

    private String metrics() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, crawl.metrics.scrape());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theCredentialsAndKeysInAddressesAreSaidNowhere() throws Exception {
        site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))));
        site.on("/b", LocalSite.redirect(302, withUser("/b2")));
        site.on("/b2", LocalSite.html(Samples.page("B", Samples.paragraph("b"))));
        site.on("/feed", LocalSite.feed(Samples.rss(withUser("/c"), withUser("/gone"))));
        site.on("/c", LocalSite.html(Samples.page("C", Samples.paragraph("c"))));
        crawl.source("feed", site.url("/feed"));
        site.on("/private?api_key=" + SECRET + "&format=rss&token=" + SECRET, LocalSite.status(500));
        crawl.source("keyed", site.url("/private?api_key=" + SECRET + "&format=rss&token=" + SECRET));
        crawl.link("{\"url\":\"" + withUser("/a") + "\"}");
        crawl.link("{\"url\":\"" + withUser("/b") + "\"}");
        crawl.link("{\"url\":\"" + withUser("/broken") + "\",\"source\":\"feed\"}");
        site.on("/broken", LocalSite.status(500));
        site.on("/c", LocalSite.html(Samples.page("C", Samples.paragraph("c"))));
        crawl.run(Duration.ofHours(3));
        site.on("/a", LocalSite.status(410));
        crawl.run(Duration.ofDays(3));

        assertTrue(crawl.raw.size() >= 5, "three articles, a withdrawal and its tombstone: " + crawl.raw.size());
        assertTrue(spoken.all().contains("/private?api_key=***&format=rss&token=***"), spoken.all());
        assertFalse(spoken.all().contains(SECRET));
        assertTrue(all(crawl.raw).contains("/feed"));
        assertFalse(all(crawl.raw).contains(SECRET));
        assertFalse(all(crawl.records(crawl.topics.visits())).contains(SECRET));
        assertFalse(metrics().contains(SECRET));
        assertEquals(List.of(), crawl.records(crawl.topics.rejected()));
    }

    @Test
    void theReasonWhyARecordIsRejectedHoldsNoSecret() {
        crawl.link("{\"url\":\"ftp://editor:" + SECRET + "@files.example/a\"}");
        crawl.sourceRecord("s", "{\"id\":\"s\",\"url\":\"" + withUser("/feed") + "\"}");
        crawl.sourceRecord("t", "{\"id\":\"t\",\"url\":\"ftp://editor:" + SECRET + "@files.example/\"}");
        crawl.run(Duration.ofSeconds(1));

        List<TestRecord<String, byte[]>> rejected = crawl.records(crawl.topics.rejected());
        assertEquals(3, rejected.size());
        for (TestRecord<String, byte[]> record : rejected) {
            record.headers()
                    .forEach(header -> assertFalse(
                            new String(header.value(), StandardCharsets.UTF_8).contains(SECRET), header.key()));
        }
        assertFalse(spoken.all().contains(SECRET), spoken.all());
    }

    @Test
    void aSourceWithCredentialsIsRefusedWithItsLineAndWithoutThem() throws Exception {
        Path file = Files.writeString(
                state.resolve("sources.yaml"), "- id: s\n  url: https://editor:" + SECRET + "@news.example/feed\n");
        String message =
                assertThrows(WrongSources.class, () -> Sources.load(file)).getMessage();
        assertTrue(message.contains("sources.yaml:1"), message);
        assertTrue(message.contains("user name"), message);
        assertFalse(message.contains(SECRET), message);
    }

    @Test
    void lineBreaksAndEscapesMakeOneLineEach() {
        String evil = "\\r\\n\\u001b[2J\\u001b]0;owned\\u0007\\u2028\\u202e[main] ERROR all is lost";
        site.on("/robots.txt", LocalSite.status(404));
        for (String path : List.of("/1", "/2")) {
            crawl.link("{\"url\":\"" + site.url(path) + "?" + evil + "\",\"title\":\"" + evil + "\"}");
        }
        crawl.link("{\"url\":\"nothing" + evil + "\"}");
        crawl.link("{\"url\":" + evil.replace("\\r\\n", "\r\n").replace("\\u001b", "\u001b"));
        site.on("/feed", LocalSite.status(503).with("Retry-After", "\u009b2J soon"));
        crawl.source("feed", site.url("/feed"));
        site.on("/moved", LocalSite.redirect(302, "http://[" + "x\u0085y" + "/"));
        crawl.source("moved", site.url("/moved"));
        crawl.run(Duration.ofHours(1));

        assertFalse(
                spoken.all().replace("\n", "").matches("(?s).*[\\p{Cntrl}\u0085\u009b\u2028\u202e].*"), spoken.all());
        assertTrue(spoken.all().lines().noneMatch(line -> line.startsWith("[main] ERROR")), spoken.all());
        assertFalse(spoken.of(Frontier.class).isEmpty());
    }

    @Test
    void titlesWithLineBreaksAndEscapesAreOneLineInTheRecord() {
        site.on(
                "/a",
                LocalSite.html(Samples.page("The\r\n\u001b[31mbridge\u202e", Samples.paragraph("a"))
                        .replace("<head>", "<head><meta name=author content=\"Ann\r\n\u001b[1mLee\">")));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofSeconds(30));

        String title = crawl.articles().get(0).title();
        assertTrue(title.matches("[^\\p{Cntrl}]+"), () -> new String(Json.write(title), StandardCharsets.UTF_8));
        crawl.articles().get(0).byline().forEach(name -> assertTrue(name.matches("[^\\p{Cntrl}]+"), name));
    }

    @Test
    void addressesAreShownWithoutWhatOpensDoors() {
        assertEquals("https://a.example/x", ShownAddress.of("https://u:p@a.example/x"));
        assertEquals("https://a.example/x", ShownAddress.of("https://u:p@q@a.example/x"));
        assertEquals(
                "https://a.example/?id=7&access_token=***&sig=***#top",
                ShownAddress.of("https://a.example/?id=7&access_token=abc&sig=d%3D#top"));
        assertEquals("https://a.example/@ann", ShownAddress.of("https://a.example/@ann"));
        assertEquals("not done within 5 ms", ShownAddress.of("not done within 5 ms"));
        assertTrue(ShownAddress.of("https://" + "u".repeat(5_000) + ":p@a.example/")
                .endsWith("https://a.example/"));
        assertTrue(ShownAddress.of("https://a.example/" + "x".repeat(5_000)).length() < 600);
    }
}
