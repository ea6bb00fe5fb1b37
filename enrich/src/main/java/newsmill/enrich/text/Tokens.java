package newsmill.enrich.text;

import java.util.Arrays;

/** Tokens as columns, growing while the tokenizer works. */
final class Tokens {
    int size;
    int[] starts;
    int[] ends;
    byte[] kinds;
    long[] hashes;

    Tokens(int expected) {
        starts = new int[expected];
        ends = new int[expected];
        kinds = new byte[expected];
        hashes = new long[expected];
    }

    void add(int start, int end, Text.Kind kind, long hash) {
        if (size == starts.length) {
            int more = size * 2 + 16;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            kinds = Arrays.copyOf(kinds, more);
            hashes = Arrays.copyOf(hashes, more);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size] = (byte) kind.ordinal();
        hashes[size++] = hash;
    }
}
