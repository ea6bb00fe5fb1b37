package newsmill.ingest.extract;

import java.util.List;

/**
 * A sum of small decision trees: the trained judge of blocks. Nodes lie in arrays; a leaf has feature -1 and its value
 * as threshold.
 */
final class BoostedTrees {
    /** The trees are grown in so many lots, each a judge of its own: the mean of several errs less than any. */
    static final int LOTS = 3;
    /** A block of which the first lot is this sure (in log odds) is not shown to the others. */
    private static final float SURE = 3;

    /** A node is four numbers side by side: feature, threshold, left child, mean. */
    private static final int FEATURE = 0;

    private static final int THRESHOLD = 1;
    private static final int LEFT = 2;
    /** The mean of the training rows that passed the node: what a step down the tree adds explains the verdict. */
    private static final int MEAN = 3;

    private final int[] roots;
    private final float[] nodes;
    private final float base;

    private BoostedTrees(float base, int[] roots, float[] nodes) {
        this.base = base;
        this.roots = roots;
        this.nodes = nodes;
    }

    /**
     * Reads a model: {@code base VALUE}, then a line {@code tree}, then for each node a line {@code feature threshold
     * left mean} (the right child follows the left), or {@code -1 value 0 mean} for a leaf.
     */
    static BoostedTrees read(List<String> lines) {
        float base = Float.parseFloat(lines.get(0).substring(5));
        int trees = 0;
        for (String line : lines) {
            trees += line.equals("tree") ? 1 : 0;
        }
        float[] nodes = new float[(lines.size() - 1 - trees) * 4];
        int[] roots = new int[trees];
        int tree = 0;
        int node = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals("tree")) {
                roots[tree++] = node;
                continue;
            }
            String[] part = line.split(" ");
            nodes[node + FEATURE] = Short.parseShort(part[0]);
            nodes[node + THRESHOLD] = Float.parseFloat(part[1]);
            nodes[node + LEFT] = roots[tree - 1] + 4 * Integer.parseInt(part[2]);
            nodes[node + MEAN] = Float.parseFloat(part[3]);
            node += 4;
        }
        return new BoostedTrees(base, roots, nodes);
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

    private float sum(float[] row, int from, int to) {
        float sum = 0;
        for (int tree = from; tree < to; tree++) {
            int node = roots[tree];
            while (nodes[node] >= 0) {
                node = child(row, node);
            }
            sum += nodes[node + THRESHOLD];
        }
        return sum;
    }

    private static float logistic(float logOdds) {
        return (float) (1 / (1 + StrictMath.exp(-logOdds)));
    }

    private int child(float[] row, int node) {
        return (int) nodes[node + LEFT] + (row[(int) nodes[node]] <= nodes[node + THRESHOLD] ? 0 : 4);
    }

    /** What each feature added to the sum, by feature. */
    float[] contributions(float[] row) {
        float[] out = new float[row.length];
        for (int root : roots) {
            int node = root;
            while (nodes[node] >= 0) {
                int next = child(row, node);
                out[(int) nodes[node]] += nodes[next + MEAN] - nodes[node + MEAN];
                node = next;
            }
        }
        return out;
    }
}
