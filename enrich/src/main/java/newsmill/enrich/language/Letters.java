package newsmill.enrich.language;

import java.util.BitSet;

/** The keys of letter groups and words in a language profile. */
public final class Letters {
    /** The longest group of letters. */
    public static final int LONGEST = 4;

    private static final long WORD = 1L << 63;
    private static final BitSet JOINING = new BitSet();

    static {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            JOINING.set(c, mark || Character.isLetter(c) || c == '\'' || c == '’');
        }
    }

    private Letters() {}

    /** True for letters, their marks, and apostrophes: what a word is made of. */
    static boolean joins(char c) {
        return JOINING.get(c);
    }

    /** The key of a group with one more letter behind it, the oldest forgotten; 0 is the empty group. */
    public static long push(long group, char lower) {
        return group << 16 | lower;
    }

    /** The last {@code length} letters of a group. */
    public static long last(long group, int length) {
        return length == LONGEST ? group : group & (1L << 16 * length) - 1;
    }

    /** The key of a group as written. */
    public static long group(String letters) {
        long key = 0;
        for (int i = 0; i < letters.length(); i++) {
            key = push(key, letters.charAt(i));
        }
        return key;
    }

    /** One more letter of a word's hash, which begins with 0. */
    public static long hash(long hash, char lower) {
        return (hash + lower) * 0x9e3779b97f4a7c15L;
    }

    /** The key of a whole word. */
    public static long word(long hash) {
        return hash | WORD;
    }
}
