package newsmill.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8, and the text they are then. */
public final class Utf8 {
    private Utf8() {}

    /** The text, or null if the bytes are not UTF-8; a last character that is cut off is left out. */
    public static String strict(byte[] bytes) {
        int end = wholeEnd(bytes);
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        // Only where the replacement character stands is there a question: it may be the text's own.
        return text.indexOf('\uFFFD') < 0 || valid(bytes, end) ? text : null;
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

    private static boolean valid(byte[] bytes, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** True for UTF-8 with a few broken places, as pages glued from several sources have. */
    public static boolean nearly(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 255;
            if (b < 0x80) {
                continue;
            }
            int length = length(b);
            boolean whole = length > 1;
            for (int k = 1; k < length && whole; k++) {
                whole = i + k < bytes.length && (bytes[i + k] & 0xC0) == 0x80;
            }
            good += whole ? 1 : 0;
            bad += whole ? 0 : 1;
            i += whole ? length - 1 : 0;
        }
        return good > 3 && good > bad * 9L;
    }

    /** How many bytes a character has that begins with this one; 1 if none does. */
    private static int length(int first) {
        return first < 0xC2 || first > 0xF4 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    }
}
