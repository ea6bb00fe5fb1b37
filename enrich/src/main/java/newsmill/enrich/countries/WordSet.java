package newsmill.enrich.countries;

import java.util.List;
import newsmill.enrich.text.TokenHash;

/** A set of single words, whatever their case. To be filled by one thread; then thread-safe. */
final class WordSet {
    private final long[] slots;

    private WordSet(long[] hashes) {
        slots = new long[Integer.highestOneBit(Math.max(8, hashes.length)) * 4];
        for (long hash : hashes) {
            int slot = (int) hash & slots.length - 1;
            while (slots[slot] != 0 && slots[slot] != hash) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
        }
    }

    static WordSet of(List<String> words) {
        return new WordSet(words.stream().mapToLong(TokenHash::of).toArray());
    }

    /** A set of words or pairs given by their hashes. */
    static WordSet ofHashes(long[] hashes) {
        return new WordSet(hashes);
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
