package newsmill.sink;

/**
 * A set of texts by their 64-bit fingerprints, 16 bytes or so each: one that was added is always found, one that was not
 * hardly ever.
 */
final class Fingerprints {
    private static final int LEAST = 1 << 10;
    private long[] table = new long[LEAST];
    private int size;

    void add(String text) {
        if (2 * size >= table.length) {
            long[] old = table;
            table = new long[2 * old.length];
            size = 0;
            for (long print : old) {
                if (print != 0) {
                    put(print);
                }
            }
        }
        put(of(text));
    }

    boolean mayContain(String text) {
        long print = of(text);
        return table[slot(print)] == print;
    }

    int size() {
        return size;
    }

    private void put(long print) {
        int slot = slot(print);
        if (table[slot] == 0) {
            table[slot] = print;
            size++;
        }
    }

    /** Where a fingerprint is, or would be. */
    private int slot(long print) {
        int slot = (int) print & table.length - 1;
        while (table[slot] != 0 && table[slot] != print) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /** Not 0, which marks a free slot. Each step and the end mix as splitmix64 does. */
    private static long of(String text) {
        long print = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            print = (print ^ text.charAt(i)) * 0xBF58476D1CE4E5B9L;
            print ^= print >>> 29;
        }
        print = (print ^ print >>> 27) * 0x94D049BB133111EBL;
        print ^= print >>> 31;
        return print == 0 ? 1 : print;
    }
}
