package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of digits or of letters in the text of a date.
 *
 * @param text digits as ASCII, letters in lower case
 * @param number its value, or -1 for a word
 * @param gap what stands between it and the piece before, without the spaces around
 * @param at where it begins in the text
 */
record DatePiece(String text, long number, String gap, int at) {
    private static final int MOST = 40;
    private static final int LONGEST_NUMBER = 17;

    static List<DatePiece> of(String line) {
        List<DatePiece> pieces = new ArrayList<>();
        int last = 0;
        int i = 0;
        while (i < line.length() && pieces.size() < MOST) {
            int kind = kind(line.charAt(i));
            int end = i + 1;
            while (end < line.length() && kind(line.charAt(end)) == kind) {
                end++;
            }
            if (kind != 0) {
                pieces.add(of(line, kind == 1, line.substring(last, i).strip(), i, end));
                last = end;
            }
            i = end;
        }
        return pieces;
    }

    private static DatePiece of(String line, boolean digits, String gap, int start, int end) {
        if (!digits || end - start > LONGEST_NUMBER) {
            return new DatePiece(line.substring(start, end).toLowerCase(Locale.ROOT), -1, gap, start);
        }
        long number = 0;
        StringBuilder ascii = new StringBuilder();
        for (int i = start; i < end; i++) {
            int digit = Character.digit(line.charAt(i), 10);
            number = number * 10 + digit;
            ascii.append(digit);
        }
        return new DatePiece(ascii.toString(), number, gap, start);
    }

    private static int kind(char c) {
        if (Character.isDigit(c)) {
            return 1;
        }
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return Character.isLetter(c) || mark ? 2 : 0;
    }

    boolean isWord() {
        return number < 0;
    }

    /** How many digits a number has; 0 for a word. */
    int digits() {
        return isWord() ? 0 : text.length();
    }

    int value() {
        return (int) number;
    }
}
