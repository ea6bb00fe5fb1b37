package newsmill.ingest.extract;

/** Questions about characters and short strings, and their clean form. */
final class Text {
    private Text() {}

    static boolean space(char c) {
        if (c < '\u0080') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == '\u00a0'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\u0085';
    }

    /** Most letters are settled by a comparison. */
    static boolean letterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || Character.isLetterOrDigit(c);
    }

    /** Controls, soft hyphens, byte order marks: not to be seen, not to be kept. */
    static boolean invisible(char c) {
        return c < ' '
                || (c >= '\u007f' && c <= '\u009f')
                || c == '\u00ad'
                || c == '\u200b'
                || c == '\u2060'
                || c == '\ufeff'
                || c == '\ufffe'
                || c == '\uffff';
    }

    /**
     * True for Han, kana, and the consonants of Thai, Lao, Khmer and Burmese: two or so are a word, for these are written
     * without spaces between words.
     */
    static boolean ideograph(char c) {
        // Most letters are settled by the first comparison.
        return c >= '\u0e01'
                && (c <= '\u0e30'
                        || (c >= '\u0e81' && c <= '\u0eb0')
                        || (c >= '\u1000' && c <= '\u102a')
                        || (c >= '\u1780' && c <= '\u17a2')
                        || (c >= '\u3040' && c <= '\u30ff')
                        || (c >= '\u3400' && c <= '\u4dbf')
                        || (c >= '\u4e00' && c <= '\u9fff')
                        || (c >= '\uf900' && c <= '\ufaff'));
    }

    /** The last marks of a sentence, and of a quotation, in any script of the news. */
    static boolean endsSentence(char c) {
        return switch (c) {
            case '.',
                    '!',
                    '?',
                    '\u2026',
                    '\u3002',
                    '\uff01',
                    '\uff1f',
                    '\u0964',
                    '\u061f',
                    '\u06d4',
                    '\u0589',
                    '\u0965',
                    '\u0f0d',
                    '\u104b',
                    '\u1362',
                    '\u1367',
                    '\u17d4',
                    '\u1c7e',
                    '"',
                    '\u201d',
                    '\u00bb',
                    '\u201c' -> true;
            default -> false;
        };
    }

    /** One line of visible characters, white space folded; null if nothing is left. */
    static String line(String raw) {
        if (raw == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(raw.length());
        boolean gap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (space(c)) {
                gap = out.length() > 0;
                continue;
            }
            if (invisible(c) || (Character.isSurrogate(c) && !paired(raw, i))) {
                continue;
            }
            if (gap) {
                out.append(' ');
                gap = false;
            }
            out.append(c);
        }
        return out.length() == 0 ? null : out.toString();
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean paired(String s, int i) {
        return Character.isHighSurrogate(s.charAt(i))
                ? i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(s.charAt(i - 1));
    }

    /** Letters and digits in lower case, each other run a single space: for comparing. */
    static String plain(String raw) {
        if (raw == null) {
            return "";
        }
        char[] out = new char[raw.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (letterOrDigit(c) || Character.isSurrogate(c)) {
                if (gap && length > 0) {
                    out[length++] = ' ';
                }
                gap = false;
                out[length++] = Character.toLowerCase(c);
            } else if (c != '\u00ad') {
                gap = true;
            }
        }
        return new String(out, 0, length);
    }
}
