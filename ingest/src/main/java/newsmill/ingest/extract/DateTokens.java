package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/** The runs of digits and of letters in a short text: what dates are made of. */
final class DateTokens {
    /** No line that gives a date has more. */
    private static final int MOST = 80;

    /** A run of digits (number >= 0) or letters, the latter folded, and the character before it. */
    record Token(String text, int number, char before, int start, int end) {
        boolean word() {
            return number < 0;
        }

        int digits() {
            return word() ? 0 : text.length();
        }
    }

    private static final Token NONE = new Token("", -1, ' ', 0, 0);

    final String source;
    private final List<Token> tokens = new ArrayList<>();

    DateTokens(String text) {
        source = text;
        int i = 0;
        while (i < text.length() && tokens.size() < MOST) {
            int kind = kind(text.charAt(i));
            int end = i + 1;
            while (kind != 0 && end < text.length() && kind(text.charAt(end)) == kind) {
                end++;
            }
            if (kind != 0) {
                add(text.substring(i, end), i == 0 ? ' ' : text.charAt(i - 1), i, kind == 1);
            }
            i = end;
        }
    }

    private void add(String part, char before, int start, boolean digits) {
        int end = start + part.length();
        if (!digits) {
            tokens.add(new Token(MonthNames.folded(part), -1, before, start, end));
            return;
        }
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            ascii.append(Character.digit(part.charAt(i), 10));
        }
        int number = ascii.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(ascii.toString());
        tokens.add(new Token(ascii.toString(), number, before, start, end));
    }

    private static int kind(char c) {
        if (Character.isDigit(c)) {
            return 1;
        }
        int type = Character.getType(c);
        boolean letter = Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT && c != '\u200e' && c != '\u200f';
        return letter ? 2 : 0;
    }

    int size() {
        return tokens.size();
    }

    /** The token at this place; one of no text beyond the ends. */
    Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NONE;
    }

    /** The character two before the token, which tells "28. 1. 2020" from "28 1 2020". */
    char beforeSpace(Token token) {
        return token.start() < 2 ? ' ' : source.charAt(token.start() - 2);
    }

    /** True if this character and a digit follow the token. */
    boolean follows(Token token, char c) {
        return token.end() + 1 < source.length()
                && source.charAt(token.end()) == c
                && Character.isDigit(source.charAt(token.end() + 1));
    }
}
