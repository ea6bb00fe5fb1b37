package newsmill.ingest.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** RFC 9309, 2.3: robots.txt is UTF-8; editors also save it as UTF-16 and put a byte order mark before it. */
final class RobotsText {
    private RobotsText() {}

    static byte[] utf8(byte[] body) {
        if (body.length >= 3 && (body[0] & 255) == 0xEF && (body[1] & 255) == 0xBB && (body[2] & 255) == 0xBF) {
            return Arrays.copyOfRange(body, 3, body.length);
        }
        Charset wide = wide(body);
        if (wide == null) {
            return body;
        }
        String text = new String(body, wide);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static Charset wide(byte[] b) {
        if (b.length < 2) {
            return null;
        }
        int first = (b[0] & 255) << 8 | b[1] & 255;
        if (first == 0xFEFF || b[0] == 0 && b[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFFFE || b[0] != 0 && b[1] == 0 ? StandardCharsets.UTF_16LE : null;
    }
}
