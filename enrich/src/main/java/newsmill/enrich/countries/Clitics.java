package newsmill.enrich.countries;

import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** Small words written together with the name: {@code Ankara'da}, {@code وأوكرانيا}. */
final class Clitics {
    private static final String ARABIC = "وفبلك";
    private static final int SHORTEST = 3;

    private Clitics() {}

    /** Where the name in a token begins, behind an Arabic conjunction or preposition; the token's start if none is. */
    static int start(Text text, int token) {
        int start = text.start(token);
        boolean clitic = ARABIC.indexOf(text.string().charAt(start)) >= 0;
        return clitic && text.end(token) - start > SHORTEST ? start + 1 : start;
    }

    /** Where the name in a token ends, before an apostrophe with an ending behind it; the token's end if none is. */
    static int end(Text text, int token) {
        int start = text.start(token);
        int end = text.end(token);
        for (int i = start + SHORTEST; i < end - 1; i++) {
            char c = text.string().charAt(i);
            if (c == '\'' || c == '’') {
                return i;
            }
        }
        return end;
    }

    /** The hash of a part of the text. In Arabic {@code لل} stands for the preposition and the article together. */
    static long hash(Text text, int start, int end) {
        String string = text.string();
        if (string.charAt(start) == 'ل' && start > 0 && string.charAt(start - 1) == 'ل') {
            return TokenHash.of("ا" + string.substring(start, end));
        }
        return TokenHash.of(string, start, end);
    }
}
