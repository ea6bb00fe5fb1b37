package newsmill.ingest.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes a body's Content-Encoding; what comes out is bounded, whatever went in. */
final class ContentCoding {
    /** What we can undo, as an Accept-Encoding header. */
    static final String ACCEPTED = "gzip, deflate, zstd, br";

    private static final int MOST_LAYERS = 3;

    /** RFC 9659: 8 MiB, as a power of two; a frame may ask for gigabytes, outside the heap. */
    private static final int LARGEST_ZSTD_WINDOW = 23;

    private ContentCoding() {}

    static byte[] decode(byte[] body, String codings, int limit) throws IOException {
        if (codings == null || body.length == 0) {
            return body;
        }
        String[] layers = codings.toLowerCase(Locale.ROOT).split(",");
        if (layers.length > MOST_LAYERS) {
            throw new FetchException("encoded " + layers.length + " times over", true);
        }
        byte[] plain = body;
        for (int i = layers.length - 1; i >= 0; i--) {
            plain = undo(plain, layers[i].strip(), limit);
        }
        return plain;
    }

    private static byte[] undo(byte[] body, String coding, int limit) throws IOException {
        return switch (coding) {
            case "", "identity", "utf-8" -> body;
            // Some servers label what they did not compress.
            case "gzip", "x-gzip" -> isGzip(body) ? bounded(new GZIPInputStream(stream(body), 8192), limit) : body;
            case "deflate" -> bounded(new InflaterInputStream(stream(body), new Inflater(!isZlib(body))), limit);
            case "zstd" -> bounded(zstd(body), limit);
            case "br" -> bounded(new BrotliInputStream(stream(body)), limit);
            default -> throw new FetchException("unknown content encoding '" + coding + "'", true);
        };
    }

    private static byte[] bounded(InputStream in, int limit) throws IOException {
        try (in) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                if (out.size() + n > limit) {
                    throw new FetchException("larger than " + limit + " bytes when decompressed", true);
                }
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        } catch (FetchException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            throw new FetchException("body cannot be decompressed: " + e.getMessage(), false);
        }
    }

    private static InputStream zstd(byte[] body) throws IOException {
        return new ZstdInputStreamNoFinalizer(stream(body)).setLongMax(LARGEST_ZSTD_WINDOW);
    }

    private static InputStream stream(byte[] body) {
        return new ByteArrayInputStream(body);
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && (body[0] & 255) == 0x1f && (body[1] & 255) == 0x8b;
    }

    /** RFC 1950: "deflate" is zlib, but some servers send it without the zlib header. */
    private static boolean isZlib(byte[] body) {
        return body.length > 2 && (body[0] & 15) == 8 && ((body[0] & 255) << 8 | body[1] & 255) % 31 == 0;
    }
}
