package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import newsmill.ingest.LocalSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FetcherTest {
    private static final FetchSettings SETTINGS = new FetchSettings(
            "newsmill/0.1 (+mailto:desk@example.org)", Duration.ofSeconds(2), Duration.ofSeconds(1), 100_000, 5, true);

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Fetcher fetcher = new Fetcher(SETTINGS, workers);
    private LocalSite site;

    @BeforeEach
    void open() throws IOException {
        site = new LocalSite();
    }

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
        workers.shutdownNow();
    }

    private Response get(String path) {
        return fetch(URI.create(site.url(path)));
    }

    private Response fetch(URI url) {
        return fetcher.fetch(new Request(url, Validators.NONE, true)).join();
    }

    private String problem(URI url) {
        CompletionException e = assertThrows(CompletionException.class, () -> fetch(url));
        return assertInstanceOf(FetchException.class, e.getCause()).getMessage();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LocalSite.Answer encoded(String coding, byte[] body) {
        return new LocalSite.Answer(200, "text/html", body, Map.of("Content-Encoding", coding));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void contentEncodingsAreUndone() throws Exception {
        byte[] text = bytes("The words of the page. ".repeat(50));
        site.on("/gzip", encoded("gzip", gzip(text)));
        site.on("/deflate", encoded("deflate", deflate(text, false)));
        site.on("/raw", encoded("deflate", deflate(text, true)));
        site.on("/zstd", encoded("zstd", Zstd.compress(text)));
        site.on("/twice", encoded("deflate, gzip", gzip(deflate(text, false))));
        site.on("/not", encoded("gzip", text));
        // "The words" in Brotli: an uncompressed metablock.
        site.on("/br", encoded("br", new byte[] {(byte) 0x8b, 0x01, (byte) 0x80, 'w', 'o', 'r', 'd', 0x03}));
        for (String path : new String[] {"/gzip", "/deflate", "/raw", "/zstd", "/twice", "/not"}) {
            assertArrayEquals(text, get(path).body(), path);
        }
        assertEquals("word", get("/br").text());
    }

    /** FAULTS 44. */
    @Test
    void decompressionIsBounded() throws Exception {
        byte[] zeros = new byte[50_000_000];
        site.on("/bomb", encoded("gzip", gzip(zeros)));
        site.on("/nested", encoded("gzip, gzip", gzip(gzip(zeros))));
        site.on("/deep", encoded("gzip, gzip, gzip, gzip", gzip(zeros)));
        assertTrue(problem(URI.create(site.url("/bomb"))).contains("larger than 100000 bytes"));
        assertTrue(problem(URI.create(site.url("/nested"))).contains("larger than 100000 bytes"));
        assertTrue(problem(URI.create(site.url("/deep"))).contains("encoded 4 times"));
    }

    @Test
    void aBodyThatIsTooLargeIsCutOff() throws Exception {
        try (RudeServer server = new RudeServer(out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
            for (byte[] chunk = new byte[65536]; ; ) {
                out.write(chunk);
            }
        })) {
            assertEquals("larger than 100000 bytes", problem(server.url()));
        }
    }

    /** FAULTS 27. */
    @Test
    void oneByteNowAndThenIsCutAtTheTotalTimeLimit() throws Exception {
        try (RudeServer server = new RudeServer(out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"));
            for (; ; ) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        })) {
            long start = System.nanoTime();
            assertEquals("not done within 2000 ms", problem(server.url()));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(4).toNanos());
        }
    }

    /** FAULTS 27: also where the bytes trickle before the body, or never come. */
    @Test
    void slowHeadersAndSilenceAreCutAtTheTotalTimeLimit() throws Exception {
        RudeServer.Answer trickle = out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nX-Long: "));
            for (; ; ) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        };
        for (RudeServer.Answer answer : List.of(trickle, (RudeServer.Answer) out -> Thread.sleep(10_000))) {
            try (RudeServer server = new RudeServer(answer)) {
                for (String scheme : List.of("http", "https")) {
                    long start = System.nanoTime();
                    String problem = problem(URI.create(server.url().toString().replaceFirst("http", scheme)));
                    assertTrue(problem.startsWith("not done within") || problem.startsWith("TLS: "), problem);
                    assertTrue(System.nanoTime() - start < Duration.ofSeconds(4).toNanos());
                }
            }
        }
    }

    /** FAULTS 26. */
    @Test
    void redirectsAreFollowedAsFarAsTheyGo() {
        site.on("/1", LocalSite.redirect(301, "/2"));
        site.on("/2", LocalSite.redirect(308, "3#part"));
        site.on("/3", LocalSite.text("here"));
        site.on("/round", LocalSite.redirect(302, "/about"));
        site.on("/about", LocalSite.redirect(302, "/round"));
        site.on("/file", LocalSite.redirect(302, "file:///etc/passwd"));
        for (int i = 10; i < 20; i++) {
            site.on("/" + i, LocalSite.redirect(302, "/" + (i + 1)));
        }
        assertEquals("here", get("/1").text());
        assertEquals(site.url("/3"), get("/1").movedTo().toString());
        assertEquals("redirects in a circle", problem(URI.create(site.url("/round"))));
        assertEquals("more than 5 redirects", problem(URI.create(site.url("/10"))));
        assertTrue(problem(URI.create(site.url("/file"))).contains("redirects to something that is no address"));
    }

    @Test
    void aTemporaryRedirectIsNotRemembered() {
        site.on("/1", LocalSite.redirect(301, "/2"));
        site.on("/2", LocalSite.redirect(302, "/3"));
        site.on("/3", LocalSite.text("here"));
        assertNull(get("/1").movedTo());
    }

    @Test
    void aRedirectToAnotherHostIsHandedBackWhereItIsNotWanted() throws Exception {
        try (LocalSite other = new LocalSite()) {
            site.on("/1", LocalSite.redirect(302, other.url("/2")));
            Response response = fetcher.fetch(new Request(URI.create(site.url("/1")), null, false))
                    .join();
            assertEquals(other.url("/2"), response.location().toString());
            assertEquals(0, other.asked.size());
        }
    }

    /** FAULTS 18. */
    @Test
    void validatorsGoBackByteForByte() {
        String etag = "W/\"\u00e9 a, b\"";
        site.on("/a", LocalSite.text("a").with("ETag", etag).with("Last-Modified", "yesterday, about noon"));
        Validators validators = get("/a").validators();
        Response second = fetcher.fetch(new Request(URI.create(site.url("/a")), validators, true))
                .join();
        assertEquals(304, second.status());
        assertEquals(etag, site.asked.get(1).header("If-none-match"));
        assertEquals("yesterday, about noon", site.asked.get(1).header("If-modified-since"));
    }

    @Test
    void noCookieIsEverSentBack() {
        site.on("/a", LocalSite.text("a").with("Set-Cookie", "id=1; Path=/"));
        get("/a");
        get("/a");
        assertNull(site.asked.get(1).header("Cookie"));
    }

    /** FAULTS 28, 50: the reason is one line. */
    @Test
    void troubleIsNamedInOneLine() throws Exception {
        assertEquals("unknown host", problem(URI.create("http://nowhere.invalid/")));
        assertTrue(problem(URI.create("http://127.0.0.1:1/")).startsWith("cannot connect"));
        try (RudeServer server = new RudeServer(out -> out.write(bytes("\u001b[2J\r\nnot HTTP at all\r\n\r\n")))) {
            assertFalse(problem(server.url()).matches("(?s).*\\p{Cntrl}.*"));
        }
    }

    /** FAULTS 51: the guard is the client's resolver; {@code AddressGuardTest} has the spellings. */
    @Test
    void theAddressThatIsConnectedToIsTheOneThatIsChecked() {
        AddressGuard strict = new AddressGuard(false);
        try (Fetcher guarded = new Fetcher(SETTINGS, strict, workers)) {
            CompletionException e = assertThrows(
                    CompletionException.class,
                    () -> guarded.fetch(new Request(URI.create(site.url("/a")), null, true))
                            .join());
            assertTrue(
                    e.getCause().getMessage().startsWith("address refused"),
                    e.getCause().getMessage());
            assertEquals(0, site.asked.size());
        }
    }
}
