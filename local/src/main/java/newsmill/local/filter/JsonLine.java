package newsmill.local.filter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import newsmill.article.Json;

/**
 * A record as one line for every reader. JSON allows U+2028, U+2029 and U+0085 inside of strings as they are, but
 * readers that cut text into lines by Unicode's rules (Python's {@code splitlines}) would cut there: they are escaped.
 */
public final class JsonLine {
    private JsonLine() {}

    /** The record as JSON in UTF-8, without a line feed. */
    public static byte[] of(Object record) {
        return escape(Json.write(record));
    }

    private static byte[] escape(byte[] json) {
        ByteArrayOutputStream escaped = null;
        int copied = 0;
        for (int i = 0; i < json.length; i++) {
            byte[] escape = json[i] >= 0 ? null : escapeAt(json, i);
            if (escape != null) {
                escaped = escaped == null ? new ByteArrayOutputStream(json.length + 64) : escaped;
                escaped.write(json, copied, i - copied);
                escaped.writeBytes(escape);
                copied = i + (json[i] == (byte) 0xC2 ? 2 : 3);
            }
        }
        if (escaped == null) {
            return json;
        }
        escaped.write(json, copied, json.length - copied);
        return escaped.toByteArray();
    }

    private static byte[] escapeAt(byte[] json, int i) {
        if (json[i] == (byte) 0xC2 && json[i + 1] == (byte) 0x85) {
            return "\\u0085".getBytes(StandardCharsets.US_ASCII);
        }
        if (json[i] == (byte) 0xE2 && json[i + 1] == (byte) 0x80 && (json[i + 2] & 0xFE) == 0xA8) {
            return (json[i + 2] == (byte) 0xA8 ? "\\u2028" : "\\u2029").getBytes(StandardCharsets.US_ASCII);
        }
        return null;
    }
}
