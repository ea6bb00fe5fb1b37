package newsmill.ingest.extract;

import static newsmill.ingest.extract.Feature.*;

import java.util.BitSet;
import java.util.List;

/** How each block lies to the headline, and whether it belongs to that of another story. */
final class TitleFeatures {
    private final FeatureRows rows;
    private final List<Block> blocks;
    private final BitSet aroundTitle = new BitSet();
    private final Box[] meets;
    /** Boxes of few blocks around a heading that is a link. */
    private final BitSet linkedHeadings = new BitSet();

    TitleFeatures(FeatureRows rows) {
        this.rows = rows;
        this.blocks = rows.blocks;
        this.meets = new Box[rows.page.boxes.size()];
        for (Block block : blocks) {
            if (block.linkDensity() > 0.8 && block.box.heading() > 0) {
                Box up = block.box;
                for (int k = 0; k < 3 && up != null && up.blocks <= 8; k++, up = up.parent) {
                    linkedHeadings.set(up.index);
                }
            }
        }
    }

    /** The block that shows the headline: the first heading that has most of its words, or else any such block. */
    static int titleAt(float[][] rows) {
        int fallback = -1;
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            if (row[TITLE_SHARE.ordinal()] >= 0.7 && row[TITLE_COVER.ordinal()] >= 0.7) {
                if (row[HEADING.ordinal()] == 1) {
                    return i;
                }
                fallback = fallback < 0 ? i : fallback;
            }
        }
        return fallback;
    }

    /** How each block lies to the headline: the smallest box around both, and what stands between them. */
    void measure() {
        int titleAt = titleAt(rows.all);
        Box title = titleAt < 0 ? null : blocks.get(titleAt).box;
        for (Box up = title; up != null; up = up.parent) {
            aroundTitle.set(up.index);
        }
        float mass = Math.max(1, rows.page.mass);
        int prose = 0;
        int headings = 0;
        int dates = 0;
        boolean described = false;
        for (Block block : blocks) {
            int i = block.index;
            float[] row = rows.all[i];
            if (i == titleAt) {
                prose = headings = dates = 0;
            }
            rows.set(i, PROSE_SINCE_TITLE, titleAt < 0 ? -1 : prose / mass);
            rows.set(i, LINKED_HEADINGS, Math.min(20, headings));
            rows.set(i, DATES_BETWEEN, Math.min(20, dates));
            rows.set(i, DESCRIPTION_BEFORE, described);
            rows.set(i, CARD, card(block.box));
            if (title != null) {
                meet(block, title, mass);
            }
            prose += FeatureRows.prose(block);
            headings += row[HEADING.ordinal()] > 0 && row[LINK_DENSITY.ordinal()] > 0.8 ? 1 : 0;
            dates += block.words < 12 && row[HAS_YEAR.ordinal()] > 0 && block.digits * 4 > block.letters ? 1 : 0;
            described |= block.words > 6 && row[DESCRIPTION_COVER.ordinal()] > 0.9;
        }
    }

    /** The smallest box around both: the first around the block that is also around the title. */
    private void meet(Block block, Box title, float mass) {
        Box meet = block.box;
        while (!aroundTitle.get(meet.index) && meets[meet.index] == null) {
            meet = meet.parent;
        }
        meet = meets[meet.index] == null ? meet : meets[meet.index];
        for (Box up = block.box; up != meet && meets[up.index] == null; up = up.parent) {
            meets[up.index] = meet;
        }
        rows.set(block.index, TITLE_MEET_MASS, meet.mass / mass);
        rows.set(block.index, TITLE_MEET_BLOCKS, (double) meet.blocks / blocks.size());
        rows.set(block.index, TITLE_MEET_STEPS, block.box.depth - meet.depth);
        rows.set(block.index, TITLE_STEPS, title.depth - meet.depth);
    }

    /** 1 or 2 if the box, or the one around it, holds a heading that is a link: the card of another story. */
    private int card(Box box) {
        return linkedHeadings.get(box.index) ? 1 : box.parent != null && linkedHeadings.get(box.parent.index) ? 2 : 0;
    }
}
