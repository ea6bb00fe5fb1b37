package newsmill.ingest.extract;

import java.util.List;

/**
 * Where on the page, as its readers see it, the headline and the story stand: names and dates are looked for around them.
 *
 * @param page the blocks that the page shows, whatever its scripts hide
 * @param headline the block that is the headline, or where none is known, the one before the story; -1 if there is neither
 * @param titled true if the headline itself was found
 * @param first the first paragraph of the story, for labels above it may have passed for story; or -1 if the page does not
 *     show it
 * @param last the last block of the story, or -1
 * @param story the blocks of the story, shown or hidden
 */
record Layout(Blocks page, int headline, boolean titled, int first, int last, List<Block> story) {
    /** So far above its story stands no headline, but the name of the page in its frame. */
    private static final int FARTHEST = 40;

    /** So many blocks behind the first of the story its headline may still stand: behind a standfirst. */
    private static final int BEHIND = 2;

    /** {@code judged} is the block that the body's judge took for the headline, or -1. */
    static Layout of(Evidence evidence, Title.Found title, int judged, List<Block> story) {
        Blocks page = evidence.shown;
        boolean seen = !story.isEmpty() && !evidence.blocks.hidden;
        int first = seen ? Block.firstProse(story).orElse(story.get(0)).index : -1;
        int last = seen ? story.get(story.size() - 1).index : -1;
        boolean fits =
                !evidence.blocks.hidden && judged >= 0 && (first < 0 || judged <= last && judged >= first - FARTHEST);
        int headline = fits ? judged : title == null ? -1 : alike(page, title.text(), first);
        return new Layout(page, headline >= 0 ? headline : Math.max(-1, first - 1), headline >= 0, first, last, story);
    }

    /** The block that says what the title says, the nearest above the story; a heading before any other. */
    private static int alike(Blocks page, String title, int first) {
        String plain = Text.plain(title);
        int best = -1;
        int bestRank = 0;
        int end = first < 0 ? page.all.size() : Math.min(page.all.size(), first + BEHIND);
        for (Block block : page.all.subList(0, end)) {
            if (block.words > 40) {
                continue;
            }
            boolean heading = Html.heading(block.box.tag) > 0;
            String text = Text.plain(block.text);
            boolean same = text.equals(plain) || heading && Title.likeness(text, plain) >= 0.7;
            int rank = !same ? 0 : heading ? 2 : 1;
            if (rank > 0 && (rank > bestRank || rank == bestRank && first >= 0)) {
                best = block.index;
                bestRank = rank;
            }
        }
        return best;
    }

    /** True for what stands by the headline, or else anywhere but in a sidebar, a list or a comment. */
    boolean near(Clue clue) {
        return clue.near(headline, page.mass);
    }

    /** True for what belongs to another article, a comment or the page's frame. */
    boolean elsewhere(Clue clue) {
        return clue.elsewhere(page.mass);
    }

    /** True for what stands no more than this many blocks above or behind the headline. */
    boolean within(Clue clue, int above, int behind) {
        return headline >= 0 && clue.at() >= headline - above && clue.at() <= headline + behind;
    }
}
