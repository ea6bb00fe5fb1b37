package newsmill.enrich.countries;

import newsmill.article.DataFile;
import newsmill.enrich.text.TokenHash;

/** Small words that show where a story was written and for whom. To be filled by one thread; then thread-safe. */
final class CueWords {
    private static final int SLOTS = 1 << 11;

    private final long[] hashes = new long[SLOTS];
    private final short[] countries = new short[SLOTS];

    CueWords(Countries all) {
        DataFile.lines(CueWords.class, "cues.txt").forEach(line -> {
            short country = all.index(line.substring(0, 2));
            for (String word : line.substring(3).split(" ")) {
                add(TokenHash.of(word), country);
            }
        });
    }

    private void add(long hash, short country) {
        int slot = (int) hash & SLOTS - 1;
        while (hashes[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        hashes[slot] = hash;
        countries[slot] = country;
    }

    /** The country the word speaks for, or -1. */
    int country(long hash) {
        int slot = (int) hash & SLOTS - 1;
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return countries[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return -1;
    }
}
