package newsmill.enrich.text;

import java.util.Arrays;

/** Where paragraphs begin: behind a blank line, and behind every line break unless the lines were wrapped at a width. */
final class Paragraphs {
    /** Lines of wrapped text are about this long. */
    private static final int WRAPPED_FROM = 45;

    private static final int WRAPPED_TO = 100;

    private Paragraphs() {}

    /** The first token of each paragraph, and the number of tokens at the end. */
    static int[] starts(String text, Tokens tokens) {
        boolean wrapped = isWrapped(text);
        int[] starts = new int[8];
        int count = 0;
        for (int t = 0; t < tokens.size; t++) {
            if (t == 0 || breaks(text, tokens.ends[t - 1], tokens.starts[t]) > (wrapped ? 1 : 0)) {
                if (count + 1 == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2 + 2);
                }
                starts[count++] = t;
            }
        }
        starts[count] = tokens.size;
        return Arrays.copyOf(starts, count + 1);
    }

    private static int breaks(String text, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\u2029') {
                breaks++;
            }
        }
        return breaks;
    }

    /** True if most line breaks stand inside sentences, behind lines of about the same width. */
    private static boolean isWrapped(String text) {
        int single = 0;
        int inside = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            int width = end - start;
            boolean blankNext = end + 1 >= text.length() || text.charAt(end + 1) == '\n';
            if (width > 0 && !blankNext) {
                single++;
                if (width >= WRAPPED_FROM && width <= WRAPPED_TO && !isClosing(text.charAt(end - 1))) {
                    inside++;
                }
            }
            start = end + 1;
        }
        return single >= 3 && inside * 2 > single;
    }

    private static boolean isClosing(char c) {
        return ".!?…”\"'’:;»)。！？」".indexOf(c) >= 0;
    }
}
