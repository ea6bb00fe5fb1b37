package newsmill.enrich.countries;

import java.util.function.Consumer;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/**
 * Names as sequences of token hashes in one open table. To be filled by one thread; then thread-safe.
 *
 * <p>An entry of the table holds 44 bits of its key and the 20 bits of its node's number, so that a look costs one line of
 * the cache; a filter of bits tells most words that begin no name without even that.
 */
final class NameTrie {
    /** What {@link #longest} gives where no name begins. */
    static final long NONE = -1;

    private static final int ROOT = 1;
    private static final long HYPHEN = TokenHash.of("-");
    private static final int NODE_BITS = 20;
    private static final long NODE = (1L << NODE_BITS) - 1;
    private static final int FILTER_BITS = 20;

    private final long[] filter = new long[1 << FILTER_BITS - 6];
    private long[] table;
    private Name[] names;
    private int count = ROOT + 1;

    /** A trie with room for about so many names; it grows beyond. */
    NameTrie(int expected) {
        int capacity = Integer.highestOneBit(Math.max(expected, 64) * 2) * 2;
        table = new long[capacity];
        names = new Name[capacity / 2];
    }

    /** The name a phrase is, made if there is none yet. */
    Name of(String phrase) {
        return of(phrase, 0, phrase.length());
    }

    /** The name between two offsets, made if there is none yet. */
    Name of(String lines, int start, int end) {
        int node = plain(lines, start, end);
        if (node == 0) {
            node = ROOT;
            Text text = Text.of(lines.substring(start, end));
            for (int t = 0; t < text.size(); t++) {
                node = childOrNew(node, text.hash(t));
            }
        }
        if (names[node] == null) {
            names[node] = new Name();
        }
        return names[node];
    }

    /** The node of a name of plain words between spaces and hyphens, found without cutting it as a text; 0 for others. */
    private int plain(String lines, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isPlain(lines.charAt(i))
                    && (!isJoint(lines.charAt(i)) || i == start || isJoint(lines.charAt(i - 1)))) {
                return 0;
            }
        }
        int node = ROOT;
        for (int at = start; at < end; ) {
            int stop = at;
            while (stop < end && isPlain(lines.charAt(stop))) {
                stop++;
            }
            node = childOrNew(node, TokenHash.of(lines, at, stop));
            if (stop < end && lines.charAt(stop) == '-') {
                node = childOrNew(node, HYPHEN);
            }
            at = stop + 1;
        }
        return node == ROOT ? 0 : node;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= 'À' && c <= 'ʯ' && c != '×' && c != '÷'
                || c >= 'А' && c <= 'я';
    }

    private static boolean isJoint(char c) {
        return c == ' ' || c == '-';
    }

    void forEach(Consumer<Name> action) {
        for (int node = ROOT; node < count; node++) {
            if (names[node] != null) {
                action.accept(names[node]);
            }
        }
    }

    /**
     * The longest name that begins at a token: its last token, and above 32 bits what {@link #name} takes.
     *
     * @param hash of the first token, or of what it is without the clitics around it
     */
    long longest(Text text, int token, long hash) {
        if (!mayBegin(hash)) {
            return NONE;
        }
        long found = NONE;
        int node = child(ROOT, hash);
        for (int t = token; node != 0; node = child(node, text.hash(t))) {
            if (names[node] != null) {
                found = (long) node << 32 | t;
            }
            if (++t == text.size()) {
                break;
            }
        }
        return found;
    }

    /** The name that a single token with this hash is, or null. */
    Name single(long hash) {
        return names[child(ROOT, hash)];
    }

    /** The name found by {@link #longest}. */
    Name name(long found) {
        return names[(int) (found >>> 32)];
    }

    private boolean mayBegin(long hash) {
        int bit = (int) (hash >>> 64 - FILTER_BITS);
        return (filter[bit >>> 6] & 1L << bit) != 0;
    }

    private int child(int node, long hash) {
        long key = key(node, hash);
        int mask = table.length - 1;
        for (int slot = (int) key & mask; table[slot] != 0; slot = slot + 1 & mask) {
            if ((table[slot] & ~NODE) == (key & ~NODE)) {
                return (int) (table[slot] & NODE);
            }
        }
        return 0;
    }

    private int childOrNew(int node, long hash) {
        int child = child(node, hash);
        if (child != 0) {
            return child;
        }
        if (count == names.length) {
            throw new IllegalStateException("more names than the table has room for");
        }
        if (node == ROOT) {
            int bit = (int) (hash >>> 64 - FILTER_BITS);
            filter[bit >>> 6] |= 1L << bit;
        }
        long key = key(node, hash);
        int slot = (int) key & table.length - 1;
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = key & ~NODE | count;
        return count++;
    }

    private static long key(int node, long hash) {
        return hash + node * 0x9e3779b97f4a7c15L;
    }
}
