package newsmill.sink;

import java.io.IOException;

/** Well-formed UTF-8, as table 3-7 of the Unicode Standard defines it. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes the character beyond ASCII has that begins here. */
    static int length(byte[] bytes, int at) throws IOException {
        int first = bytes[at] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        int length = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (length == 0 || at + length > bytes.length) {
            throw wrong(at);
        }
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xFF;
            if (i == 1 ? next < least || next > most : next < 0x80 || next > 0xBF) {
                throw wrong(at);
            }
        }
        return length;
    }

    private static IOException wrong(int at) {
        return new IOException("broken UTF-8 (at byte " + at + ")");
    }
}
