package newsmill.ingest.extract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A sum of small decision trees: the trained judge of blocks. Nodes lie in arrays, the right child behind the left; a leaf
 * is its own left child and nothing lies to the right of its threshold, so that every walk down a tree may take as many
 * steps as the deepest and none has to ask whether it has arrived.
 */
final class BoostedTrees {
    /** The trees are grown in so many lots, each a judge of its own: the mean of several errs less than any. */
    static final int LOTS = 3;
    /** A block of which the first lot is this sure (in log odds) is not shown to the others. */
    private static final float SURE = 3;

    private final float base;
    private final int[] roots;
    private final int[] depths;

    private final int[] features;
    private final float[] thresholds;
    private final int[] lefts;
    /** What a leaf adds to the sum. */
    private final float[] values;
    /** The mean of the training rows that passed the node: what a step down the tree adds explains the verdict. */
    private final float[] means;

    private BoostedTrees(float base, int trees, int nodes) {
        this.base = base;
        this.roots = new int[trees];
        this.depths = new int[trees];
        this.features = new int[nodes];
        this.thresholds = new float[nodes];
        this.lefts = new int[nodes];
        this.values = new float[nodes];
        this.means = new float[nodes];
    }

    /**
     * Reads a model: {@code base VALUE}, then a line {@code tree}, then for each node a line {@code feature threshold
     * left mean} (the right child follows the left), or {@code -1 value 0 mean} for a leaf.
     */
    static BoostedTrees read(List<String> lines) {
        int trees = 0;
        for (String line : lines) {
            trees += line.equals("tree") ? 1 : 0;
        }
        float base = Float.parseFloat(lines.get(0).substring(5));
        BoostedTrees model = new BoostedTrees(base, trees, lines.size() - 1 - trees);
        int tree = 0;
        int node = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals("tree")) {
                model.roots[tree++] = node;
            } else {
                model.set(node++, model.roots[tree - 1], line.split(" "));
            }
        }
        int lot = trees / LOTS;
        model.sortByDepth(0, lot / 2);
        model.sortByDepth(lot / 2, lot);
        model.sortByDepth(lot, trees);
        return model;
    }

    /** Trees of one depth in a row: so those walked together end together, and their steps are guessed right. */
    private void sortByDepth(int from, int to) {
        int[] sorted = Arrays.stream(roots, from, to)
                .boxed()
                .sorted(Comparator.comparing(this::depth))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, roots, from, sorted.length);
        for (int tree = from; tree < to; tree++) {
            depths[tree] = depth(roots[tree]);
        }
    }

    private void set(int node, int root, String[] line) {
        int feature = Integer.parseInt(line[0]);
        float number = Float.parseFloat(line[1]);
        boolean leaf = feature < 0;
        features[node] = leaf ? 0 : feature;
        thresholds[node] = leaf ? Float.POSITIVE_INFINITY : number;
        lefts[node] = leaf ? node : root + Integer.parseInt(line[2]);
        values[node] = leaf ? number : 0;
        means[node] = Float.parseFloat(line[3]);
    }

    private boolean leaf(int node) {
        return lefts[node] == node;
    }

    private int depth(int node) {
        return leaf(node) ? 0 : 1 + Math.max(depth(lefts[node]), depth(lefts[node] + 1));
    }

    /** How likely a block with these features belongs to the story, 0 to 1; 0 if half a lot sees no hope for it. */
    float score(float[] row) {
        int lot = roots.length / LOTS;
        float sum = sum(row, 0, lot / 2);
        if (base + LOTS * sum < -SURE) {
            return 0;
        }
        sum += sum(row, lot / 2, lot);
        float first = base + LOTS * sum;
        return logistic(Math.abs(first) > SURE ? first : base + sum + sum(row, lot, roots.length));
    }

    /** Four trees at a time: no walk waits for another. */
    private float sum(float[] row, int from, int to) {
        float sum = 0;
        int tree = from;
        for (; tree + 3 < to; tree += 4) {
            int a = roots[tree];
            int b = roots[tree + 1];
            int c = roots[tree + 2];
            int d = roots[tree + 3];
            for (int steps = depths[tree + 3]; steps > 0; steps--) {
                a = child(row, a);
                b = child(row, b);
                c = child(row, c);
                d = child(row, d);
            }
            sum += values[a] + values[b];
            sum += values[c] + values[d];
        }
        for (; tree < to; tree++) {
            int node = roots[tree];
            for (int steps = depths[tree]; steps > 0; steps--) {
                node = child(row, node);
            }
            sum += values[node];
        }
        return sum;
    }

    private static float logistic(float logOdds) {
        return (float) (1 / (1 + StrictMath.exp(-logOdds)));
    }

    /** The right child where the feature is above the threshold, told by a sign: a branch here is often guessed wrong. */
    private int child(float[] row, int node) {
        return lefts[node] + (Float.floatToRawIntBits(thresholds[node] - row[features[node]]) >>> 31);
    }

    /** What each feature added to the sum, by feature. */
    float[] contributions(float[] row) {
        float[] out = new float[row.length];
        for (int root : roots) {
            int node = root;
            while (!leaf(node)) {
                int next = child(row, node);
                out[features[node]] += means[next] - means[node];
                node = next;
            }
        }
        return out;
    }
}
