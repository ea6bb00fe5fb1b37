package newsmill.ingest.source;

import java.nio.charset.Charset;

/**
 * Text without the characters that XML and JSON have no place for. The C1 controls, which nobody means, are read as
 * Windows-1252, which everybody does who writes them.
 */
final class LegalText {
    private static final char[] C1 = c1();

    private LegalText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOdd(text.charAt(i))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isOdd(c)) {
                out.append(c);
            } else if (c >= 0x80 && c < 0xA0) {
                out.append(C1[c - 0x80]);
            }
        }
        return out.toString();
    }

    private static boolean isOdd(char c) {
        return c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= 0x7F && c < 0xA0 || c >= 0xFFFE || c == 0xFEFF;
    }

    private static char[] c1() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, Charset.forName("windows-1252")).toCharArray();
    }
}
