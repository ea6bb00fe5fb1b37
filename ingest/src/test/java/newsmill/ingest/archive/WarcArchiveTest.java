package newsmill.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import newsmill.article.Article;
import newsmill.ingest.archive.WarcEntry.Answer;
import newsmill.ingest.archive.WarcEntry.Broken;
import newsmill.ingest.extract.ArticleExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** WARC files in the forms in which crawlers leave them, and FAULTS 53: cut off, lying and broken ones. */
@Timeout(30)
class WarcArchiveTest {
    private static final ArchivedPage PAGES = new ArchivedPage(ArticleExtractor.standard());

    @TempDir
    Path folder;

    private static byte[] page(int n) {
        return ("<!DOCTYPE html><html lang=\"en\"><head><title>Harbour report " + n + "</title>"
                        + "<meta property=\"article:published_time\" content=\"2025-11-0" + (1 + n % 9)
                        + "T08:00:00Z\">"
                        + "</head><body><article><h1>Harbour report " + n + "</h1>"
                        + ("<p>The harbour of Klaipėda handled more ships than in any month before, its director said on "
                                        + "Monday, and the pilots worked through four nights of fog to bring them in.</p>")
                                .repeat(4)
                        + "</article></body></html>")
                .getBytes(UTF_8);
    }

    private static String url(int n) {
        return "https://harbour.example/news/report-" + n;
    }

    private static byte[] answer(String head, byte[] body) {
        return join((head + "\r\n\r\n").getBytes(UTF_8), body);
    }

    private static byte[] answer(int n) {
        return answer("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8", page(n));
    }

    private static byte[] record(String type, String url, byte[] block, String... more) {
        return record(type, url, block, block.length, more);
    }

    private static byte[] record(String type, String url, byte[] block, int length, String... more) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url
                + "\r\nWARC-Date: 2025-11-10T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>"
                + "\r\nContent-Type: application/http; msgtype=" + type + "\r\nContent-Length: " + length + "\r\n"
                + String.join("", Arrays.stream(more).map(line -> line + "\r\n").toList()) + "\r\n";
        return join(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
    }

