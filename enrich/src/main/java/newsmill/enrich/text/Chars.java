package newsmill.enrich.text;

/** What a UTF-16 code unit is to the tokenizer, from one table. */
final class Chars {
    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte LETTER = 2;
    static final byte DIGIT = 3;
    /** Belongs to the word it stands in, but not to its spelling: soft hyphens, joiners, vowel points, tatweel. */
    static final byte SILENT = 4;
    /** A combining mark that belongs to the spelling. */
    static final byte MARK = 5;
    /** A letter of a script without spaces between words: each is a token. */
    static final byte IDEOGRAPH = 6;
    /** Half of a surrogate pair. */
    static final byte SURROGATE = 7;
    /** A letter of a script without case. */
    static final byte CASELESS = 8;

    /** One entry for each code unit. Read directly where every code unit of a text is looked at. */
    static final byte[] CLASSES = new byte[1 << 16];
    /** Each code unit in lower case, apostrophes straight. */
    static final char[] LOWER = new char[1 << 16];

    static {
        for (int c = 0; c < CLASSES.length; c++) {
            CLASSES[c] = classify((char) c);
            LOWER[c] = Character.toLowerCase((char) c);
        }
        LOWER['’'] = '\'';
        LOWER['ʼ'] = '\'';
        LOWER['＇'] = '\'';
    }

    private Chars() {}

    static byte of(char c) {
        return CLASSES[c];
    }

    static char lower(char c) {
        return LOWER[c];
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '＇';
    }

    /** True for letters and digits of scripts with spaces between words. */
    static boolean isWordPart(byte type) {
        return type == LETTER || type == DIGIT || type == CASELESS;
    }

    private static boolean isCased(char c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static byte classify(char c) {
        if (Character.isSurrogate(c)) {
            return SURROGATE;
        }
        if (c == '\u00ad'
                || c == '\u0640'
                || c >= '\u200b' && c <= '\u200f'
                || c == '\u2060'
                || c == '\ufeff'
                || c >= '\u064b' && c <= '\u065f'
                || c >= '\u202a' && c <= '\u202e') {
            return SILENT;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return SPACE;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER ->
                isIdeograph(c) ? IDEOGRAPH : c == 'ʼ' ? OTHER : isCased(c) ? LETTER : CASELESS;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> MARK;
            default -> OTHER;
        };
    }

    /** Asks for the script only where it may be one of these: asking for each sign costs a start 40 ms. */
    private static boolean isIdeograph(char c) {
        if (c < '\u2e80') {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            // the prolonged sound mark of kana has script COMMON
            default -> c == 'ー';
        };
    }
}
