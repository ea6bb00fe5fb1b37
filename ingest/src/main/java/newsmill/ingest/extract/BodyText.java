package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the blocks that are the story: two looks of the trained judge, then what no judge of single blocks can see. */
final class BodyText {
    private static final BoostedTrees FIRST = BoostedTrees.read(Resources.lines("blocks-1.model"));
    private static final BoostedTrees SECOND = BoostedTrees.read(Resources.lines("blocks-2.model"));
    private static final float ENOUGH = 0.5f;

    private BodyText() {}

    /** The features of each block with what the first look made of it and its surroundings. */
    static float[][] secondLook(Blocks page, float[][] rows) {
        return Around.of(page.all, rows, scores(FIRST, rows));
    }

    /** How likely each block is story, 0 to 1, from the rows of the second look. */
    static float[] judge(float[][] secondLook) {
        return scores(SECOND, secondLook);
    }

    /** What each feature of a row of the second look adds to its verdict. */
    static float[] contributions(float[] row) {
        return SECOND.contributions(row);
    }

    private static float[] scores(BoostedTrees trees, float[][] rows) {
        float[] out = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = trees.score(rows[i]);
        }
        return out;
    }

    /** The blocks to keep: those judged to be story, once each, without the headline. */
    static List<Block> choose(Blocks page, float[][] rows, float[] scores) {
        List<Block> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Block block : page.all) {
            boolean story = scores[block.index] > ENOUGH && !headline(rows[block.index]);
            if (story && (block.words < 8 || seen.add(block.text))) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean headline(float[] row) {
        return row[Feature.HEADING.ordinal()] == 1
                && row[Feature.TITLE_COVER.ordinal()] > 0.9
                && row[Feature.TITLE_SHARE.ordinal()] > 0.9;
    }

    /** The paragraphs of the blocks, separated by blank lines; the cells of a table's row stay on one line. */
    static String text(List<Block> kept) {
        StringBuilder out = new StringBuilder();
        Block before = null;
        for (Block block : kept) {
            if (before != null) {
                out.append(sameRow(before, block) ? " " : "\n\n");
            }
            out.append(block.text);
            before = block;
        }
        return out.toString();
    }

    private static boolean sameRow(Block a, Block b) {
        return cell(a) && cell(b) && a.box != b.box && a.box.parent == b.box.parent;
    }

    private static boolean cell(Block block) {
        return (block.box.tag.equals("td") || block.box.tag.equals("th")) && block.words < 20;
    }
}
