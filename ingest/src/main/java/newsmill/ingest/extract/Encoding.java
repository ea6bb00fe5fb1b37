package newsmill.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a page's bytes into text. Labels lie, bytes do not: a byte order mark first, then valid UTF-8, then the header's
 * label, the page's own label, and last what the bytes look like.
 */
final class Encoding {
    /** How far into a page its own label is looked for. */
    private static final int LABEL_WITHIN = 8_192;

    /** Labels that browsers read as a larger set than they name (WHATWG Encoding Standard). */
    private static final Map<String, String> LARGER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("unicode", "UTF-16LE"),
            Map.entry("utf8", "UTF-8"));

    private Encoding() {}

    /** The text of a page whose Content-Type header was {@code contentType} (may be null). */
    static String decode(byte[] bytes, String contentType) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            int skip = marked == StandardCharsets.UTF_8 ? 3 : 2;
            return new String(bytes, skip, bytes.length - skip, marked);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LABEL_WITHIN), StandardCharsets.ISO_8859_1);
        Charset own = named(label(start));
        if (own != null && own.name().startsWith("ISO-2022") && Guess.escapes(bytes)) {
            return new String(bytes, own);
        }
        Charset wide = Guess.wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        String utf8 = strictUtf8(bytes);
        if (utf8 != null) {
            return utf8;
        }
        if (Guess.nearlyUtf8(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        Charset header = contentType == null ? null : named(label(contentType));
        for (Charset candidate : new Charset[] {header, own}) {
            if (candidate != null && !candidate.equals(StandardCharsets.UTF_8) && Guess.fits(bytes, candidate)) {
                return new String(bytes, candidate);
            }
        }
        return new String(bytes, Guess.of(bytes, start));
    }

    private static Charset byteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static String strictUtf8(byte[] bytes) {
        int end = bytes.length;
        // A page cut off in the middle of a character is still UTF-8.
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            int b = bytes[bytes.length - back] & 0xff;
            if (b >= 0xc0) {
                int needs = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                end = needs > back ? bytes.length - back : end;
                break;
            }
            if (b < 0x80) {
                break;
            }
        }
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        // Only where the replacement character stands is there a question: it may be the page's own.
        return text.indexOf('\ufffd') < 0 || valid(bytes, end) ? text : null;
    }

    private static boolean valid(byte[] bytes, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What follows {@code charset=} or {@code encoding=}, or null. */
    static String label(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String key : new String[] {"charset", "encoding"}) {
            int at = lower.indexOf(key);
            while (at >= 0) {
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
                at = lower.indexOf(key, at + 1);
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

    private static Charset named(String label) {
        if (label == null || label.length() > 40) {
            return null;
        }
        try {
            return Charset.forName(LARGER.getOrDefault(label, label));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
