package newsmill.ingest.extract;

import static newsmill.ingest.extract.Feature.*;

import java.util.BitSet;
import java.util.List;

/** The rows of {@link Feature}s of a page's blocks while they are being measured, and what several kinds of them go by. */
final class FeatureRows {
    /** Phrases in longer blocks say nothing of them. */
    private static final int LONGEST_WITH_PHRASES = 80;

    final Blocks page;
    final List<Block> blocks;
    final float[][] all;
    /** The kinds of phrases in each block, as {@link Phrases#in} gives them. */
    final long[] phrases;
    /** Blocks that no judge is asked about: of these only what their neighbours, or the headline, are told by. */
    final BitSet furniture = new BitSet();

    FeatureRows(Blocks page) {
        this.page = page;
        this.blocks = page.all;
        this.all = new float[blocks.size()][COUNT];
        this.phrases = new long[blocks.size()];
        for (Block block : blocks) {
            phrases[block.index] = block.words <= LONGEST_WITH_PHRASES ? Phrases.in(block.text) : 0;
        }
    }

    void set(int block, Feature feature, double value) {
        all[block][feature.ordinal()] = (float) value;
    }

    void set(int block, Feature feature, boolean value) {
        all[block][feature.ordinal()] = value ? 1 : 0;
    }

    float of(int block, Feature feature) {
        return all[block][feature.ordinal()];
    }

    /** The words of prose in the block that are no link's. */
    static int prose(Block block) {
        return block.prose() ? block.words - block.linkWords : 0;
    }
}
