package newsmill.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Keeps pages as they were served, as compressed WARC files in a folder, so that a better extractor can be run over the
 * past. A file that is being written ends in {@code .open}; what a crash left behind is whole up to its last record.
 * Thread-safe.
 */
public final class WarcCopies implements AutoCloseable {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    /** They described the bytes on the wire; the copy holds the decoded body. */
    private static final Set<String> NOT_KEPT = Set.of("content-encoding", "transfer-encoding", "content-length");

    private final Path folder;
    private final String name;
    private final long rotateAt;
    private WarcWriter writer;
    private Path open;

    /**
     * Copies into a folder, which is made if needed.
     *
     * @param name tells the files of one instance from those of another
     * @param rotateAt a file that has grown to so many bytes is finished
     */
    public WarcCopies(Path folder, String name, long rotateAt) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        this.rotateAt = rotateAt;
    }

    /** Keeps one page. */
    public synchronized void keep(Response response, Instant fetched) throws IOException {
        if (writer == null) {
            open = folder.resolve("newsmill-" + name + "-" + STAMP.format(Instant.now()) + ".warc.gz.open");
            FileChannel file = FileChannel.open(open, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            writer = new WarcWriter(file, WarcCompression.GZIP);
        }
        writer.write(new WarcResponse.Builder(response.url())
                .date(fetched)
                .body(MediaType.HTTP_RESPONSE, message(response))
                .build());
        if (writer.position() >= rotateAt) {
            finish();
        }
    }

    private static byte[] message(Response response) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
        response.headers().forEach((header, values) -> {
            if (!NOT_KEPT.contains(header)) {
                values.forEach(value -> head.append(header)
                        .append(": ")
                        .append(value.replaceAll("\\p{Cntrl}", " "))
                        .append("\r\n"));
            }
        });
        head.append("content-length: ").append(response.body().length).append("\r\n\r\n");
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + response.body().length);
        message.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(response.body());
        return message.toByteArray();
    }

    private void finish() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
            String whole = open.getFileName().toString().replaceFirst("\\.open$", "");
            Files.move(open, open.resolveSibling(whole), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        finish();
    }
}
