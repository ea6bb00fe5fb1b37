package newsmill.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import newsmill.ingest.charset.CharsetLabels;
import newsmill.ingest.charset.FirstBytes;
import newsmill.ingest.charset.GuessedCharset;
import newsmill.ingest.charset.Utf8;

/**
 * Turns a page's bytes into text. Labels lie, bytes do not: a byte order mark first, then valid UTF-8, then the header's
 * label, the page's own label, and last what the bytes look like.
 */
final class Encoding {
    /** Bytes beyond are not read: the largest pages of news seen have a tenth of it. */
    private static final int LONGEST = 8 << 20;

    /** How far into a page its own label is looked for. */
    private static final int LABEL_WITHIN = 8_192;

    /** Enough to tell; a page may be long. */
    private static final int LOOK_AT = 200_000;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Encoding() {}

    /** Reads a page whose Content-Type header was {@code contentType} (may be null). */
    static Reader reader(byte[] page, String contentType) {
        byte[] bytes = page.length > LONGEST ? Arrays.copyOf(page, LONGEST) : page;
        Charset mark = FirstBytes.mark(bytes);
        if (mark != null) {
            return new StringReader(FirstBytes.marked(bytes, mark));
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LABEL_WITHIN), StandardCharsets.ISO_8859_1);
        Charset own = CharsetLabels.of(label(start));
        if (own != null && own.name().startsWith("ISO-2022") && escapes(bytes)) {
            return reader(bytes, own);
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            return reader(bytes, wide);
        }
        int utf8 = Utf8.end(bytes);
        return utf8 >= 0 ? Utf8.reader(bytes, utf8) : reader(bytes, narrow(bytes, start, contentType));
    }

    private static Reader reader(byte[] bytes, Charset charset) {
        return new InputStreamReader(new ByteArrayInputStream(bytes), charset);
    }

    /** The set of a page that is not quite UTF-8, if at all. */
    private static Charset narrow(byte[] bytes, String start, String contentType) {
        if (Utf8.nearly(bytes)) {
            return StandardCharsets.UTF_8;
        }
        Charset header = contentType == null ? null : CharsetLabels.narrow(label(contentType));
        for (Charset candidate : new Charset[] {header, CharsetLabels.narrow(label(start))}) {
            if (candidate != null && !candidate.equals(StandardCharsets.UTF_8) && fits(bytes, candidate)) {
                return candidate;
            }
        }
        Charset guessed = GuessedCharset.of(bytes, value(start, "lang"));
        return guessed == null ? WESTERN : guessed;
    }

    /** True if the bytes switch between sets as ISO 2022 does. */
    private static boolean escapes(byte[] bytes) {
        for (int i = 0; i + 1 < Math.min(bytes.length, LOOK_AT); i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    /** UTF-16 without a mark shows in zero bytes at every other place. */
    private static Charset wide(byte[] bytes) {
        int n = Math.min(bytes.length, 4_096) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < n; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (n >= 16 && odd * 10 > n * 3 && even * 50 < n) {
            return StandardCharsets.UTF_16LE;
        }
        return n >= 16 && even * 10 > n * 3 && odd * 50 < n ? StandardCharsets.UTF_16BE : null;
    }

    /** False if many of the bytes mean nothing in the charset. */
    private static boolean fits(byte[] bytes, Charset charset) {
        String text = new String(bytes, 0, Math.min(bytes.length, LOOK_AT), charset);
        int odd = 0;
        int high = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                high++;
                odd += c == '\ufffd' || (c >= 0xe000 && c <= 0xf8ff) ? 1 : 0;
            }
        }
        return odd * 10 < high || odd < 3;
    }

    /** What follows {@code charset=} or {@code encoding=}, or null. */
    private static String label(String text) {
        String charset = value(text, "charset");
        return charset == null ? value(text, "encoding") : charset;
    }

    /** What follows the key and an equals sign, without quotes; or null. */
    private static String value(String text, String key) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + 1)) {
            int i = skip(lower, at + key.length(), " \t");
            if (i < lower.length() && lower.charAt(i) == '=') {
                i = skip(lower, i + 1, " \t\"'");
                int end = i;
                while (end < lower.length() && "\"'; \t\r\n/>,?".indexOf(lower.charAt(end)) < 0) {
                    end++;
                }
                if (end > i) {
                    return lower.substring(i, end);
                }
            }
        }
        return null;
    }

    private static int skip(String text, int from, String chars) {
        int i = from;
        while (i < text.length() && chars.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
