package newsmill.ingest.charset;

import java.io.Reader;

/** Reads bytes that are known to be UTF-8: nothing is checked again, and ASCII, most of any page, is copied in runs. */
final class Utf8Reader extends Reader {
    private final byte[] bytes;
    private final int end;
    private int at;
    /** The second half of a character that there was no room for; else 0. */
    private char left;

    /** Reads as far as {@code end}, where a character ends. */
    Utf8Reader(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    @Override
    public int read(char[] out, int from, int count) {
        if (at == end && left == 0) {
            return -1;
        }
        int to = from + count;
        int next = from;
        if (left != 0 && next < to) {
            out[next++] = left;
            left = 0;
        }
        while (next < to && at < end) {
            next = bytes[at] >= 0 ? ascii(out, next, to) : character(out, next, to);
        }
        return next - from;
    }

    private int ascii(char[] out, int from, int to) {
        int last = Math.min(end, at + to - from);
        int sure = Utf8.asciiEnd(bytes, at, last);
        int next = from;
        for (int i = at; i < sure; i++) {
            out[next++] = (char) bytes[i];
        }
        at = sure;
        while (at < last && bytes[at] >= 0) {
            out[next++] = (char) bytes[at++];
        }
        return next;
    }

    private int character(char[] out, int from, int to) {
        int length = Utf8.length(bytes[at] & 255);
        int code = bytes[at] & 255 >> length + 1;
        for (int k = 1; k < length; k++) {
            code = code << 6 | bytes[at + k] & 0x3F;
        }
        at += length;
        if (length < 4) {
            out[from] = (char) code;
            return from + 1;
        }
        out[from] = Character.highSurrogate(code);
        if (from + 1 == to) {
            left = Character.lowSurrogate(code);
            return to;
        }
        out[from + 1] = Character.lowSurrogate(code);
        return from + 2;
    }

    @Override
    public void close() {}
}
