package newsmill.ingest.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import newsmill.ingest.archive.WarcEntry.Answer;
import newsmill.ingest.archive.WarcEntry.Broken;
import newsmill.ingest.archive.WarcEntry.Other;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;

/**
 * The records of a WARC file (plain, gzip or zstd) in order. What cannot be read is one of them, and in a file the next
 * whole record follows; of a stream nothing more does. Needs memory for two records. Not thread-safe.
 */
public final class WarcArchive implements Closeable {
    /** The largest answer that is read: as the largest page that is fetched. */
    static final int MAX_MESSAGE = 16 << 20;

    /** How much of an unreadable record is kept. */
    static final int KEPT = 64 << 10;

    private static final String BAD_TRAILER = "invalid record trailer";
    private static final String LIE = "its length is wrong, or it is cut off";

    private final FileChannel file;
    private final RecordStarts starts;
    private WarcReader reader;
    /** Where the last record began whose header could be read. */
    private long last = -1;
    /** The record read last: its end is looked at before it is believed. */
    private WarcEntry pending;

    private boolean begun;
    private boolean badTrailer;
    private boolean lied;

    private WarcArchive(FileChannel file, RecordStarts starts, WarcReader reader) {
        this.file = file;
        this.starts = starts;
        this.reader = reader;
        reader.onWarning(this::warned);
    }

    /** The records of a file; closing closes the channel. One packed with zstd is read as a stream. */
    public static WarcArchive of(FileChannel file) throws IOException {
        RecordStarts starts = RecordStarts.of(file);
        return starts == null
                ? of(Channels.newInputStream(file.position(0)))
                : new WarcArchive(file, starts, new WarcReader(file.position(0)));
    }

    /** The records of a stream; closing closes it. */
    public static WarcArchive of(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
        in.mark(RecordStarts.MARK);
        boolean zstd = RecordStarts.isZstd(in.readNBytes(RecordStarts.MARK));
        in.reset();
        // jwarc's own zstd never comes to the end of a file (0.36.0).
        return new WarcArchive(null, null, new WarcReader(zstd ? new ZstdInputStreamNoFinalizer(in) : in));
    }

    /** The next entry, or null at the end. */
    public WarcEntry next() throws IOException {
        if (!begun) {
            begun = true;
            pending = read();
        }
        WarcEntry entry = pending;
        if (entry == null) {
            return null;
        }
        badTrailer = false;
        long start = last;
        pending = read();
        if (!lied) {
            return entry;
        }
        lied = false;
        pending = resumed(start);
        return entry instanceof Broken ? entry : new Broken(entry.offset(), LIE, bytes(entry));
    }

    private WarcEntry read() throws IOException {
        if (reader == null) {
            return null;
        }
        try {
            Optional<WarcRecord> record = reader.next();
            if (record.isEmpty()) {
                return null;
            }
            last = reader.position();
            return entry(record.get());
        } catch (IOException | RuntimeException e) {
            // The length of the record before led to no end of it, and to no other record: it is not what it says.
            lied = badTrailer;
            return lied ? null : broken(e);
        }
    }

    /** What cannot be read, up to where a record begins again. */
    private WarcEntry broken(Exception e) throws IOException {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        long at = Math.max(last, reader.position());
        if (file == null) {
            reader = null;
            return new Broken(at, reason, new byte[0]);
        }
        long next = starts.behind(at);
        byte[] bytes = RecordStarts.bytes(file, at, next < 0 ? file.size() : next, KEPT);
        reader = next < 0 ? null : readerAt(next);
        return new Broken(at, reason, bytes);
    }

    /** The next record behind the one at a place. */
    private WarcEntry resumed(long position) throws IOException {
        if (file == null) {
            reader = null;
            return null;
        }
        long next = starts.behind(position);
        reader = next < 0 ? null : readerAt(next);
        return read();
    }

    private WarcReader readerAt(long position) throws IOException {
        last = position;
        WarcReader next = new WarcReader(file.position(position));
        next.onWarning(this::warned);
        return next;
    }

    private void warned(String warning) {
        badTrailer |= warning.contains(BAD_TRAILER);
    }

    private WarcEntry entry(WarcRecord record) throws IOException {
        long offset = last;
        if (!(record instanceof WarcResponse response)) {
            return new Other(offset, record.type().toLowerCase(Locale.ROOT));
        }
        if (response.target() == null || !response.target().matches("https?://.*")) {
            return new Other(offset, "answer of another protocol");
        }
        InputStream body = response.body().stream();
        byte[] head = body.readNBytes(HttpMessage.MAX_HEAD);
        HttpMessage begin = HttpMessage.of(head);
        String other = otherThanPage(begin);
        if (other != null) {
            return new Other(offset, other);
        }
        byte[] rest = body.readNBytes(MAX_MESSAGE - head.length + 1);
        byte[] message = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, message, head.length, rest.length);
        if (message.length > MAX_MESSAGE) {
            return new Broken(offset, "larger than " + (MAX_MESSAGE >> 20) + " MiB", Arrays.copyOf(message, KEPT));
        }
        if (message.length < response.body().size()) {
            return new Broken(
                    offset,
                    "cut off: " + message.length + " bytes of "
                            + response.body().size(),
                    message);
        }
        if (response.truncated() != WarcTruncationReason.NOT_TRUNCATED) {
            return new Broken(
                    offset,
                    "cut off by its crawler: " + response.truncated().name().toLowerCase(Locale.ROOT),
                    message);
        }
        return new Answer(offset, response.target(), response.date(), message);
    }

    private static String otherThanPage(HttpMessage message) {
        if (message.status() == 0) {
            return "no HTTP answer";
        }
        if (message.status() != 200) {
            return "status " + message.status();
        }
        String type = message.header("content-type");
        if (type == null || type.isBlank()) {
            return null;
        }
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.contains("html") ? null : plain;
    }

    private static byte[] bytes(WarcEntry entry) {
        return entry instanceof Answer answer ? answer.message() : new byte[0];
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
        if (file != null) {
            file.close();
        }
    }
}
