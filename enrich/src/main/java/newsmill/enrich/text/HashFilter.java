package newsmill.enrich.text;

/**
 * A small table in front of a large one: turns most hashes away that are not there, and now and then lets one pass that is
 * not. A bit for each hash, 8 to 16 bits of room. Not to be added to once others ask.
 */
public final class HashFilter {
    private final long[] bits;

    /** A filter for so many hashes, none of them in it yet. */
    public HashFilter(int expected) {
        bits = new long[Math.max(1, Integer.highestOneBit(expected * 16 + 1) / Long.SIZE)];
    }

    /** Lets a hash pass from now on. */
    public void add(long hash) {
        bits[bit(hash) >>> 6] |= 1L << bit(hash);
    }

    /** False only if the hash was not added. */
    public boolean mayHave(long hash) {
        return (bits[bit(hash) >>> 6] & 1L << bit(hash)) != 0;
    }

    private int bit(long hash) {
        return (int) (hash >>> 24) & bits.length * Long.SIZE - 1;
    }
}