    private static byte[] response(int n) {
        return record("response", url(n), answer(n));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private List<WarcEntry> entries(byte[] file) throws IOException {
        Path path = folder.resolve("a.warc");
        Files.write(path, file);
        try (WarcArchive archive = WarcArchive.of(FileChannel.open(path))) {
            return all(archive);
        }
    }

    private static List<WarcEntry> all(WarcArchive archive) throws IOException {
        List<WarcEntry> entries = new ArrayList<>();
        for (WarcEntry entry = archive.next(); entry != null; entry = archive.next()) {
            entries.add(entry);
        }
        return entries;
    }

    /** What each entry is: the address of a page, or what else. */
    private static List<String> told(List<WarcEntry> entries) {
        return entries.stream()
                .map(entry -> entry instanceof Answer answer
                        ? answer.url()
                        : entry instanceof Broken ? "broken" : ((WarcEntry.Other) entry).what())
                .toList();
    }

    @Test
    void pagesOfPlainGzipAndZstdFilesAndOfStreamsAreTheSame() throws Exception {
        List<byte[]> records = List.of(
                record("warcinfo", "", new byte[0]), response(1), record("request", url(1), new byte[5]), response(2));
        byte[] plain = join(records.toArray(byte[][]::new));
        byte[] gzip = join(records.stream().map(WarcArchiveTest::gzip).toArray(byte[][]::new));
        byte[] zstd = join(records.stream().map(Zstd::compress).toArray(byte[][]::new));
        List<String> expected = List.of("warcinfo", url(1), "request", url(2));
        for (byte[] file : List.of(plain, gzip, zstd, gzip(plain))) {
            assertEquals(expected, told(entries(file)));
            try (WarcArchive stream = WarcArchive.of(new ByteArrayInputStream(file))) {
                assertEquals(expected, told(all(stream)));
            }
        }
    }

    @Test
    void articleOfAPageIsDatedAsItWasFetched() throws Exception {
        Article article = PAGES.article((Answer) entries(gzip(response(3))).get(0));
        assertEquals(url(3), article.canonicalUrl());
        assertEquals("Harbour report 3", article.title());
        assertEquals("2025-11-04T08:00:00Z", article.publishedAt());
        assertEquals("2025-11-10T12:00:00Z", article.fetchedAt().toString());
        assertTrue(article.body().startsWith("The harbour of Klaipėda"), article.body());
    }

    @Test
    void whatIsNoPageIsToldByItsKind() throws Exception {
        byte[] picture = answer("HTTP/1.1 200 OK\r\nContent-Type: image/png", new byte[100_000]);
        byte[] missing = answer("HTTP/1.1 404 Not Found\r\nContent-Type: text/html", page(1));
        assertEquals(
                List.of("image/png", "status 404", "answer of another protocol", "revisit", "no HTTP answer", url(5)),
                told(entries(join(
                        record("response", url(1), picture),
                        record("response", url(2), missing),
                        record("response", "dns:harbour.example", "20251110".getBytes(UTF_8)),
                        record("revisit", url(3), new byte[0]),
                        record("response", url(4), "no head".getBytes(UTF_8)),
                        response(5)))));
        assertNull(
                PAGES.article((Answer) entries(record("response", "https://harbour.example/", answer(1)))
                        .get(0)),
                "a home page");
    }

    /** Crawlers keep headers that no longer fit: what is packed is unpacked, what is not stays. */
    @Test
    void bodiesAreReadWhetherTheyAreAsTheirHeadersSayOrNot() throws Exception {
        String html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
        byte[] chunked = join(
                (Integer.toHexString(page(1).length) + ";x=y\r\n").getBytes(UTF_8),
                page(1),
                "\r\n0\r\n\r\n".getBytes(UTF_8));
        for (byte[] message : List.of(
                answer(html + "Content-Encoding: gzip", gzip(page(1))),
                answer(html + "Content-Encoding: gzip", page(1)),
                answer(html + "Content-Encoding: br", page(1)),
                answer(html + "Content-Encoding: zstd", Zstd.compress(page(1))),
                answer(html + "Transfer-Encoding: chunked", chunked),
                answer(html + "Transfer-Encoding: chunked", page(1)),
                answer(html + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip", gzip(page(1))),
                answer(html + "X-Crawler-Content-Encoding: gzip\r\nContent-Length: 7", page(1)))) {
            Article article = PAGES.article(
                    (Answer) entries(record("response", url(1), message)).get(0));
            assertEquals("Harbour report 1", article.title());
        }
    }

    @Test
    void whatThePublisherReservesInHeadersIsOnTheArticle() throws Exception {
        byte[] message = answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTDM-Reservation: 1", page(1));
        Article article = PAGES.article(
                (Answer) entries(record("response", url(1), message)).get(0));
        assertEquals("tdm-reservation", article.rights().optOuts().get(0).signal());
    }

    /** FAULTS 53. */
    @Test
    void brokenRecordIsOneEntryWithItsBytesAndTheNextWholeRecordFollows() throws Exception {
        byte[] garbage = new byte[3_000];
        new Random(1).nextBytes(garbage);
        byte[] noLength = new String(response(2), UTF_8)
                .replaceAll("Content-Length: \\d+", "Content-Length: many")
                .getBytes(UTF_8);
        byte[] header = "WARC/1.0\r\nWARC-Type response\r\n\r\n".getBytes(UTF_8);
        for (byte[] bad : List.of(garbage, noLength, header)) {
            assertEquals(
                    List.of(url(1), "broken", url(3)), told(entries(join(response(1), bad, response(3)))), "plain");
            assertEquals(
                    List.of(url(1), "broken", url(3)),
                    told(entries(join(gzip(response(1)), gzip(bad), gzip(response(3))))),
                    "gzip");
        }
        byte[] bent = gzip(response(2));
        Arrays.fill(bent, 200, 260, (byte) 0x55);
        List<WarcEntry> entries = entries(join(gzip(response(1)), bent, gzip(response(3))));
        assertEquals(List.of(url(1), "broken", url(3)), told(entries));
        assertTrue(((Broken) entries.get(1)).bytes().length > 0);
    }

    /** FAULTS 53. */
    @Test
    void recordThatLiesAboutItsLengthSwallowsNoOther() throws Exception {
        byte[] block = answer(2);
        for (int lie : new int[] {-100, -1, 50, 700, 1_000_000}) {
            byte[] lying = record("response", url(2), block, block.length + lie);
            List<String> plain = told(entries(join(response(1), lying, response(3), response(4))));
            List<String> gzip =
                    told(entries(join(gzip(response(1)), gzip(lying), gzip(response(3)), gzip(response(4)))));
            assertEquals(List.of(url(1), "broken", url(3), url(4)), plain, lie + " plain");
            assertEquals(List.of(url(1), "broken", url(3), url(4)), gzip, lie + " gzip");
        }
    }

    /** FAULTS 53. */
    @Test
    void fileThatBreaksOffGivesWhatIsWholeAndOneBrokenEntry() throws Exception {
        byte[] plain = join(response(1), response(2));
        byte[] gzip = join(gzip(response(1)), gzip(response(2)));
        for (byte[] file : List.of(plain, gzip)) {
            int whole = file == plain ? response(1).length : gzip(response(1)).length;
            for (int cut = whole + 20; cut < file.length - 30; cut += 61) {
                List<String> told = told(entries(Arrays.copyOf(file, cut)));
                assertEquals(List.of(url(1), "broken"), told, "cut at " + cut + " of " + file.length);
            }
        }
        assertEquals(
                List.of("broken", url(1)),
                told(entries(join(record("response", url(9), answer(9), "WARC-Truncated: length"), response(1)))),
                "cut by the crawler");
    }

    @Test
    void pageOfTwentyMegabytesIsBrokenAndTheNextFollows() throws Exception {
        byte[] large = answer("HTTP/1.1 200 OK\r\nContent-Type: text/html", new byte[20 << 20]);
        assertEquals(List.of("broken", url(1)), told(entries(join(record("response", url(2), large), response(1)))));
    }

    @Test
    void anyBytesEndWithoutAnException() throws Exception {
        byte[] file = join(gzip(response(1)), gzip(response(2)), gzip(response(3)));
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            byte[] bent = file.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bent[3 + random.nextInt(bent.length - 3)] = (byte) random.nextInt();
            }
            assertTrue(entries(bent).size() < 20);
        }
    }
}
