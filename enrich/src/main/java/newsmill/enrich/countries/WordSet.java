package newsmill.enrich.countries;

import newsmill.enrich.text.TokenHash;

/** A set of single words, whatever their case. To be filled by one thread; then thread-safe. */
final class WordSet {
    private final long[] slots;

    WordSet(Iterable<String> words, int count) {
        slots = new long[Integer.highestOneBit(Math.max(8, count)) * 4];
        for (String word : words) {
            long hash = TokenHash.of(word);
            int slot = (int) hash & slots.length - 1;
            while (slots[slot] != 0 && slots[slot] != hash) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
        }
    }

    /** True if it holds the word with this {@link TokenHash}. */
    boolean contains(long hash) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return true;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return false;
    }
}
