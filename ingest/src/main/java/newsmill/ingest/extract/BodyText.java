package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the blocks that are the story: those the trained judge keeps, then what no judge of single blocks can see. */
final class BodyText {
    private static final BoostedTrees JUDGE = BoostedTrees.read(Resources.lines("blocks.model"));
    private static final float ENOUGH = 0.5f;
    /** A story found in a script has no page around it to tell it from. */
    private static final float ENOUGH_IF_HIDDEN = 0.02f;

    private BodyText() {}

    /** How likely each block is story, 0 to 1, by its features. */
    static float[] judge(float[][] rows) {
        float[] out = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = JUDGE.score(rows[i]);
        }
        return out;
    }

    /** What each feature of a block adds to its verdict. */
    static float[] contributions(float[] row) {
        return JUDGE.contributions(row);
    }

    /** The blocks to keep: those judged to be story, once each, without the headline. */
    static List<Block> choose(Blocks page, float[][] rows, float[] scores) {
        float enough = page.hidden ? ENOUGH_IF_HIDDEN : ENOUGH;
        List<Block> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Block block : page.all) {
            boolean story = scores[block.index] > enough && !headline(rows[block.index]);
            if (story && (block.words < 8 || seen.add(block.text))) {
                kept.add(block);
            }
        }
        return kept.isEmpty() ? kept : Edges.trim(page, kept);
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
