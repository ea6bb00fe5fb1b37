package newsmill.enrich.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How likely the letter groups and frequent words of one script are in each of its languages. Immutable.
 *
 * <p>A row's cost for a language is {@value #STEPS} times the natural logarithm of how much likelier the row is in the
 * language where it is likeliest, in a byte.
 */
public final class Profile {
    /** The steps of a cost in one unit of natural logarithm. */
    public static final int STEPS = 16;

    private final String[] languages;
    private final long[] keys;
    private final int[] rows;
    private final byte[] costs;

    private Profile(String[] languages, long[] rowKeys, byte[] costs) {
        this.languages = languages;
        this.costs = costs;
        int capacity = Integer.highestOneBit(Math.max(4, rowKeys.length * 2)) * 2;
        keys = new long[capacity];
        rows = new int[capacity];
        for (int row = 0; row < rowKeys.length; row++) {
            int slot = slot(rowKeys[row]);
            keys[slot] = rowKeys[row];
            rows[slot] = row;
        }
    }

    /** The languages, in the order of a row's costs. */
    public List<String> languages() {
        return List.of(languages);
    }

    int size() {
        return languages.length;
    }

    String language(int index) {
        return languages[index];
    }

    /** Adds a row's costs; returns false if there is no such row. */
    boolean add(long key, int weight, int[] sums) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            return false;
        }
        int at = rows[slot] * sums.length;
        for (int l = 0; l < sums.length; l++) {
            sums[l] += (costs[at + l] & 0xff) * weight;
        }
        return true;
    }

    private int slot(long key) {
        int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 40) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    static Profile read(DataInput in) throws IOException {
        String[] languages = new String[in.readUnsignedByte()];
        for (int l = 0; l < languages.length; l++) {
            languages[l] = in.readUTF();
        }
        long[] rowKeys = new long[in.readInt()];
        for (int r = 0; r < rowKeys.length; r++) {
            rowKeys[r] = in.readLong();
        }
        byte[] costs = new byte[rowKeys.length * languages.length];
        in.readFully(costs);
        return new Profile(languages, rowKeys, costs);
    }

    /** Writes a profile as {@link Languages} reads it: keys with their costs, in the order of the map. */
    public static void write(List<String> languages, Map<Long, byte[]> rows, DataOutput out) throws IOException {
        out.writeByte(languages.size());
        for (String language : languages) {
            out.writeUTF(language);
        }
        out.writeInt(rows.size());
        for (long key : new ArrayList<>(rows.keySet())) {
            out.writeLong(key);
        }
        for (byte[] costs : rows.values()) {
            out.write(costs);
        }
    }
}
