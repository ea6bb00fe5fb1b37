package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import newsmill.ingest.LocalSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FAULTS 44: what is small on the wire and endless when unpacked, or lies about its length. */
@Timeout(20)
class BombTest {
    private static final int MUCH = 50_000_000;

    /** Fifty million zeros in Brotli's 80 bytes; there is no encoder on the class path. */
    private static final byte[] BROTLI = Base64.getDecoder()
            .decode(
                    "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//8g9eD/8EQBwW"
                            + "AOig6wE=");

    private final Fetching fetching = new Fetching(new AddressGuard(true));
    private LocalSite site;

    @BeforeEach
    void open() throws IOException {
        site = new LocalSite();
    }

    @AfterEach
    void close() {
        fetching.close();
        site.close();
    }

    private void serve(String codings, byte[] body) {
        site.on("/bomb", new LocalSite.Answer(200, "text/html", body, Map.of("Content-Encoding", codings)));
    }

    private static byte[] packed(String coding, byte[] plain) throws IOException {
        if (coding.equals("br")) {
            return BROTLI;
        }
        if (coding.equals("zstd")) {
            return Zstd.compress(plain, 9);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = coding.equals("gzip")
                ? new GZIPOutputStream(out)
                : new DeflaterOutputStream(out, new Deflater(9, coding.equals("raw")))) {
            packing.write(plain);
        }
        return out.toByteArray();
    }

    private static long heap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw", "zstd", "br"})
    void aBombIsCutAtTheLimitHoweverItIsPacked(String coding) throws IOException {
        byte[] bomb = packed(coding, new byte[MUCH]);
        assertTrue(bomb.length < Fetching.MOST_BYTES, "bytes on the wire: " + bomb.length);
        serve(coding.equals("raw") ? "deflate" : coding, bomb);

        long before = heap();
        assertEquals("larger than 100000 bytes when decompressed", fetching.problem(site.url("/bomb")));
        assertTrue(heap() - before < MUCH / 2, "bytes of heap taken: " + (heap() - before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, gzip", "deflate, gzip", "zstd, gzip", "br, gzip", "br, deflate, gzip"})
    void aBombWithinABombIsCutToo(String codings) throws IOException {
        byte[] body = new byte[MUCH];
        for (String coding : codings.split(", ")) {
            body = packed(coding, body);
        }
        serve(codings, body);
        assertEquals("larger than 100000 bytes when decompressed", fetching.problem(site.url("/bomb")));
    }

    @Test
    void aZstdFrameThatAsksForALargeWindowIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStreamNoFinalizer zstd = new ZstdOutputStreamNoFinalizer(out)) {
            zstd.setLong(27);
            zstd.write("A short page.".getBytes(StandardCharsets.UTF_8));
            zstd.flush();
            zstd.write("And its end.".getBytes(StandardCharsets.UTF_8));
        }
        serve("zstd", out.toByteArray());
        assertTrue(fetching.problem(site.url("/bomb")).startsWith("body cannot be decompressed"));
    }

    @Test
    void aBodyThatIsNotWhatItsLengthSaysIsNoPage() throws Exception {
        for (String head : new String[] {
            "Content-Length: 5000\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffff\r\nnot so much",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\nno number",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999999999999\r\n"
        }) {
            try (RudeServer server = new RudeServer(
                    out -> out.write(("HTTP/1.1 200 OK\r\n" + head + "\r\nshort").getBytes(StandardCharsets.UTF_8)))) {
                String problem = fetching.problem(server.url().toString());
                assertTrue(problem.length() < 300 && problem.matches("[^\\p{Cntrl}]+"), head + " -> " + problem);
            }
        }
    }

    @Test
    void aGzipBodyWithAFalseLengthOrAMissingEndIsNoPage() throws IOException {
        byte[] whole = packed("gzip", "The words of the page.".repeat(100).getBytes(StandardCharsets.UTF_8));
        byte[] lying = whole.clone();
        lying[lying.length - 1] ^= 1;
        serve("gzip", lying);
        assertTrue(fetching.problem(site.url("/bomb")).startsWith("body cannot be decompressed"));
        serve("gzip", java.util.Arrays.copyOf(whole, whole.length / 2));
        assertTrue(fetching.problem(site.url("/bomb")).startsWith("body cannot be decompressed"));
    }
}
