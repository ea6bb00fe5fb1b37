package newsmill.ingest.extract;

import java.util.List;

/**
 * A sum of small decision trees: the trained judge of blocks. Nodes lie in arrays; a leaf has feature -1 and its value
 * as threshold.
 */
final class BoostedTrees {
    /** The trees are grown in so many lots, each a judge of its own: the mean of several errs less than any. */
    static final int LOTS = 3;
    /** A block that the first lot finds this unlikely is not shown to the others: most of a page is menus and links. */
    private static final float HOPELESS = -3;

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

    /** How likely a block with these features belongs to the story, 0 to 1. */
    float score(float[] row) {
        float sum = base;
        for (int tree = 0; tree < roots.length; tree++) {
            if (tree * LOTS == roots.length && base + LOTS * (sum - base) < HOPELESS) {
                sum = base + LOTS * (sum - base);
                break;
            }
            int node = roots[tree];
            while (nodes[node] >= 0) {
                node = child(row, node);
            }
            sum += nodes[node + THRESHOLD];
        }
        return (float) (1 / (1 + StrictMath.exp(-sum)));
    }

    private int child(float[] row, int node) {
        return (int) nodes[node + LEFT] + (row[(int) nodes[node]] <= nodes[node + THRESHOLD] ? 0 : 4);
    }

    /** The same for many blocks. */
    float[] scores(float[][] rows) {
        float[] out = new float[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = score(rows[i]);
        }
        return out;
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
