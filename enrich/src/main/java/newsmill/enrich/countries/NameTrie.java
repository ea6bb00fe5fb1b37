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
        return of(phrase, phrase.length());
    }

    /** The name that the beginning of a line is, made if there is none yet. */
    Name of(String line, int end) {
        int node = ROOT;
        if (isPlain(line, end)) {
            for (int start = 0; start < end; ) {
                int space = line.indexOf(' ', start);
                int stop = space < 0 || space > end ? end : space;
                node = childOrNew(node, TokenHash.of(line, start, stop));
                start = stop + 1;
            }
        } else {
            Text text = Text.of(line.substring(0, end));
            for (int t = 0; t < text.size(); t++) {
                node = childOrNew(node, text.hash(t));
            }
        }
        if (names[node] == null) {
            names[node] = new Name();
        }
        return names[node];
    }

    void forEach(Consumer<Name> action) {
        for (int node = ROOT; node < count; node++) {
            if (names[node] != null) {
                action.accept(names[node]);
            }
        }
    }

    /** The longest name that begins at a token: its last token, and above 32 bits what {@link #name} takes. */
    long longest(Text text, int token) {
        int node = ROOT;
        long found = NONE;
        if (!mayBegin(text.hash(token))) {
            return NONE;
        }
        for (int t = token; t < text.size(); t++) {
            node = child(node, text.hash(t));
            if (node == 0) {
                break;
            }
            if (names[node] != null) {
                found = (long) node << 32 | t;
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

    /** True if the words of the phrase stand between single spaces and hold nothing but Latin letters. */
    private static boolean isPlain(String phrase, int end) {
        for (int i = 0; i < end; i++) {
            char c = phrase.charAt(i);
            boolean letter =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'À' && c <= 'ž' && c != '×' && c != '÷';
            if (!letter && (c != ' ' || i == 0 || phrase.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return end > 0;
    }
}
