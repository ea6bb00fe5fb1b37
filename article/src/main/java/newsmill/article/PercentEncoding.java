package newsmill.article;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding in its normal form (RFC 3986, 6.2.2): unreserved characters plain, hex digits in capitals, and
 * everything that an address may not hold encoded as UTF-8, a stray percent sign too. Normal once, normal for ever.
 */
final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";
    private static final String SUB_DELIMITERS = "!$&'()*+,;=";
    private static final String PATH = SUB_DELIMITERS + ":@/";
    /** WHATWG URL encodes the apostrophe in the query of http addresses, and browsers copy it so. */
    private static final String QUERY = SUB_DELIMITERS.replace("'", "") + ":@/?";

    private PercentEncoding() {}

    static String path(String raw) {
        return normal(raw, PATH);
    }

    static String query(String raw) {
        return normal(raw, QUERY);
    }

    private static String normal(String raw, String allowed) {
        StringBuilder normal = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' && isEncoded(raw, i)) {
                int value = Character.digit(raw.charAt(i + 1), 16) << 4 | Character.digit(raw.charAt(i + 2), 16);
                if (isUnreserved((char) value)) {
                    normal.append((char) value);
                } else {
                    encode(normal, value);
                }
                i += 2;
            } else if (isUnreserved(c) || allowed.indexOf(c) >= 0) {
                normal.append(c);
            } else {
                int code = raw.codePointAt(i);
                // A half of a surrogate pair has no UTF-8; browsers write the replacement character.
                String whole = code >= 0xD800 && code <= 0xDFFF ? "\uFFFD" : Character.toString(code);
                for (byte b : whole.getBytes(StandardCharsets.UTF_8)) {
                    encode(normal, b & 0xFF);
                }
                i += Character.charCount(code) - 1;
            }
        }
        return normal.toString();
    }

    static boolean isEncoded(String raw, int i) {
        return i + 2 < raw.length() && isHex(raw.charAt(i + 1)) && isHex(raw.charAt(i + 2));
    }

    private static void encode(StringBuilder out, int value) {
        out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
