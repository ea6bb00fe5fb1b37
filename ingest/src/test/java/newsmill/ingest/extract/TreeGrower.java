package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Grows {@link BoostedTrees}: gradient boosting of the log loss over binned features, best leaf first. At each leaf every
 * feature is tried with one cut, drawn at random.
 */
final class TreeGrower {
    /** How far to go. */
    record Settings(
            int trees, int leaves, double rate, double lambda, double minHessian, double columns, double rows) {}

    private static final int BINS = 48;

    private final Settings settings;
    private final float[][] x;
    private final float[] y;
    private final float[] w;
    private final int[] group;
    private final int features;
    private final byte[][] binned;
    private final float[][] cuts;
    private final Random random;
    private final StringBuilder model = new StringBuilder();
    private int models;

    TreeGrower(Settings settings, float[][] x, float[] y, float[] w, int[] group, int seed) {
        this.random = new Random(seed);
        this.settings = settings;
        this.x = x;
        this.y = y;
        this.w = w;
        this.group = group;
        this.features = x[0].length;
        this.binned = new byte[features][x.length];
        this.cuts = new float[features][];
        for (int f = 0; f < features; f++) {
            bin(f);
        }
    }

    private void bin(int f) {
        float[] values = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = x[i][f];
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Float> found = new ArrayList<>();
        for (int b = 1; b < BINS; b++) {
            float cut = sorted[(int) ((long) b * (sorted.length - 1) / BINS)];
            if (found.isEmpty() || cut > found.get(found.size() - 1)) {
                found.add(cut);
            }
        }
        cuts[f] = new float[found.size()];
        for (int b = 0; b < cuts[f].length; b++) {
            cuts[f][b] = found.get(b);
        }
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(cuts[f], values[i]);
            binned[f][i] = (byte) (at >= 0 ? at : -at - 1);
        }
    }

    private static final class Leaf {
        int[] rows;
        double[] histogram;
        double g;
        double h;
        int node;
        int feature = -1;
        int bin;
        double gain;
    }

    /** The lines of a model that is the mean of the grown one and others: its trees count for that much less. */
    List<String> grow(int models) {
        this.models = models;
        double positive = 0;
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            positive += w[i] * y[i];
            all += w[i];
        }
        double base = Math.log(positive / (all - positive));
        model.append("base ").append((float) base).append('\n');
        double[] f = new double[y.length];
        Arrays.fill(f, base);
        double[] g = new double[y.length];
        double[] h = new double[y.length];
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        for (int t = 0; t < settings.trees; t++) {
            for (int i = 0; i < y.length; i++) {
                double p = 1 / (1 + StrictMath.exp(-f[i]));
                g[i] = w[i] * (p - y[i]);
                h[i] = w[i] * p * (1 - p);
            }
            boolean[] in = new boolean[groups];
            for (int k = 0; k < groups; k++) {
                in[k] = random.nextDouble() < settings.rows;
            }
            tree(g, h, in, f);
        }
        return model.toString().lines().toList();
    }

    private void tree(double[] g, double[] h, boolean[] in, double[] f) {
        boolean[] use = new boolean[features];
        for (int k = 0; k < features; k++) {
            use[k] = random.nextDouble() < settings.columns;
        }
        List<float[]> nodes = new ArrayList<>();
        PriorityQueue<Leaf> open = new PriorityQueue<>((a, b) -> Double.compare(b.gain, a.gain));
        Leaf root = new Leaf();
        int n = 0;
        int[] rows = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            if (in[group[i]]) {
                rows[n++] = i;
            }
        }
        root.rows = Arrays.copyOf(rows, n);
        nodes.add(new float[4]);
        settle(root, histogram(root.rows, g, h, use), g, h, use, nodes);
        open.add(root);
        int leaves = 1;
        while (leaves < settings.leaves && !open.isEmpty()) {
            Leaf leaf = open.poll();
            if (leaf.feature < 0) {
                break;
            }
            split(leaf, g, h, use, nodes, open);
            leaves++;
        }
        write(nodes);
        for (int i = 0; i < y.length; i++) {
            int node = 0;
            while (nodes.get(node)[0] >= 0) {
                float[] at = nodes.get(node);
                node = (int) at[2] + (x[i][(int) at[0]] <= at[1] ? 0 : 1);
            }
            f[i] += nodes.get(node)[1];
        }
    }

    private double value(Leaf leaf) {
        return -settings.rate * leaf.g / (leaf.h + settings.lambda);
    }

    /** Sums a leaf up and finds its best split; its histogram is counted, or is what its sibling left of its parent's. */
    private void settle(Leaf leaf, double[] histogram, double[] g, double[] h, boolean[] use, List<float[]> nodes) {
        for (int i : leaf.rows) {
            leaf.g += g[i];
            leaf.h += h[i];
        }
        float[] node = nodes.get(leaf.node);
        node[0] = -1;
        node[1] = (float) value(leaf);
        node[3] = node[1];
        leaf.histogram = histogram;
        double parent = leaf.g * leaf.g / (leaf.h + settings.lambda);
        for (int f = 0; f < features; f++) {
            if (!use[f] || cuts[f].length == 0) {
                continue;
            }
            int cut = random.nextInt(cuts[f].length);
            double lg = 0;
            double lh = 0;
            for (int b = 0; b <= cut; b++) {
                lg += histogram[(f * BINS + b) * 2];
                lh += histogram[(f * BINS + b) * 2 + 1];
            }
            double rh = leaf.h - lh;
            if (lh < settings.minHessian || rh < settings.minHessian) {
                continue;
            }
            double rg = leaf.g - lg;
            double gain = lg * lg / (lh + settings.lambda) + rg * rg / (rh + settings.lambda) - parent;
            if (gain > leaf.gain + 1e-9) {
                leaf.gain = gain;
                leaf.feature = f;
                leaf.bin = cut;
            }
        }
    }

    private double[] histogram(int[] rows, double[] g, double[] h, boolean[] use) {
        double[] steps = new double[rows.length * 2];
        for (int k = 0; k < rows.length; k++) {
            steps[2 * k] = g[rows[k]];
            steps[2 * k + 1] = h[rows[k]];
        }
        double[] out = new double[features * BINS * 2];
        for (int f = 0; f < features; f++) {
            if (use[f] && cuts[f].length > 0) {
                byte[] column = binned[f];
                int from = f * BINS;
                for (int k = 0; k < rows.length; k++) {
                    int at = (from + column[rows[k]]) * 2;
                    out[at] += steps[2 * k];
                    out[at + 1] += steps[2 * k + 1];
                }
            }
        }
        return out;
    }

    private static double[] rest(double[] whole, double[] part) {
        double[] out = new double[whole.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = whole[i] - part[i];
        }
        return out;
    }

    private void split(
            Leaf leaf, double[] g, double[] h, boolean[] use, List<float[]> nodes, PriorityQueue<Leaf> open) {
        byte[] column = binned[leaf.feature];
        int n = 0;
        for (int i : leaf.rows) {
            n += column[i] <= leaf.bin ? 1 : 0;
        }
        Leaf left = new Leaf();
        Leaf right = new Leaf();
        left.rows = new int[n];
        right.rows = new int[leaf.rows.length - n];
        int a = 0;
        int b = 0;
        for (int i : leaf.rows) {
            if (column[i] <= leaf.bin) {
                left.rows[a++] = i;
            } else {
                right.rows[b++] = i;
            }
        }
        float[] node = nodes.get(leaf.node);
        node[0] = leaf.feature;
        node[1] = cuts[leaf.feature][leaf.bin];
        node[2] = nodes.size();
        left.node = nodes.size();
        right.node = nodes.size() + 1;
        nodes.add(new float[4]);
        nodes.add(new float[4]);
        boolean leftSmaller = left.rows.length < right.rows.length;
        double[] small = histogram(leftSmaller ? left.rows : right.rows, g, h, use);
        double[] large = rest(leaf.histogram, small);
        leaf.histogram = null;
        settle(left, leftSmaller ? small : large, g, h, use, nodes);
        settle(right, leftSmaller ? large : small, g, h, use, nodes);
        open.add(left);
        open.add(right);
    }

    private void write(List<float[]> nodes) {
        model.append("tree\n");
        for (float[] node : nodes) {
            model.append((int) node[0])
                    .append(' ')
                    .append(
                            node[0] < 0
                                    ? String.format(Locale.ROOT, "%.5f", node[1] / models)
                                    : Float.toString(node[1]))
                    .append(' ')
                    .append((int) node[2])
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%.5f", node[3] / models))
                    .append('\n');
        }
    }
}
