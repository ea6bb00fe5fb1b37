package newsmill.enrich.countries;

import java.util.Arrays;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** Names as sequences of token hashes in one open table. To be filled by one thread; then thread-safe. */
final class NameTrie {
    /** What {@link #longest} gives where no name begins. */
    static final long NONE = -1;

    private static final int ROOT = 1;

    private long[] keys;
    private int[] nodes;
    private Name[] names;
    private int count = ROOT + 1;

    /** A trie with room for about so many names; it grows beyond. */
    NameTrie(int expected) {
        int capacity = Integer.highestOneBit(Math.max(expected, 64) * 2) * 2;
        keys = new long[capacity];
        nodes = new int[capacity];
        names = new Name[capacity / 2];
    }

    /** The name a phrase is, made if there is none yet. */
    Name of(String phrase) {
        int node = ROOT;
        if (isPlain(phrase)) {
            for (int start = 0; start < phrase.length(); ) {
                int space = phrase.indexOf(' ', start);
                int end = space < 0 ? phrase.length() : space;
                node = childOrNew(node, TokenHash.of(phrase.substring(start, end)));
                start = end + 1;
            }
        } else {
            Text text = Text.of(phrase);
            for (int t = 0; t < text.size(); t++) {
                node = childOrNew(node, text.hash(t));
            }
        }
        if (names[node] == null) {
            names[node] = new Name(phrase);
        }
        return names[node];
    }

    /** The longest name that begins at a token: its last token, and above 32 bits what {@link #name} takes. */
    long longest(Text text, int token) {
        int node = ROOT;
        long found = NONE;
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

    private int child(int node, long hash) {
        long key = key(node, hash);
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (nodes[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return nodes[slot];
    }

    private int childOrNew(int node, long hash) {
        int child = child(node, hash);
        if (child != 0) {
            return child;
        }
        if (count == names.length) {
            grow();
        }
        put(key(node, hash), count);
        return count++;
    }

    private void put(long key, int node) {
        int slot = (int) key & keys.length - 1;
        while (nodes[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        nodes[slot] = node;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNodes = nodes;
        keys = new long[oldKeys.length * 2];
        nodes = new int[oldNodes.length * 2];
        names = Arrays.copyOf(names, names.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNodes[i] != 0) {
                put(oldKeys[i], oldNodes[i]);
            }
        }
    }

    private static long key(int node, long hash) {
        return hash + node * 0x9e3779b97f4a7c15L;
    }

    /** True if the words of the phrase stand between single spaces and hold nothing but Latin letters. */
    private static boolean isPlain(String phrase) {
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            boolean letter =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'À' && c <= 'ž' && c != '×' && c != '÷';
            if (!letter && (c != ' ' || i == 0 || phrase.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return !phrase.isEmpty();
    }
}
