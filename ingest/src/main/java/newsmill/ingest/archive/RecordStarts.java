package newsmill.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** Finds where a record of a WARC file begins: what lies before it could not be read. */
final class RecordStarts {
    private static final byte[] GZIP = {0x1F, (byte) 0x8B, 0x08};
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final byte[] PLAIN = "WARC/".getBytes(StandardCharsets.US_ASCII);
    /** How many bytes tell how a file is packed. */
    static final int MARK = 4;

    private static final int BLOCK = 1 << 16;

    private final FileChannel file;
    private final byte[] mark;

    private RecordStarts(FileChannel file, byte[] mark) {
        this.file = file;
        this.mark = mark;
    }

    /** Of a file; null if it is packed with zstd, whose frames need not begin where records do. */
    static RecordStarts of(FileChannel file) throws IOException {
        byte[] begin = bytes(file, 0, MARK, MARK);
        return isZstd(begin) ? null : new RecordStarts(file, startsWith(begin, GZIP) ? GZIP : PLAIN);
    }

    static boolean isZstd(byte[] begin) {
        return startsWith(begin, ZSTD);
    }

    /** The first place behind {@code position} where a whole header can be read, or -1. */
    long behind(long position) throws IOException {
        for (long at = mark(position + 1); at >= 0; at = mark(at + 1)) {
            if (isRecord(at)) {
                return at;
            }
        }
        return -1;
    }

    /** The bytes from one place to another, at most so many. */
    static byte[] bytes(FileChannel file, long from, long to, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, Math.max(0, to - from)));
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) > 0) {
            // Until it is full or the file ends.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** A reader of its own, which is let go and not closed: closing it would close the file. */
    private boolean isRecord(long at) {
        try {
            @SuppressWarnings("resource")
            Optional<WarcRecord> record = new WarcReader(file.position(at)).next();
            return record.isPresent();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private long mark(long from) throws IOException {
        for (long block = from; block < file.size(); block += BLOCK) {
            byte[] bytes = bytes(file, block, file.size(), BLOCK + mark.length - 1);
            for (int i = 0; i + mark.length <= bytes.length && i < BLOCK; i++) {
                if (bytes[i] == mark[0] && Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
                    return block + i;
                }
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
