package newsmill.local.filter;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a stream into lines, in memory that does not grow with the stream or with a line. Not thread-safe. */
public final class Lines implements Closeable {
    /** The longest line that is read: sixteen times the largest record that Kafka takes unless told otherwise. */
    public static final int MAX_BYTES = 16 << 20;

    private static final int BUFFER = 1 << 17;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    /** The buffer, a character a byte: nothing is searched faster than strings. */
    private String characters = "";

    private int position;
    private int limit;
    private long number;

    /** The lines of a stream; {@code name} is what messages call it. Closing closes the stream. */
    public Lines(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** The next line, or null at the end. The last line needs no line feed. */
    public Line next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        number++;
        skipByteOrderMark();
        ByteArrayOutputStream head = null;
        long length = 0;
        while (true) {
            int end = endOfLine();
            int piece = end - position;
            boolean complete = end < limit;
            if (complete && head == null && length == 0) {
                byte[] bytes = java.util.Arrays.copyOfRange(buffer, position, end);
                position = end + 1;
                return line(bytes, bytes.length);
            }
            length += piece;
            if (length > MAX_BYTES) {
                head = null;
            } else {
                head = head == null ? new ByteArrayOutputStream(2 * piece + 1) : head;
                head.write(buffer, position, piece);
            }
            position = complete ? end + 1 : end;
            if (complete || !fill()) {
                return line(length > MAX_BYTES ? null : head == null ? new byte[0] : head.toByteArray(), length);
            }
        }
    }

    /** True if asking for the next line may have to wait for whoever writes the stream. */
    public boolean mayWait() throws IOException {
        return position == limit && in.available() == 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Line line(byte[] bytes, long length) {
        return new Line(name + ":" + number, bytes, length);
    }

    private int endOfLine() {
        int end = characters.indexOf('\n', position);
        return end < 0 ? limit : end;
    }

    private void skipByteOrderMark() {
        if (number == 1
                && limit - position >= BYTE_ORDER_MARK.length
                && java.util.Arrays.equals(
                        buffer,
                        position,
                        position + BYTE_ORDER_MARK.length,
                        BYTE_ORDER_MARK,
                        0,
                        BYTE_ORDER_MARK.length)) {
            position += BYTE_ORDER_MARK.length;
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        characters = new String(buffer, 0, limit, StandardCharsets.ISO_8859_1);
        return limit > 0;
    }
}
