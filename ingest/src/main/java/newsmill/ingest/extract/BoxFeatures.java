package newsmill.ingest.extract;

import static newsmill.ingest.extract.Feature.*;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each block is told by the boxes around it: their signs and tags, their words, prose, links and pictures. */
final class BoxFeatures {
    /** Stands for "no such box around". */
    private static final float NONE = 2;

    private static final float[] NO_SHARES = new float[FIRST_PHRASE - FIRST_SIGN];

    static {
        Arrays.fill(NO_SHARES, NONE);
    }

    /** The signs that are features; a site rule's marks are not. */
    private static final long KNOWN = (1L << ClassWords.Sign.values().length) - 1;

    private final Blocks page;
    private final FeatureRows rows;
    private final List<Block> blocks;
    private final Box core;
    /** Of each box, by its index, as what follows. */
    private final Outlook[] outlooks;

    /** Words of prose in the blocks that stand in a box's children, and in its grandchildren. */
    private final int[] childMass;

    private final int[] grandchildMass;
    /** Of the boxes of one shape: blocks, words, words in links, words of prose. */
    private final Map<Integer, float[]> shapes = new HashMap<>();

    BoxFeatures(FeatureRows rows) {
        this.rows = rows;
        this.page = rows.page;
        this.blocks = rows.blocks;
        this.outlooks = new Outlook[page.boxes.size()];
        this.childMass = new int[page.boxes.size()];
        this.grandchildMass = new int[page.boxes.size()];
        this.core = core(blocks, page.mass);
    }

    /** The smallest box that holds most of the prose: from the top down, as long as one child keeps two thirds. */
    private static Box core(List<Block> blocks, int mass) {
        Box best = null;
        for (Block block : blocks) {
            if (!block.prose()) {
                continue;
            }
            for (Box box = block.box; box != null; box = box.parent) {
                if (box.mass * 3L >= mass * 2L && box.blocks > 1) {
                    if (best == null || box.depth > best.depth) {
                        best = box;
                    }
                    break;
                }
            }
        }
        return best;
    }

    /** How much of the page's prose lies in the nearest box around that has each sign or tag. */
    void measure() {
        count();
        float mass = Math.max(1, page.mass);
        for (Block block : blocks) {
            int i = block.index;
            rows.set(i, IN_CORE, core != null && block.box.inside(core));
            if (rows.furniture.get(i)) {
                continue;
            }
            Outlook outlook = outlook(block.box, mass);
            System.arraycopy(outlook.shares, 0, rows.all[i], FIRST_SIGN, outlook.shares.length);
            mark(rows.all[i], FIRST_SIGN, block.inlineSigns, 0);
            rows.set(i, HALF_DISTANCE, outlook.half == null ? -1 : block.box.depth - outlook.half.depth);
            rows.set(i, DEPTH, block.box.depth);
            around(block, mass);
            things(block, mass);
            core(block, outlook.branch, mass);
        }
    }

    private void count() {
        for (Block block : blocks) {
            int own = FeatureRows.prose(block);
            if (block.box.parent != null) {
                childMass[block.box.parent.index] += own;
                if (block.box.parent.parent != null) {
                    grandchildMass[block.box.parent.parent.index] += own;
                }
            }
            float[] shape = shapes.computeIfAbsent(block.box.shape, s -> new float[4]);
            shape[0]++;
            shape[1] += block.words;
            shape[2] += block.linkWords;
            shape[3] += own;
        }
    }

    /**
     * What a block sees when it looks up from its box: found once for each box, from that of its parent, for a page may
     * nest deep.
     *
     * @param shares the part of the page's prose in the nearest box of each sign, then of each tag
     * @param half the nearest box with half of the prose
     * @param branch the box right below {@link #core}; or the core; or the page
     */
    private record Outlook(float[] shares, Box half, Box branch) {}

    private Outlook outlook(Box box, float mass) {
        Deque<Box> open = new ArrayDeque<>();
        Box up = box;
        while (up != null && outlooks[up.index] == null) {
            open.push(up);
            up = up.parent;
        }
        Outlook last = up == null ? null : outlooks[up.index];
        for (Box one : open) {
            last = outlook(one, last, mass);
            outlooks[one.index] = last;
        }
        return last;
    }

