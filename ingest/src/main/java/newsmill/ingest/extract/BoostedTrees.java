package newsmill.ingest.extract;

import java.util.List;

/**
 * A sum of small decision trees: the trained judge of blocks. Nodes lie in arrays; a leaf has feature -1 and its value
 * as threshold.
 */
final class BoostedTrees {
    private final int[] roots;
    private final short[] feature;
    private final float[] threshold;
    private final int[] left;
    /** The mean of the training rows that passed each node: what a step down the tree adds explains the verdict. */
    private final float[] mean;

    private final float base;

    private BoostedTrees(float base, int[] roots, short[] feature, float[] threshold, int[] left, float[] mean) {
        this.base = base;
        this.roots = roots;
        this.feature = feature;
        this.threshold = threshold;
        this.left = left;
        this.mean = mean;
    }

    /**
     * Reads a model: {@code base VALUE}, then a line {@code tree}, then for each node a line {@code feature threshold
     * left mean} (the right child follows the left), or {@code -1 value 0 mean} for a leaf.
     */
    static BoostedTrees read(List<String> lines) {
        float base = Float.parseFloat(lines.get(0).substring(5));
        int nodes = 0;
        int trees = 0;
        for (String line : lines) {
            trees += line.equals("tree") ? 1 : 0;
        }
        nodes = lines.size() - 1 - trees;
        int[] roots = new int[trees];
        short[] feature = new short[nodes];
        float[] threshold = new float[nodes];
        int[] left = new int[nodes];
        float[] mean = new float[nodes];
        int tree = 0;
        int node = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals("tree")) {
                roots[tree++] = node;
                continue;
            }
            String[] part = line.split(" ");
            feature[node] = Short.parseShort(part[0]);
            threshold[node] = Float.parseFloat(part[1]);
            left[node] = roots[tree - 1] + Integer.parseInt(part[2]);
            mean[node] = Float.parseFloat(part[3]);
            node++;
        }
        return new BoostedTrees(base, roots, feature, threshold, left, mean);
    }

    /** How likely a block with these features belongs to the story, 0 to 1. */
    float score(float[] row) {
        float sum = base;
        for (int root : roots) {
            int node = root;
            while (feature[node] >= 0) {
                node = left[node] + (row[feature[node]] <= threshold[node] ? 0 : 1);
            }
            sum += threshold[node];
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    /** What each feature added to the sum, by feature. */
    float[] contributions(float[] row) {
        float[] out = new float[row.length];
        for (int root : roots) {
            int node = root;
            while (feature[node] >= 0) {
                int next = left[node] + (row[feature[node]] <= threshold[node] ? 0 : 1);
                out[feature[node]] += mean[next] - mean[node];
                node = next;
            }
        }
        return out;
    }
}
