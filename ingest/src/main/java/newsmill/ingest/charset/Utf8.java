package newsmill.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8, and the text they are then. */
public final class Utf8 {
    /** Set in none of eight bytes that are ASCII. */
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** The text, or null if the bytes are not UTF-8; a last character that is cut off is left out. */
    public static String strict(byte[] bytes) {
        int end = end(bytes);
        return end < 0 ? null : new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** Where the text ends that the bytes are in UTF-8, a last character that is cut off left out; -1 if they are none. */
    public static int end(byte[] bytes) {
        int end = wholeEnd(bytes);
        ByteBuffer eights = ByteBuffer.wrap(bytes);
        int at = 0;
        while (at < end) {
            boolean ascii = bytes[at] >= 0 && at + 8 <= end && (eights.getLong(at) & HIGH_BITS) == 0;
            int length = ascii ? 8 : character(bytes, at, end);
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return end;
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
    private static int length(int first) {
        return first < 0xC2 || first > 0xF4 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    }
}
