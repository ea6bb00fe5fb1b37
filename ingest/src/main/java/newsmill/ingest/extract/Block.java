package newsmill.ingest.extract;

import java.util.List;
import java.util.Optional;

/** A run of text that stands by itself on the page: a paragraph, heading, list item, cell, label. */
final class Block {
    final Box box;
    final int index;
    final String text;
    /** Words; of scripts without spaces, half the characters. */
    final int words;

    final int linkWords;
    final int boldWords;
    final int italicWords;
    /** Links that begin in it. */
    final int links;
    /** What the names of the inline elements around nearly all of it say. */
    final long inlineSigns;
    /** True if a line break, not an element, parts it from the block before. */
    final boolean afterBreak;

    final int letters;
    final int digits;
    final int upper;
    final int punctuation;
    final int sentenceEnds;
    /** Words that begin with a capital letter. */
    final int capitals;

    final int commas;

    private final double linkDensity;
    private final boolean prose;

    Block(Box box, int index, String text, Tally tally, long inlineSigns, boolean afterBreak) {
        this.box = box;
        this.index = index;
        this.text = text;
        this.words = tally.words();
        this.linkWords = Math.min(words, tally.linkWords);
        this.boldWords = tally.boldWords;
        this.italicWords = tally.italicWords;
        this.links = tally.links;
        this.letters = tally.letters;
        this.digits = tally.digits;
        this.upper = tally.upper;
        this.punctuation = tally.punctuation;
        this.sentenceEnds = tally.sentenceEnds;
        this.capitals = tally.capitals;
        this.commas = tally.commas;
        this.inlineSigns = inlineSigns;
        this.afterBreak = afterBreak;
        this.linkDensity = words == 0 ? 0 : (double) linkWords / words;
        this.prose = words >= 10 && linkDensity < 0.4 && (sentenceEnds > 0 || words >= 20);
    }

    double linkDensity() {
        return linkDensity;
    }

    /** True if a box around it bears the sign. */
    boolean under(long sign) {
        return ((box.around | inlineSigns) & sign) != 0;
    }

    /** True if it reads like a paragraph of a story rather than a label. */
    boolean prose() {
        return prose;
    }

    /** The first paragraph of a story: what stands above it may be labels that passed for story. */
    static Optional<Block> firstProse(List<Block> story) {
        return story.stream().filter(Block::prose).findFirst();
    }

    /** Counts kept while a block's characters go by. */
    static final class Tally {
        int words;
        int ideographs;
        int linkWords;
        int boldWords;
        int italicWords;
        int links;
        int letters;
        int digits;
        int upper;
        int punctuation;
        int sentenceEnds;
        int classedWords;
        int capitals;
        int commas;

        int words() {
            return words + (ideographs + 1) / 2;
        }

        void clear() {
            words = ideographs = linkWords = boldWords = italicWords = links = letters = digits = upper = 0;
            punctuation = sentenceEnds = classedWords = capitals = commas = 0;
        }
    }
}
