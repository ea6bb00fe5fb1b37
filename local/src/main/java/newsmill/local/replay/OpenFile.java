package newsmill.local.replay;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import newsmill.ingest.archive.WarcArchive;
import newsmill.ingest.archive.WarcEntry;
import newsmill.local.filter.Line;
import newsmill.local.filter.Lines;
import newsmill.local.replay.Entry.Place;

/** One file, or standard input, while it is read. What it is, its first bytes say, never its name. */
final class OpenFile implements Closeable {
    private static final int BUFFER = 1 << 17;
    private static final byte[] WARC = "WARC/".getBytes(StandardCharsets.US_ASCII);

    private final int index;
    private final String name;
    private final Counted counted;
    private final Lines lines;
    private final WarcArchive warc;
    private long number;
    private volatile long offset;
    private boolean broken;

    private OpenFile(int index, String name, Counted counted, Lines lines, WarcArchive warc) {
        this.index = index;
        this.name = name;
        this.counted = counted;
        this.lines = lines;
        this.warc = warc;
    }

    static OpenFile of(int index, String name) throws IOException {
        if (name.equals(FileSet.STDIN)) {
            Counted counted = new Counted(System.in);
            BufferedInputStream in = new BufferedInputStream(counted, BUFFER);
            return holdsWarc(in)
                    ? new OpenFile(index, "stdin", counted, null, WarcArchive.of(in))
                    : new OpenFile(index, "stdin", counted, new Lines("stdin", unpacked(in)), null);
        }
        FileChannel file = FileChannel.open(Path.of(name));
        try {
            Counted counted = new Counted(Channels.newInputStream(file));
            BufferedInputStream in = new BufferedInputStream(counted, BUFFER);
            return holdsWarc(in)
                    ? new OpenFile(index, name, counted, null, WarcArchive.of(file))
                    : new OpenFile(index, name, counted, new Lines(name, unpacked(in)), null);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The next entry, or null at the end; blank lines are passed over. What cannot be read further ends with an entry. */
    Entry next() {
        if (broken) {
            return null;
        }
        try {
            return lines == null ? record() : line();
        } catch (IOException | RuntimeException e) {
            broken = true;
            number++;
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Entry.Broken(
                    new Place(index, number, name + ":" + number),
                    "cannot be read from here on: " + reason,
                    new byte[0]);
        }
    }

    private Entry line() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (!line.blank()) {
                return new Entry.Text(new Place(index, number, line.place()), line.bytes(), line.length());
            }
        }
        return null;
    }

    private Entry record() throws IOException {
        WarcEntry entry = warc.next();
        if (entry == null) {
            return null;
        }
        number++;
        offset = entry.offset();
        Place place = new Place(index, number, name + "@" + offset);
        if (entry instanceof WarcEntry.Answer answer) {
            return new Entry.Page(place, answer);
        }
        return entry instanceof WarcEntry.Broken unreadable
                ? new Entry.Broken(place, unreadable.reason(), unreadable.bytes())
                : new Entry.Other(place, ((WarcEntry.Other) entry).what());
    }

    /** True if the next line may not be written yet. */
    boolean mayWait() throws IOException {
        return lines != null && name.equals("stdin") && lines.mayWait();
    }

    /** How many of the file's bytes have been read. */
    long bytes() {
        return warc == null ? counted.bytes : offset;
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        } else {
            warc.close();
        }
    }

    private static boolean holdsWarc(BufferedInputStream in) throws IOException {
        in.mark(BUFFER);
        byte[] begin = in.readNBytes(4);
        in.reset();
        try {
            if (gzip(begin)) {
                // Its own small buffer must not read further than the mark allows.
                begin = new GZIPInputStream(in, 512).readNBytes(WARC.length);
            } else if (zstd(begin)) {
                begin = new ZstdInputStreamNoFinalizer(new Limited(in, BUFFER - 1)).readNBytes(WARC.length);
            } else {
                begin = in.readNBytes(WARC.length);
            }
        } catch (IOException e) {
            begin = new byte[0];
        }
        in.reset();
        return Arrays.equals(begin, WARC);
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] begin = in.readNBytes(4);
        in.reset();
        return gzip(begin) ? new GZIPInputStream(in, 1 << 16) : zstd(begin) ? new ZstdInputStreamNoFinalizer(in) : in;
    }

    private static boolean gzip(byte[] begin) {
        return begin.length > 2 && begin[0] == 0x1F && begin[1] == (byte) 0x8B;
    }

    private static boolean zstd(byte[] begin) {
        return begin.length > 3
                && begin[0] == 0x28
                && begin[1] == (byte) 0xB5
                && begin[2] == 0x2F
                && begin[3] == (byte) 0xFD;
    }

    /** Counts what is read through it. */
    private static final class Counted extends FilterInputStream {
        private volatile long bytes;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = in.read(buffer, from, length);
            bytes = bytes + Math.max(0, n);
            return n;
        }
    }

    /** Ends after so many bytes. */
    private static final class Limited extends FilterInputStream {
        private int left;

        private Limited(InputStream in, int most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = left == 0 ? -1 : in.read(buffer, from, Math.min(left, length));
            left -= Math.max(0, n);
            return n;
        }
    }
}
