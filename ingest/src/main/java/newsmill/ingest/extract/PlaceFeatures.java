package newsmill.ingest.extract;

import static newsmill.ingest.extract.Feature.*;

import java.util.List;

/** Where each block stands among the others: how far from prose, from the core of the page, from a heading; beside what. */
final class PlaceFeatures {
    /** The place from a core that the page does not have. */
    static final int NO_CORE = -99;

    /** Farther apart, two boxes have nothing to do with each other. */
    private static final int FARTHEST = 64;

    private final FeatureRows rows;
    private final List<Block> blocks;

    PlaceFeatures(FeatureRows rows) {
        this.rows = rows;
        this.blocks = rows.blocks;
    }

    /** How far the nearest prose is from each block; this tells furniture, and comes first. */
    void distances() {
        int sinceProse = 99;
        int wordsSince = 999;
        for (Block block : blocks) {
            rows.set(block.index, SINCE_PROSE, Math.min(99, sinceProse));
            rows.set(block.index, SINCE_PROSE_WORDS, Math.min(999, wordsSince));
            sinceProse = block.prose() ? 1 : sinceProse + 1;
            wordsSince = block.prose() ? 0 : wordsSince + block.words;
        }
        int untilProse = 99;
        int wordsUntil = 999;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            rows.set(i, UNTIL_PROSE, Math.min(99, untilProse));
            rows.set(i, UNTIL_PROSE_WORDS, Math.min(999, wordsUntil));
            untilProse = block.prose() ? 1 : untilProse + 1;
            wordsUntil = block.prose() ? 0 : wordsUntil + block.words;
            rows.set(i, WORDS, block.words);
            rows.set(i, LINK_DENSITY, block.linkDensity());
            rows.furniture.set(i, BodyText.isFurniture(rows.all[i]));
        }
    }

    /** The rest; it goes by the other kinds of features. */
    void measure() {
        places();
        neighbours();
        prose(1, PROSE_BEFORE_STEPS);
        prose(-1, PROSE_AFTER_STEPS);
    }

    private void places() {
        int count = blocks.size();
        float mass = Math.max(1, rows.page.mass);
        int before = 0;
        int titleAt = TitleFeatures.titleAt(rows.all);
        int firstCore = -1;
        int lastCore = -1;
        for (Block block : blocks) {
            int i = block.index;
            rows.set(i, POSITION, (double) i / count);
            rows.set(i, MASS_BEFORE, before / mass);
            rows.set(i, AFTER_TITLE, titleAt < 0 ? -99 : Math.max(-20, Math.min(40, i - titleAt)));
            before += FeatureRows.prose(block);
            rows.set(i, MASS_AFTER, (mass - before) / mass);
            if (rows.of(i, IN_CORE) > 0) {
                firstCore = firstCore < 0 ? i : firstCore;
                lastCore = i;
            }
            rows.set(i, PAGE_MASS, rows.page.mass);
            rows.set(i, PAGE_PROSE, rows.page.root.prose);
            rows.set(i, PAGE_DENSITY, (double) rows.page.root.linkWords / Math.max(1, rows.page.words));
            rows.set(i, PAGE_BLOCKS, count);
        }
        for (int i = 0; i < count; i++) {
            rows.set(i, CORE_POSITION, firstCore < 0 ? NO_CORE : Math.max(-20, Math.min(60, i - firstCore)));
            rows.set(i, CORE_LEFT, firstCore < 0 ? NO_CORE : Math.max(-20, Math.min(60, lastCore - i)));
        }
    }

    private void neighbours() {
        int section = -1;
        int heading = -1;
        for (Block block : blocks) {
            int i = block.index;
            if (!rows.furniture.get(i)) {
                near(i, i - 1, PREV_WORDS, PREV_DENSITY, PREV_PROSE, PREV_HEADING, PREV_KIN);
                near(i, i + 1, NEXT_WORDS, NEXT_DENSITY, NEXT_PROSE, NEXT_HEADING, NEXT_KIN);
                near(i, i - 2, PREV2_WORDS, PREV2_DENSITY, null, null, null);
                near(i, i + 2, NEXT2_WORDS, NEXT2_DENSITY, null, null, null);
                rows.set(i, PREV_PHRASES, i == 0 ? 0 : Integer.bitCount((int) rows.phrases[i - 1]));
                rows.set(i, NEXT_PHRASES, i + 1 == blocks.size() ? 0 : Integer.bitCount((int) rows.phrases[i + 1]));
                rows.set(i, SINCE_SECTION, section < 0 ? 99 : Math.min(99, i - section));
                rows.set(i, SECTION_PHRASES, section < 0 ? -1 : kind(rows.phrases[section]));
                rows.set(i, SINCE_HEADING, heading < 0 ? 99 : Math.min(99, i - heading));
                rows.set(i, HEADING_PHRASES, heading < 0 ? -1 : kind(rows.phrases[heading]));
            }
            if (block.words <= 8 && (rows.phrases[i] >>> 32) != 0) {
                section = i;
            }
            if (rows.of(i, HEADING) > 0) {
                heading = i;
            }
        }
    }

    private static int kind(long found) {
        int starts = (int) (found >>> 32);
        return starts == 0 ? -1 : Integer.numberOfTrailingZeros(starts);
    }

    private void near(int i, int j, Feature words, Feature density, Feature prose, Feature heading, Feature kinship) {
        boolean there = j >= 0 && j < blocks.size();
        Block other = there ? blocks.get(j) : null;
        rows.set(i, words, there ? other.words : -1);
        rows.set(i, density, there ? other.linkDensity() : -1);
        if (prose != null) {
            rows.set(i, prose, there && other.prose());
            rows.set(i, heading, there ? other.box.heading() : -1);
            Box own = blocks.get(i).box;
            rows.set(i, kinship, !there ? -1 : other.box == own ? 2 : other.box.parent == own.parent ? 1 : 0);
        }
    }

    /** How far up from each block the box lies that also holds the nearest prose on that side. */
    private void prose(int step, Feature steps) {
        boolean down = step > 0;
        Box prose = null;
        Box before = null;
        int up = -1;
        for (int i = down ? 0 : blocks.size() - 1; i >= 0 && i < blocks.size(); i += step) {
            Block block = blocks.get(i);
            up = prose == null ? -1 : block.box == before ? up : steps(block.box, prose);
            before = block.box;
            rows.set(i, steps, up);
            if (block.prose()) {
                before = block.box == prose ? before : null;
                prose = block.box;
            }
        }
    }

    private static int steps(Box from, Box to) {
        Box a = from;
        Box b = to;
        int up = 0;
        for (int k = 0; a != b && k < FARTHEST; k++) {
            if (a.depth >= b.depth) {
                a = a.parent;
                up++;
            } else {
                b = b.parent;
            }
        }
        return up;
    }
}
