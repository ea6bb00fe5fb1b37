package newsmill.ingest.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import newsmill.ingest.charset.CharsetLabels;
import newsmill.ingest.charset.FirstBytes;
import newsmill.ingest.charset.GuessedCharset;
import newsmill.ingest.charset.Utf8;

/**
 * Bytes to text: byte order mark, then Content-Type, then XML declaration, then UTF-8, then what it looks like. Labels lie,
 * so what is sound UTF-8 with more than ASCII in it is UTF-8 whatever one-byte character set it is said to be in.
 */
final class SourceText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DECLARATION = 1000;

    private SourceText() {}

    static String decode(byte[] bytes, String contentType) {
        return LegalText.of(text(bytes, contentType));
    }

    private static String text(byte[] bytes, String contentType) {
        Charset mark = FirstBytes.mark(bytes);
        if (mark != null) {
            return FirstBytes.marked(bytes, mark);
        }
        Charset wide = withoutMark(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        if (FirstBytes.are(bytes, 0x4C, 0x6F, 0xA7, 0x94) && Charset.isSupported("IBM037")) {
            return ebcdic(bytes);
        }
        String utf8 = Utf8.strict(bytes);
        Charset header = charset(parameter(contentType));
        Charset own = charset(declared(bytes));
        for (Charset named : new Charset[] {header, own}) {
            String text = named == null ? null : as(named, bytes, utf8);
            if (text != null) {
                return text;
            }
        }
        if (utf8 != null) {
            return utf8;
        }
        Charset said = header == null ? own : header;
        return said == null || said.equals(StandardCharsets.UTF_8) ? mostlyUtf8(bytes) : mostly(bytes, said);
    }

    /** The text if the label can be true, or null. Windows-1252 can always be, and is what tools say that don't know. */
    private static String as(Charset named, byte[] bytes, String utf8) {
        boolean oneByte = named.newEncoder().maxBytesPerChar() == 1;
        if (utf8 != null && (oneByte || named.equals(StandardCharsets.UTF_8))) {
            return utf8;
        }
        Charset guessed = named.equals(WINDOWS_1252) ? GuessedCharset.of(bytes) : null;
        return strict(bytes, guessed == null ? named : guessed);
    }

    /** Text with a few bytes that are not of its character set is still in it. */
    private static String mostly(byte[] bytes, Charset said) {
        String text = new String(bytes, said);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        return broken * 20 <= text.length() ? text : mostlyUtf8(bytes);
    }

    /** XML 1.0, appendix F: EBCDIC of some kind; the declaration says which. */
    private static String ebcdic(byte[] bytes) {
        String text = new String(bytes, Charset.forName("IBM037"));
        Charset own = charset(declared(text.substring(0, Math.min(text.length(), DECLARATION))));
        return own == null ? text : new String(bytes, own);
    }

    /** XML 1.0, appendix F: the first characters are known, so their width shows. */
    private static Charset withoutMark(byte[] b) {
        if (FirstBytes.are(b, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (FirstBytes.are(b, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (FirstBytes.are(b, 0, '<', 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return FirstBytes.are(b, '<', 0) ? StandardCharsets.UTF_16LE : null;
    }

    private static String parameter(String contentType) {
        int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        return at < 0 ? null : contentType.substring(at + "charset=".length()).split("[;,\\s]", 2)[0];
    }

    private static String declared(byte[] bytes) {
        return declared(new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1));
    }

    private static String declared(String head) {
        int start = head.indexOf("<?xml");
        int end = head.indexOf("?>");
        int at = start < 0 || end < start ? -1 : head.substring(0, end).indexOf("encoding");
        if (at < 0) {
            return null;
        }
        int from = at + "encoding".length();
        return head.substring(from, end).replaceAll("[='\"\\s]", " ").strip().split(" ", 2)[0];
    }

    private static Charset charset(String name) {
        return CharsetLabels.narrow(name == null ? null : name.strip().replaceAll("^['\"]|['\"]$", ""));
    }

    /** The text, or null if the bytes are not in this charset. UTF-8 is tried before a one-byte charset's guess. */
    private static String strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(
                            charset.equals(WINDOWS_1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Text with a few broken bytes stays UTF-8; text without any sound sequence was never UTF-8. */
    private static String mostlyUtf8(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long sound = utf8.chars().filter(c -> c > 127 && c != 0xFFFD).count();
        long broken = utf8.chars().filter(c -> c == 0xFFFD).count();
        if (sound >= broken) {
            return utf8;
        }
        Charset guessed = GuessedCharset.of(bytes);
        return new String(bytes, guessed == null ? WINDOWS_1252 : guessed);
    }
}
