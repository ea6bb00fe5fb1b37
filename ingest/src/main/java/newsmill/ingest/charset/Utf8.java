package newsmill.ingest.charset;

import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8, and the text they are then. */
public final class Utf8 {
    /** Set in none of eight bytes that are ASCII. */
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Utf8() {}

    /** The text, or null if the bytes are not UTF-8; a last character that is cut off is left out. */
    public static String strict(byte[] bytes) {
        int end = end(bytes);
        return end < 0 ? null : new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** Reads bytes that are UTF-8 as far as {@link #end} says. */
    public static Reader reader(byte[] bytes, int end) {
        return new Utf8Reader(bytes, end);
    }

    /** Where the text ends that the bytes are in UTF-8, a last character that is cut off left out; -1 if they are none. */
    public static int end(byte[] bytes) {
        int end = wholeEnd(bytes);
        int at = asciiEnd(bytes, 0, end);
        while (at < end) {
            int length = character(bytes, at, end);
            if (length == 0) {
                return -1;
            }
            at += length;
            at = at < end && bytes[at] >= 0 ? asciiEnd(bytes, at, end) : at;
        }
        return end;
    }

    /** Where ASCII ends that begins there, or up to seven bytes before. */
    static int asciiEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at + 32 <= end
                && ((eight(bytes, at) | eight(bytes, at + 8) | eight(bytes, at + 16) | eight(bytes, at + 24))
                                & HIGH_BITS)
                        == 0) {
            at += 32;
        }
        while (at + 8 <= end && (eight(bytes, at) & HIGH_BITS) == 0) {
            at += 8;
        }
        return at;
    }

    private static long eight(byte[] bytes, int at) {
        return (long) EIGHT.get(bytes, at);
    }

    private static int wholeEnd(byte[] bytes) {
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            int b = bytes[bytes.length - back] & 255;
            if (b >= 0xC0) {
                return length(b) > back ? bytes.length - back : bytes.length;
            }
            if (b < 0x80) {
                break;
            }
        }
        return bytes.length;
    }

    /** True for UTF-8 with a few broken places, as pages glued from several sources have. */
    public static boolean nearly(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int at = 0; at < bytes.length; at++) {
            int length = character(bytes, at, bytes.length);
            good += length > 1 ? 1 : 0;
            bad += length == 0 ? 1 : 0;
            at += length > 1 ? length - 1 : 0;
        }
        return good > 3 && good > bad * 9L;
    }

    /** How many bytes the character at this place has; 0 if there is none. */
    private static int character(byte[] bytes, int at, int end) {
        int first = bytes[at] & 255;
        if (first < 0x80) {
            return 1;
        }
        int length = length(first);
        if (length == 1 || at + length > end) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[at + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 255;
        boolean tooLong = first == 0xE0 && second < 0xA0 || first == 0xF0 && second < 0x90;
        boolean surrogate = first == 0xED && second > 0x9F;
        boolean beyondUnicode = first == 0xF4 && second > 0x8F;
        return tooLong || surrogate || beyondUnicode ? 0 : length;
    }

    /** How many bytes a character has that begins with this one; 1 if none does. */
    static int length(int first) {
        return first < 0xC2 || first > 0xF4 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    }
}
