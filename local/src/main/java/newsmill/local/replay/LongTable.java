package newsmill.local.replay;

import java.util.Arrays;

/** Whole numbers under whole numbers, in some 16 to 48 bytes each; what is there stays there. Not thread-safe. */
final class LongTable {
    private static final int FULL_PERCENT = 70;

    private long[] keys;
    private long[] values;
    private final long none;
    private int size;

    /** @param none what stands under a number that was not given anything */
    LongTable(long none) {
        this.none = none;
        this.keys = new long[1 << 12];
        this.values = empty(keys.length);
    }

    long get(long key) {
        return values[slot(keys, values, key)];
    }

    /** @param value another than none */
    void put(long key, long value) {
        int slot = slot(keys, values, key);
        if (values[slot] == none) {
            if (++size > keys.length / 100 * FULL_PERCENT) {
                grow();
                slot = slot(keys, values, key);
            }
        }
        keys[slot] = key;
        values[slot] = value;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] moreKeys = new long[Math.multiplyExact(keys.length, 2)];
        long[] moreValues = empty(moreKeys.length);
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != none) {
                int slot = slot(moreKeys, moreValues, keys[i]);
                moreKeys[slot] = keys[i];
                moreValues[slot] = values[i];
            }
        }
        keys = moreKeys;
        values = moreValues;
    }

    /** Where the key stands, or may be put. */
    private int slot(long[] keys, long[] values, long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (values[slot] != none && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private long[] empty(int length) {
        long[] values = new long[length];
        Arrays.fill(values, none);
        return values;
    }
}