    private Outlook outlook(Box box, Outlook parent, float mass) {
        float[] shares = parent == null ? NO_SHARES : parent.shares;
        if ((box.signs & KNOWN) != 0 || box.tagBit >= 0) {
            shares = shares.clone();
            mark(shares, 0, box.signs, box.mass / mass);
            if (box.tagBit >= 0) {
                shares[FIRST_TAG - FIRST_SIGN + box.tagBit] = box.mass / mass;
            }
        }
        boolean half = parent == null || box.mass * 2L >= page.mass;
        boolean branch = parent == null || box == core || box.parent == core;
        return new Outlook(
                shares, half ? box.mass * 2L >= page.mass ? box : null : parent.half, branch ? box : parent.branch);
    }

    private static void mark(float[] row, int from, long signs, float share) {
        for (long rest = signs & KNOWN; rest != 0; rest &= rest - 1) {
            row[from + Long.numberOfTrailingZeros(rest)] = share;
        }
    }

    private void around(Block block, float mass) {
        int i = block.index;
        Box box = block.box;
        Box parent = box.parent == null ? box : box.parent;
        Box grand = parent.parent == null ? parent : parent.parent;
        rows.set(i, BOX_WORDS, box.words);
        rows.set(i, BOX_BLOCKS, box.blocks);
        rows.set(i, PARENT_DENSITY, (double) parent.linkWords / Math.max(1, parent.words));
        rows.set(i, PARENT_WORDS, parent.words);
        rows.set(i, PARENT_PROSE, parent.prose);
        rows.set(i, GRAND_DENSITY, (double) grand.linkWords / Math.max(1, grand.words));
        rows.set(i, KIN_MASS, Math.max(box.ownMass, childMass[parent.index]) / mass);
        rows.set(i, GRAND_KIN_MASS, grandchildMass[grand.index] / mass);
        rows.set(i, MASS_OWN_BOX, box.mass / mass);
        float[] shape = shapes.get(box.shape);
        rows.set(i, SHAPE_COUNT, shape[0]);
        rows.set(i, SHAPE_MASS, shape[3] / mass);
        rows.set(i, SHAPE_WORDS, shape[1] / shape[0]);
        rows.set(i, SHAPE_DENSITY, shape[2] / Math.max(1, shape[1]));
    }

    /** The smallest box around that also holds an image (a caption's holds little else), and the list it is part of. */
    private void things(Block block, float mass) {
        int i = block.index;
        Box box = block.box;
        Box image = box.withImage;
        boolean any = image.images > 0;
        rows.set(i, IMAGE_STEPS, any ? box.depth - image.depth : -1);
        rows.set(i, IMAGE_WORDS, any ? image.words - block.words : -1);
        rows.set(i, IMAGE_BLOCKS, any ? image.blocks : -1);
        rows.set(i, IMAGE_MASS, any ? image.mass / mass : NONE);
        int before = page.images.previousSetBit(i);
        int after = page.images.nextSetBit(i + 1);
        rows.set(i, SINCE_IMAGE, before < 0 ? 99 : Math.min(99, i - before));
        rows.set(i, UNTIL_IMAGE, after < 0 ? 99 : Math.min(99, after - i - 1));
        Box list = box.list;
        rows.set(i, LIST_WORDS, list == null ? -1 : list.words);
        rows.set(i, LIST_BLOCKS, list == null ? -1 : list.blocks);
        rows.set(i, LIST_DENSITY, list == null ? -1 : (double) list.linkWords / Math.max(1, list.words));
    }

    private void core(Block block, Box branch, float mass) {
        int i = block.index;
        if (core == null) {
            return;
        }
        boolean in = branch == core || branch.parent == core;
        rows.set(i, CORE_DISTANCE, in ? block.box.depth - branch.depth : -1);
        rows.set(i, CORE_BRANCH_MASS, in ? branch.mass / mass : -1);
    }
}
