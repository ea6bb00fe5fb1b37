package newsmill.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Documents that are gzip files, as sitemaps may be; a server that hands out a file does not say so in its headers. */
final class Unpacked {
    /** sitemaps.org allows 50 MiB. */
    private static final int LARGEST = 64 << 20;

    private Unpacked() {}

    /** The bytes, unpacked if they begin as gzip does; of a file that breaks off, what there is. */
    static byte[] of(byte[] bytes) throws UnreadableSource {
        if (bytes.length < 3 || (bytes[0] & 255) != 0x1F || (bytes[1] & 255) != 0x8B || bytes[2] != 8) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 4);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 13)) {
            byte[] buffer = new byte[1 << 14];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > LARGEST) {
                    throw new UnreadableSource("larger than " + (LARGEST >> 20) + " MiB when unpacked");
                }
                out.write(buffer, 0, n);
            }
        } catch (UnreadableSource e) {
            throw e;
        } catch (IOException e) {
            if (out.size() == 0) {
                throw new UnreadableSource("broken gzip: " + e.getMessage());
            }
        }
        return out.toByteArray();
    }
}
