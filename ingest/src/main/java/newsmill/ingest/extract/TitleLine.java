package newsmill.ingest.extract;

import java.util.List;

/** Finds the line that readers see as the headline where it is no h1 and the title element has the house's name in it. */
final class TitleLine {
    private static final int LONGEST = 40;
    /** In words: shorter lines may be kickers. */
    private static final int SHORTEST = 3;

    private TitleLine() {}

    /**
     * A line above the story that is the title but for what stands before or behind a bar. Or, where the title is one word, as
     * no headline but many a house's name is, and stands in the page's frame, the heading next to the story. Null if there
     * is neither; {@code title} may be null.
     */
    static String of(String title, Evidence evidence, List<Block> story) {
        Block first = title == null || evidence.blocks.hidden
                ? null
                : Block.firstProse(story).orElse(null);
        if (first == null) {
            return null;
        }
        List<Block> above = evidence.blocks.all.subList(0, first.index);
        for (Block block : above) {
            if (block.words >= SHORTEST && block.words <= LONGEST && Title.isPartOf(block.text, title)) {
                return block.text;
            }
        }
        boolean house = title.indexOf(' ') < 0 && above.stream().anyMatch(block -> block.text.equals(title));
        for (int i = first.index - 1; house && i >= Math.max(0, first.index - Title.ABOVE); i--) {
            Block block = above.get(i);
            if (block.box.heading() > 0 && !block.text.equals(title)) {
                return block.text;
            }
        }
        return null;
    }
}
