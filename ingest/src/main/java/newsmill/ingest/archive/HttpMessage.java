package newsmill.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP answer as an archive keeps it. Read with forgiveness: crawlers keep headers that no longer fit the body, such
 * as {@code chunked} for one that is whole.
 *
 * @param status of the status line; 0 where there is none
 * @param headers by lower-case name
 * @param body behind the headers, chunks put together
 */
record HttpMessage(int status, Map<String, List<String>> headers, byte[] body) {
    /** A head that is longer is none. */
    static final int MAX_HEAD = 64 << 10;

    /** Reads a message, or as much of it as is there. */
    static HttpMessage of(byte[] message) {
        int end = endOfHead(message);
        String[] lines = new String(message, 0, end, StandardCharsets.ISO_8859_1).split("\r?\n");
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                                name -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1).strip());
            }
        }
        byte[] body = Arrays.copyOfRange(message, end, message.length);
        boolean chunked = String.join(",", headers.getOrDefault("transfer-encoding", List.of()))
                .toLowerCase(Locale.ROOT)
                .contains("chunked");
        return new HttpMessage(status(lines[0]), headers, chunked ? together(body) : body);
    }

    /** The first value of a header, or null. */
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    private static int status(String line) {
        String[] parts = line.split(" ", 3);
        return parts.length > 1 && parts[0].startsWith("HTTP/") && parts[1].matches("\\d{3}")
                ? Integer.parseInt(parts[1])
                : 0;
    }

    /** Where the body begins: behind the first empty line. */
    private static int endOfHead(byte[] message) {
        for (int i = 0; i < Math.min(message.length, MAX_HEAD); i++) {
            if (message[i] == '\n') {
                int next = i + 1 < message.length && message[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < message.length && message[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return Math.min(message.length, MAX_HEAD);
    }

    /** The body that the chunks make; the bytes themselves where they are no chunks (RFC 9112, 7.1). */
    private static byte[] together(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (true) {
            int line = at;
            while (line < body.length && body[line] != '\n') {
                line++;
            }
            int size = line == body.length ? -1 : size(new String(body, at, line - at, StandardCharsets.ISO_8859_1));
            if (size == 0) {
                return whole.toByteArray();
            }
            if (size < 0 || size > body.length - line - 1) {
                return body;
            }
            whole.write(body, line + 1, size);
            at = line + 1 + size;
            at += at < body.length && body[at] == '\r' ? 1 : 0;
            at += at < body.length && body[at] == '\n' ? 1 : 0;
        }
    }

    private static int size(String line) {
        String digits = line.split(";", 2)[0].strip();
        return digits.matches("[0-9A-Fa-f]{1,7}") ? Integer.parseInt(digits, 16) : -1;
    }
}
