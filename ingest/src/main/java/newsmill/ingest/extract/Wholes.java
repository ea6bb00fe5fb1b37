package newsmill.ingest.extract;

import java.util.HashMap;
import java.util.Map;

/**
 * What is story as a whole or not at all: the short lines of a list, the cells of a table, a quotation and its source. The
 * judge sees single blocks; half a list of ingredients serves nobody.
 */
final class Wholes {
    /** A list that holds more prose than one block in so many is a way to lay out paragraphs. */
    private static final int LINES_PER_PROSE = 4;

    /** A quotation of more blocks is a story within the story. */
    private static final int LONGEST_QUOTATION = 8;

    private static final int LONGEST_LIST = 40;

    /** What the blocks of one whole come to. */
    private static final class Sum {
        int words;
        float scores;

        void add(Block block, float score) {
            words += block.words;
            scores += score * block.words;
        }
    }

    private Wholes() {}

    /**
     * The scores of the page's blocks; those of one whole get their mean, by words. What stands above {@code beginning}, the
     * first paragraph, keeps its own: lists there are labels, some of which look like story.
     */
    static float[] level(Blocks page, float[] scores, int beginning) {
        Map<Box, Sum> sums = new HashMap<>();
        for (Block block : page.all.subList(beginning, page.all.size())) {
            Box whole = of(block);
            if (whole != null) {
                sums.computeIfAbsent(whole, box -> new Sum()).add(block, scores[block.index]);
            }
        }
        float[] out = scores.clone();
        for (Block block : page.all.subList(beginning, page.all.size())) {
            Sum sum = sums.get(of(block));
            if (sum != null) {
                out[block.index] = sum.scores / sum.words;
            }
        }
        return out;
    }

    /** The quotation that the block is part of, or the list of which it is a short line; or null. */
    static Box of(Block block) {
        for (Box up = block.box; up != null && up.blocks <= LONGEST_QUOTATION; up = up.parent) {
            if (up.tag.equals("blockquote")) {
                return up;
            }
        }
        Box list = block.words < BodyText.BRIEF ? block.box.list : null;
        return list != null && list.prose * LINES_PER_PROSE <= list.blocks ? list : null;
    }

    /** True if the block, the last before the list (may be null), says that it follows. */
    static boolean announces(Block block, Box list) {
        char last = block.text.charAt(block.text.length() - 1);
        boolean colon = last == ':' || last == '\uff1a';
        return colon && list != null && list.blocks <= LONGEST_LIST && !block.box.inside(list);
    }
}
