package newsmill.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a text say of its character set. */
public final class FirstBytes {
    private FirstBytes() {}

    /** The set that a byte order mark at the beginning stands for, or null. */
    public static Charset mark(byte[] bytes) {
        if (are(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (are(bytes, 0, 0, 0xFE, 0xFF) || are(bytes, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32");
        }
        return are(bytes, 0xFE, 0xFF) || are(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16 : null;
    }

    /** True if the first bytes are these. */
    public static boolean are(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 255) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** The text in the set of its mark, which is not part of it. */
    public static String marked(byte[] bytes, Charset mark) {
        String text = new String(bytes, mark);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
