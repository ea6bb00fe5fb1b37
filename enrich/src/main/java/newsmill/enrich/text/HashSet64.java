package newsmill.enrich.text;

import java.util.Collection;

/** A fixed set of token hashes, asked about every token: no boxing, one look at a table. Immutable and thread-safe. */
public final class HashSet64 {
    private final long[] table;

    private HashSet64(long[] table) {
        this.table = table;
    }

    /** The hashes of some single tokens; case does not matter. */
    public static HashSet64 of(Collection<String> tokens) {
        return ofHashes(tokens.stream().mapToLong(TokenHash::of).toArray());
    }

    /** These hashes, of tokens or of pairs. */
    public static HashSet64 ofHashes(long... hashes) {
        long[] table = new long[Integer.highestOneBit(Math.max(4, hashes.length * 2)) * 2];
        for (long hash : hashes) {
            int slot = (int) hash & table.length - 1;
            while (table[slot] != 0 && table[slot] != hash) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = hash;
        }
        return new HashSet64(table);
    }

    /** True if a token of this hash is in the set. */
    public boolean contains(long hash) {
        for (int slot = (int) hash & table.length - 1; table[slot] != 0; slot = slot + 1 & table.length - 1) {
            if (table[slot] == hash) {
                return true;
            }
        }
        return false;
    }
}
