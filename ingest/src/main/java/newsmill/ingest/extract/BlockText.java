package newsmill.ingest.extract;

import java.util.Arrays;

/** The text of the block in hand: its letters, white space folded, and what is counted while they go by. */
final class BlockText {
    /** Elements open around the letters. */
    int linkDepth;

    int boldDepth;
    int italicDepth;
    /** The same, of those whose names say something. */
    int classed;

    private final Block.Tally tally = new Block.Tally();
    private char[] text = new char[512];
    /** The letters of the text node in hand, and what may be left of longer ones before. */
    private char[] read = new char[512];

    private int length;
    private boolean inWord;
    private boolean gap;
    private int breaks;
    private char last;

    boolean isEmpty() {
        return tally.letters == 0;
    }

    int words() {
        return tally.words();
    }

    String soFar() {
        return new String(text, 0, length);
    }

    void linkBegins() {
        tally.links++;
    }

    /** How many line breaks there were since the last letter, with this. */
    int lineBreak() {
        gap = true;
        inWord = false;
        return ++breaks;
    }

    /** True if nearly all words stand in elements whose names say something. */
    boolean nearlyAllClassed() {
        return tally.classedWords * 5 >= tally.words() * 4;
    }

    /** What was read since it was last cleared, which must not be nothing. */
    Block block(Box box, int index, long inlineSigns, boolean afterBreak) {
        if (Text.endsSentence(last) && last < '\u3000') {
            tally.sentenceEnds++;
        }
        return new Block(box, index, new String(text, 0, length), tally, inlineSigns, afterBreak);
    }

    /** Begins the next block. */
    void clear() {
        length = 0;
        tally.clear();
        gap = false;
        inWord = false;
        breaks = 0;
        last = 0;
    }

    void append(String raw) {
        int end = raw.length();
        if (read.length < end) {
            read = new char[2 * end];
        }
        raw.getChars(0, end, read, 0);
        for (int i = 0; i < end; i++) {
            char c = read[i];
            if (inWord && small(c)) {
                int from = i;
                while (i + 1 < end && small(read[i + 1])) {
                    i++;
                }
                put(from, i + 1);
            } else if (c == ' ' || c == '\n' || ((c < ' ' || c == '\u00a0' || c >= '\u2000') && Text.space(c))) {
                gap = true;
                inWord = false;
            } else if (!Text.invisible(c)) {
                add(c);
            }
        }
    }

    private void add(char c) {
        if (gap) {
            if (length > 0) {
                char before = last;
                put(' ');
                if (Text.endsSentence(before)) {
                    tally.sentenceEnds++;
                }
            }
            gap = false;
        }
        breaks = 0;
        put(c);
        if (Text.letterOrDigit(c) || Character.isSurrogate(c)) {
            count(c);
        } else {
            tally.punctuation++;
            tally.commas += c == ',' || c == '\u3001' || c == '\uff0c' || c == '\u060c' ? 1 : 0;
            if (c == '\u3002' || c == '\uff01' || c == '\uff1f') {
                tally.sentenceEnds++;
            }
            inWord = inWord
                    && (c == '\''
                            || c == '\u2019'
                            || c == '-'
                            || Character.getType(c) == Character.NON_SPACING_MARK
                            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
        }
    }

    private static boolean small(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Puts letters that go on with a word. */
    private void put(int from, int to) {
        int count = to - from;
        if (length + count > text.length) {
            text = Arrays.copyOf(text, 2 * (length + count));
        }
        for (int i = from; i < to; i++) {
            text[length++] = read[i];
        }
        last = read[to - 1];
        tally.letters += count;
    }

    private void put(char c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
        }
        text[length++] = c;
        last = c;
    }

    private void count(char c) {
        tally.letters++;
        if (c <= '9') {
            tally.digits++;
        } else if (Character.isUpperCase(c)) {
            tally.upper++;
        }
        if (Text.ideograph(c)) {
            tally.ideographs++;
            inWord = false;
            if ((tally.ideographs & 1) == 1) {
                tallyStyles();
            }
        } else if (!inWord) {
            inWord = true;
            tally.words++;
            tally.capitals += Character.isUpperCase(c) ? 1 : 0;
            tallyStyles();
        }
    }

    private void tallyStyles() {
        if (linkDepth > 0) {
            tally.linkWords++;
        }
        if (boldDepth > 0) {
            tally.boldWords++;
        }
        if (italicDepth > 0) {
            tally.italicWords++;
        }
        if (classed > 0) {
            tally.classedWords++;
        }
    }
}
