package newsmill.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A file of lines that is being written, under its name with {@code .open} behind it. Lines are gathered in memory and
 * appended in compressed pieces; between pieces no file is held open, so that thousands can be under way.
 */
final class LineFile {
    static final String OPEN = ".open";
    static final String WHOLE = ".whole";
    private static final int SMALL = 1 << 17;
    /** When as much has come since, the disk begins with what the next commit would else wait for. */
    private static final int AHEAD = 16 << 20;

    private final Path file;
    private final Compression compression;
    private final Instant began;
    private final Lines lines = new Lines();
    private int pieces;
    private boolean isNew = true;
    private boolean forced = true;
    private long length;
    private long ahead;
    private CompletableFuture<Void> forcing = CompletableFuture.completedFuture(null);

    /** Gathered lines; gives its array away without a copy. */
    private static final class Lines extends ByteArrayOutputStream {
        ByteBuffer piece(Compression compression) throws IOException {
            return compression.piece(buf, count);
        }

        void empty() {
            // An array that a giant has stretched is let go.
            buf = buf.length > 4 << 20 ? new byte[32] : buf;
            count = 0;
        }
    }

    LineFile(Path file, Compression compression, Instant began) {
        this.file = file;
        this.compression = compression;
        this.began = began;
    }

    Path file() {
        return file;
    }

    Instant began() {
        return began;
    }

    /** Bytes on the disk. */
    long length() {
        return length;
    }

    /** Bytes in memory. */
    int gathered() {
        return lines.size();
    }

    /** True if all is on the disk and will stay there. */
    boolean isDurable() {
        return forced && lines.size() == 0;
    }

    void add(byte[] line) {
        lines.write(line, 0, line.length);
        lines.write('\n');
    }

    /** Appends what was gathered as one piece. */
    void spill() throws IOException {
        if (lines.size() == 0) {
            return;
        }
        if (isNew) {
            Files.createDirectories(file.getParent());
        }
        ByteBuffer piece = lines.piece(compression);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (piece.hasRemaining()) {
                length += channel.write(piece);
            }
        }
        pieces++;
        forced = false;
        lines.empty();
        if (length - ahead >= AHEAD && forcing.isDone()) {
            awaitForcing();
            ahead = length;
            forcing = CompletableFuture.runAsync(() -> {
                try {
                    force(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** A disk tells of its trouble once: what it told to the one who forced ahead is this file's trouble. */
    private void awaitForcing() throws IOException {
        try {
            forcing.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Makes all durable; the file's length. */
    long end() throws IOException {
        spill();
        if (!forced) {
            awaitForcing();
            ahead = length;
            force(file);
            if (isNew) {
                force(file.getParent());
                force(file.getParent().getParent());
                isNew = false;
            }
            forced = true;
        }
        return length;
    }

    /** True if the pieces are so small that they compress badly: news that trickles in, a piece a second. */
    boolean isScattered() {
        return compression != Compression.NONE && !Parquet.isFor(file) && pieces > 1 && length / pieces < SMALL;
    }

    /** Gives the file its name, in larger pieces if they are small. */
    void finish() throws IOException {
        if (isScattered()) {
            Path whole = file.resolveSibling(file.getFileName() + WHOLE);
            compression.repack(file, whole);
            replace(file, whole);
        }
        recover(file);
    }

    /** Finishes what a crash has interrupted: where the file is gone, its repacked form is complete, and only there. */
    static void recover(Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + WHOLE);
        if (Files.exists(file)) {
            Files.deleteIfExists(whole);
            if (Parquet.isFor(file)) {
                Parquet.pack(file, whole);
                replace(file, whole);
                finish(whole, file);
            } else {
                finish(file, file);
            }
        } else if (Files.exists(whole)) {
            finish(whole, file);
        }
    }

    private static void replace(Path file, Path whole) throws IOException {
        force(whole);
        Files.delete(file);
    }

    /** Makes durable what a file holds, or which names a directory does. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Cuts a file off behind {@code length} bytes. */
    static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < length) {
                throw new IllegalStateException(file + ": has " + channel.size() + " bytes, and had " + length
                        + " when its offsets were committed: it was changed, or the disk lost it");
            }
            channel.truncate(length);
            channel.force(true);
        }
    }

    /** Gives a file that is done its name; never that of another. */
    private static void finish(Path from, Path file) throws IOException {
        String name = file.getFileName().toString();
        String plain = name.substring(0, name.length() - OPEN.length());
        Path done = file.resolveSibling(plain);
        for (int i = 2; Files.exists(done); i++) {
            done = file.resolveSibling(plain.replaceFirst("\\.", "-" + i + "."));
        }
        Files.move(from, done, StandardCopyOption.ATOMIC_MOVE);
        force(file.getParent());
    }
}
