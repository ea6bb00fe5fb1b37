package newsmill.enrich.topics;

import java.util.Arrays;

/** How often numbered things were counted, in the order in which each came first. For use by one thread. */
final class Counts {
    private int[] keys;
    private float[] counts;
    private int size;
    /** An open table of places among the keys, and one more. */
    private int[] table;

    /**
     * Counts of nothing yet.
     *
     * @param expected how many things may come before there must be more room, a power of two
     */
    Counts(int expected) {
        keys = new int[expected];
        counts = new float[expected];
        table = new int[expected * 2];
    }

    /** Counts a thing, whose number is not negative; returns its place. */
    int add(int key, float weight) {
        int slot = slot(key);
        if (table[slot] != 0) {
            int place = table[slot] - 1;
            counts[place] += weight;
            return place;
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        counts[size] = weight;
        table[slot] = ++size;
        return size - 1;
    }

    private int slot(int key) {
        int slot = key * 0x9e3779b9 >>> 7 & table.length - 1;
        while (table[slot] != 0 && keys[table[slot] - 1] != key) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
        table = new int[size * 4];
        for (int place = 0; place < size; place++) {
            table[slot(keys[place])] = place + 1;
        }
    }

    /** How many things were counted. */
    int size() {
        return size;
    }

    /** The number of the thing at a place. */
    int key(int place) {
        return keys[place];
    }

    /** How often it was counted. */
    float count(int place) {
        return counts[place];
    }
}
