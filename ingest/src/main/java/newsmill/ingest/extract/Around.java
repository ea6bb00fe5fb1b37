package newsmill.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the second look adds to a block's features: how the first look judged it, the blocks around it, and those that
 * stand in the same box or have the same shape.
 */
final class Around {
    private static final String[] NAMES = {
        "own",
        "before-1",
        "before-2",
        "before-3",
        "after-1",
        "after-2",
        "after-3",
        "mean-before-6",
        "mean-after-6",
        "most-before-6",
        "most-after-6",
        "story-before",
        "story-after",
        "same-box",
        "same-parent",
        "same-grandparent",
        "same-shape",
        "story-words",
        "gap-before",
        "gap-after"
    };
    static final int COUNT = NAMES.length;

    private Around() {}

    static String name(int index) {
        return "around:" + NAMES[index];
    }

    /** The first look's rows, each with the columns of the second look behind. */
    static float[][] of(List<Block> blocks, float[][] rows, float[] scores) {
        int n = blocks.size();
        float[] story = new float[n + 1];
        for (int i = 0; i < n; i++) {
            story[i + 1] = story[i] + scores[i] * blocks.get(i).words;
        }
        float all = Math.max(1, story[n]);
        Map<Box, float[]> boxes = new HashMap<>();
        Map<Integer, float[]> shapes = new HashMap<>();
        for (Block block : blocks) {
            float score = scores[block.index];
            Box box = block.box;
            for (int up = 0; up < 3 && box != null; up++, box = box.parent) {
                add(boxes.computeIfAbsent(box, b -> new float[2]), score, block.words);
            }
            add(shapes.computeIfAbsent(block.box.shape, s -> new float[2]), score, block.words);
        }
        int[] gapBefore = gaps(blocks, scores, false);
        int[] gapAfter = gaps(blocks, scores, true);
        float[][] out = new float[n][];
        for (int i = 0; i < n; i++) {
            float[] row = java.util.Arrays.copyOf(rows[i], Feature.COUNT + COUNT);
            int at = Feature.COUNT;
            row[at++] = scores[i];
            for (int d = 1; d <= 3; d++) {
                row[at++] = i >= d ? scores[i - d] : -1;
            }
            for (int d = 1; d <= 3; d++) {
                row[at++] = i + d < n ? scores[i + d] : -1;
            }
            at = windows(row, at, scores, i, n);
            row[at++] = story[i] / all;
            row[at++] = (story[n] - story[i + 1]) / all;
            Box box = blocks.get(i).box;
            for (int up = 0; up < 3; up++) {
                row[at++] = box == null ? -1 : mean(boxes.get(box));
                box = box == null ? null : box.parent;
            }
            row[at++] = mean(shapes.get(blocks.get(i).box.shape));
            row[at++] = all;
            row[at++] = gapBefore[i];
            row[at] = gapAfter[i];
            out[i] = row;
        }
        return out;
    }

    private static int windows(float[] row, int at, float[] scores, int i, int n) {
        float before = 0;
        float after = 0;
        float mostBefore = 0;
        float mostAfter = 0;
        for (int d = 1; d <= 6; d++) {
            float b = i >= d ? scores[i - d] : 0;
            float a = i + d < n ? scores[i + d] : 0;
            before += b;
            after += a;
            mostBefore = Math.max(mostBefore, b);
            mostAfter = Math.max(mostAfter, a);
        }
        row[at++] = before / 6;
        row[at++] = after / 6;
        row[at++] = mostBefore;
        row[at++] = mostAfter;
        return at;
    }

    /** Words between each block and the nearest one before (or after) it that was judged to be story. */
    private static int[] gaps(List<Block> blocks, float[] scores, boolean after) {
        int n = blocks.size();
        int[] out = new int[n];
        int gap = 9999;
        for (int k = 0; k < n; k++) {
            int i = after ? n - 1 - k : k;
            out[i] = Math.min(9999, gap);
            gap = scores[i] > 0.5 ? 0 : gap + blocks.get(i).words;
        }
        return out;
    }

    private static void add(float[] sum, float score, int words) {
        sum[0] += score * (words + 1);
        sum[1] += words + 1;
    }

    private static float mean(float[] sum) {
        return sum[1] == 0 ? 0 : sum[0] / sum[1];
    }
}
