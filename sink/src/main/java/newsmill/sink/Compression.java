package newsmill.sink;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How files are compressed: in pieces, one behind the other, that readers of both forms take for one (RFC 1952, 2.2; RFC
 * 8878, 3.1). A file can be cut off behind any piece.
 */
public enum Compression {
    NONE(".jsonl"),
    GZIP(".jsonl.gz"),
    ZSTD(".jsonl.zst");

    private static final int BUFFER = 1 << 16;
    private static final int ZSTD_LEVEL = 3;
    private static final int REPACKED = 4 << 20;
    private final String ending;

    Compression(String ending) {
        this.ending = ending;
    }

    /** The ending of a file's name. */
    public String ending() {
        return ending;
    }

    /** The form of a file by its name. */
    public static Compression of(String name) {
        return name.endsWith(".gz") ? GZIP : name.endsWith(".zst") ? ZSTD : NONE;
    }

    /** The first {@code length} bytes as one piece. */
    ByteBuffer piece(byte[] bytes, int length) throws IOException {
        return switch (this) {
            case NONE -> ByteBuffer.wrap(bytes, 0, length);
            case GZIP -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream(length / 2);
                try (OutputStream gzip = new GZIPOutputStream(out, BUFFER)) {
                    gzip.write(bytes, 0, length);
                }
                yield ByteBuffer.wrap(out.toByteArray());
            }
            case ZSTD -> {
                byte[] out = new byte[(int) Zstd.compressBound(length)];
                long size = Zstd.compressByteArray(out, 0, out.length, bytes, 0, length, ZSTD_LEVEL);
                if (Zstd.isError(size)) {
                    throw new IOException("zstd: " + Zstd.getErrorName(size));
                }
                yield ByteBuffer.wrap(out, 0, (int) size);
            }
        };
    }

    /** Copies a file into one whose pieces are large. */
    void repack(Path from, Path to) throws IOException {
        byte[] buffer = new byte[REPACKED];
        try (InputStream in = read(Files.newInputStream(from));
                OutputStream out = Files.newOutputStream(to)) {
            for (int length = in.readNBytes(buffer, 0, buffer.length);
                    length > 0;
                    length = in.readNBytes(buffer, 0, buffer.length)) {
                ByteBuffer piece = piece(buffer, length);
                out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
            }
        }
    }

    /** What was written. */
    public InputStream read(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in, BUFFER);
            case ZSTD -> new ZstdInputStream(in, RecyclingBufferPool.INSTANCE);
        };
    }
}
