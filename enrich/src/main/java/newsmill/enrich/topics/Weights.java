package newsmill.enrich.topics;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import newsmill.enrich.text.HashFilter;

/** What words and pairs of words say for and against each class of {@link Classes}, as learned. Immutable. */
final class Weights implements Bag.Vocabulary {
    /** The step of a row's rarity: the largest of any text collection that fits into memory is 12. */
    static final float RARITY = 0.1f;

    private final int classes;
    private final long[] hashes;
    private final byte[] rarities;
    private final byte[] weights;
    private final float step;
    /** An open table of rows, and one more. */
    private final int[] table;
    /** Most pairs of words have no row. */
    private final HashFilter known;

    /**
     * Weights in steps.
     *
     * @param hashes of each row's word or pair; none is 0
     * @param rarities for each row, how rare its word is, in steps of {@link #RARITY}
     * @param weights for each row, one for each class
     * @param step what a weight of 1 is worth
     */
    Weights(int classes, long[] hashes, byte[] rarities, byte[] weights, float step) {
        this.classes = classes;
        this.hashes = hashes;
        this.rarities = rarities;
        this.weights = weights;
        this.step = step;
        table = new int[Integer.highestOneBit(Math.max(4, hashes.length * 2)) * 2];
        known = new HashFilter(hashes.length);
        for (int row = 0; row < hashes.length; row++) {
            table[slot(hashes[row])] = row + 1;
            known.add(hashes[row]);
        }
    }

    @Override
    public int row(long hash) {
        return known.mayHave(hash) ? table[slot(hash)] - 1 : -1;
    }

    @Override
    public float rarity(int row) {
        return rarities[row] * RARITY;
    }

    private int slot(long hash) {
        int slot = (int) hash & table.length - 1;
        while (table[slot] != 0 && hashes[table[slot] - 1] != hash) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /** For each class, what the words of a bag say. */
    double[] sums(Bag bag) {
        double[] sums = new double[classes];
        float[] shares = bag.shares();
        for (int i = 0; i < shares.length; i++) {
            int at = bag.row(i) * classes;
            float worth = shares[i] * step;
            for (int t = 0; t < sums.length; t++) {
                sums[t] += weights[at + t] * worth;
            }
        }
        return sums;
    }

    /** What one row says for a class. */
    float weight(int row, int place) {
        return weights[row * classes + place] * step;
    }

    /** How far one row is a reason for a class: what it says, the more so the rarer its word. */
    float strength(int row, int place) {
        return weight(row, place) * rarity(row);
    }

    /** The weights in a file beside this class. */
    static Weights read(String resource) {
        try (InputStream in = Weights.class.getResourceAsStream(resource)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }

    /** The weights in a file, for measuring before it is put beside this class. */
    static Weights read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    private static Weights read(InputStream in) throws IOException {
        try (DataInputStream data =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16))) {
            int classes = data.readUnsignedByte();
            float step = data.readFloat();
            long[] hashes = new long[data.readInt()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = data.readLong();
            }
            byte[] rarities = new byte[hashes.length];
            data.readFully(rarities);
            byte[] weights = new byte[hashes.length * classes];
            data.readFully(weights);
            return new Weights(classes, hashes, rarities, weights, step);
        }
    }

    /** Writes weights as {@link #read} reads them. */
    static void write(int classes, long[] hashes, byte[] rarities, byte[] weights, float step, OutputStream out)
            throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeByte(classes);
            data.writeFloat(step);
            data.writeInt(hashes.length);
            for (long hash : hashes) {
                data.writeLong(hash);
            }
            data.write(rarities);
            data.write(weights);
        }
    }
}
