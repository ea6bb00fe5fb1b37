package newsmill.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Finds the phrases of a dictionary in a text, by tokens and whatever the case: a trie over token hashes in one open
 * table. Building and matching take linear time; immutable and thread-safe.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseMatcher<T> {
    private static final int ROOT = 1;

    private final long[] keys;
    private final int[] nodes;
    private final int mask;
    /** For each node: index in {@code values} of the phrase that ends there, or -1. */
    private final int[] ends;

    private final List<T> values;
    /** The tokens that phrases begin with: most others are turned away in a small table. */
    private final HashFilter beginnings;
    /** The phrases of one token, and the first two tokens of others: “the” begins phrases, but seldom one that is there. */
    private final HashFilter openings;

    private PhraseMatcher(
            HashFilter beginnings, HashFilter openings, long[] keys, int[] nodes, int[] ends, List<T> values) {
        this.beginnings = beginnings;
        this.openings = openings;
        this.keys = keys;
        this.nodes = nodes;
        this.mask = keys.length - 1;
        this.ends = ends;
        this.values = values;
    }

    /** A matcher for phrases, each with what it stands for; phrases are cut into tokens as texts are. */
    public static <T> PhraseMatcher<T> of(Map<String, T> phrases) {
        List<Text> texts = new ArrayList<>(phrases.size());
        int tokens = 0;
        for (String phrase : phrases.keySet()) {
            Text text = Text.of(phrase);
            tokens += text.size();
            texts.add(text);
        }
        return new Builder<T>(phrases.size(), tokens).build(texts, phrases.values());
    }

    /**
     * The longest phrase that begins at a token.
     *
     * @return null if none does
     */
    public Match<T> longest(Text text, int token) {
        return longest(text, token, text.size());
    }

    /** The longest phrase that begins at a token and ends before the token {@code limit}. */
    public Match<T> longest(Text text, int token, int limit) {
        if (token < limit && !mayBegin(text, token, limit)) {
            return null;
        }
        int node = ROOT;
        int value = -1;
        int last = token;
        for (int t = token; t < limit; t++) {
            node = child(node, text.hash(t));
            if (node == 0) {
                break;
            }
            if (ends[node] >= 0) {
                value = ends[node];
                last = t;
            }
        }
        return value < 0 ? null : new Match<>(token, last, values.get(value));
    }

    /** What a single token stands for by itself, or null. */
    public T single(Text text, int token) {
        long hash = text.hash(token);
        if (!openings.mayHave(hash)) {
            return null;
        }
        int node = child(ROOT, hash);
        return node == 0 || ends[node] < 0 ? null : values.get(ends[node]);
    }

    private boolean mayBegin(Text text, int token, int limit) {
        long hash = text.hash(token);
        return beginnings.mayHave(hash)
                && (openings.mayHave(hash)
                        || token + 1 < limit && openings.mayHave(TokenHash.pair(hash, text.hash(token + 1))));
    }

    private int child(int node, long hash) {
        long key = key(node, hash);
        for (int slot = (int) key & mask; ; slot = slot + 1 & mask) {
            if (keys[slot] == key) {
                return nodes[slot];
            }
            if (keys[slot] == 0) {
                return 0;
            }
        }
    }

    private static long key(int node, long hash) {
        return hash + node * 0x9e3779b97f4a7c15L;
    }

    /**
     * A phrase found in a text.
     *
     * @param first its first token
     * @param last its last token
     * @param value what it stands for
     */
    public record Match<T>(int first, int last, T value) {}

    private static final class Builder<T> {
        private final long[] keys;
        private final int[] nodes;
        private final List<T> values = new ArrayList<>();
        private final HashFilter beginnings;
        private final HashFilter openings;
        private int[] ends;
        private int count = ROOT + 1;

        Builder(int phrases, int tokens) {
            beginnings = new HashFilter(phrases);
            openings = new HashFilter(phrases);
            int capacity = Integer.highestOneBit(Math.max(8, tokens * 2)) * 2;
            keys = new long[capacity];
            nodes = new int[capacity];
            ends = new int[tokens + ROOT + 1];
            Arrays.fill(ends, -1);
        }

        PhraseMatcher<T> build(List<Text> phrases, Collection<T> meanings) {
            int i = 0;
            for (T meaning : meanings) {
                add(phrases.get(i++), meaning);
            }
            return new PhraseMatcher<>(
                    beginnings, openings, keys, nodes, Arrays.copyOf(ends, count), List.copyOf(values));
        }

        private void add(Text phrase, T meaning) {
            if (phrase.size() == 0) {
                return;
            }
            beginnings.add(phrase.hash(0));
            openings.add(phrase.size() == 1 ? phrase.hash(0) : TokenHash.pair(phrase.hash(0), phrase.hash(1)));
            int node = ROOT;
            for (int t = 0; t < phrase.size(); t++) {
                node = childOrNew(node, phrase.hash(t));
            }
            if (ends[node] < 0) {
                ends[node] = values.size();
                values.add(meaning);
            } else {
                values.set(ends[node], meaning);
            }
        }

        private int childOrNew(int node, long hash) {
            long key = key(node, hash);
            int slot = (int) key & keys.length - 1;
            while (nodes[slot] != 0) {
                if (keys[slot] == key) {
                    return nodes[slot];
                }
                slot = slot + 1 & keys.length - 1;
            }
            keys[slot] = key;
            nodes[slot] = count;
            return count++;
        }
    }
}
