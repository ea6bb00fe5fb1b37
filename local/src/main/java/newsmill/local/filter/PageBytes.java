package newsmill.local.filter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads pages and lines from files and streams, unpacking gzip by its mark, never by the file's name. */
public final class PageBytes {
    /** The largest page that is read, unpacked. */
    public static final int MAX_BYTES = 32 << 20;

    private PageBytes() {}

    /** A page in a file. Fails, naming the file, if it cannot be read or is larger than {@link #MAX_BYTES}. */
    public static byte[] in(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": a folder; give the files in it");
        }
        try (InputStream in = unpacked(Files.newInputStream(file))) {
            return read(in, file.toString());
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new IOException(file + ": broken gzip: " + e.getMessage(), e);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        } catch (java.nio.file.AccessDeniedException e) {
            throw new IOException(file + ": may not be read", e);
        }
    }

    /** A page on a stream; {@code name} is what messages call it. */
    public static byte[] read(InputStream in, String name) throws IOException {
        byte[] page = in.readNBytes(MAX_BYTES + 1);
        if (page.length > MAX_BYTES) {
            throw new IOException(name + ": a page of more than " + (MAX_BYTES >> 20) + " MiB");
        }
        return page;
    }

    /** The stream, unpacked if it begins as gzip does. */
    public static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
