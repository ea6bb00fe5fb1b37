package newsmill.enrich.countries;

import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** The words beside a word. */
final class Neighbours {
    private static final long STOP = TokenHash.of(".");

    private Neighbours() {}

    /** The word right before a token on the same line, without a comma or stop between, or -1. */
    static int wordBefore(Text text, int token) {
        if (token == 0 || isLineBreak(text, token)) {
            return -1;
        }
        int before = token - 1;
        if (text.hash(before) == STOP && before > 0 && Words.HONORIFIC.contains(text.hash(before - 1))) {
            return before - 1;
        }
        return text.isWord(before) ? before : -1;
    }

    /** True if the token begins a line. */
    static boolean isLineBreak(Text text, int token) {
        for (int i = text.end(token - 1); i < text.start(token); i++) {
            if (text.string().charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
