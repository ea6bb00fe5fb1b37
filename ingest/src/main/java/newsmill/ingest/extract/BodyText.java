package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the blocks that are the story: those the trained judge keeps, then what no judge of single blocks can see. */
final class BodyText {
    private static final BoostedTrees JUDGE = BoostedTrees.read(Resources.lines("blocks.model"));
    /** A block with a higher score is story, as far as the judge goes by the block alone. */
    static final float ENOUGH = 0.5f;
    /**
     * Headings, list items and cells in a story that has begun, and a paragraph beside one of it: too many are left out. A
     * short line alone in a box with a picture is its caption and needs more.
     */
    private static final float ENOUGH_WITHIN = 0.4f;

    /** A list behind a line of the story that ends with a colon. */
    private static final float ENOUGH_IF_ANNOUNCED = 0.1f;
    /** A heading in the middle of a story, or the line to open a part of it, right above a block that is story. */
    private static final float ENOUGH_IF_HEADING = 0.15f;
    /** A post of a social network that the story quotes: it reads like none. */
    private static final float ENOUGH_IF_QUOTED = 0.05f;
    /** A box with a larger part of the page's prose is no box beside the story. */
    private static final int FACTS_PART = 2;
    /** With more of its words in captions than one in so many, a page is a gallery. */
    private static final int WORDS_PER_CAPTION_WORD = 2;

    /** How far up from a text the box may lie that is called a caption. */
    private static final int CAPTION_STEPS = 3;

    /** From here on a line of an announced list, or a heading, is a link to another story. */
    private static final float LINKED = 0.8f;

    /** Fewer words are a label, a heading or a line of a list rather than a paragraph. */
    static final int BRIEF = 8;

    /** Where no block is likely, half of this is the least that is taken for story. */
    private static final float LEAST = 0.2f;
    /** A story found in a script has no page around it to tell it from. */
    private static final float ENOUGH_IF_HIDDEN = 0.02f;
    /** Shorter texts may come again in any story. */
    private static final int SHORTEST_REPEATED = 8;
    /** Fewer words stand in any description. */
    private static final int FEWEST_DESCRIBED = 7;
    /** So many blocks away lies prose that has nothing to do with a link. */
    private static final int FAR = 4;

    private BodyText() {}

    /** How likely each block is story, 0 to 1, by its features. */
    static float[] judge(float[][] rows) {
        return judge(rows, JUDGE);
    }

    /** The same as this judge sees it. */
    static float[] judge(float[][] rows, BoostedTrees judge) {
        float[] out = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = isFurniture(rows[i]) ? 0 : judge.score(rows[i]);
        }
        return out;
    }

    /** True for links far from any prose, half of what stands on a page: no judge is asked or taught about these. */
    static boolean isFurniture(float[] row) {
        return row[Feature.LINK_DENSITY.ordinal()] > 0.95
                && row[Feature.WORDS.ordinal()] < BRIEF
                && row[Feature.SINCE_PROSE.ordinal()] > FAR
                && row[Feature.UNTIL_PROSE.ordinal()] > FAR;
    }

    /** What each feature of a block adds to its verdict. */
    static float[] contributions(float[] row) {
        return JUDGE.contributions(row);
    }

    /** The blocks to keep: those judged to be story, once each, without the headlines and the labels of advertisements. */
    static List<Block> choose(Blocks page, float[][] rows, float[] scores) {
        List<Block> kept = new ArrayList<>();
        Map<String, Box> seen = new HashMap<>();
        boolean[] likely = likely(page, scores);
        for (Block block : page.all) {
            float[] row = rows[block.index];
            boolean story = likely[block.index] && !headline(row, block) && !subheadline(row);
            if (story && !Edges.label(block) && !repeated(block, seen)) {
                kept.add(block);
            }
        }
        return kept.isEmpty() ? leastUnlikely(page, scores) : Edges.trim(page, kept, scores);
    }

    /** For a page of prose none of which is likely: what comes nearest. */
    private static List<Block> leastUnlikely(Blocks page, float[] scores) {
        float best = LEAST;
        for (Block block : page.all) {
            best = block.prose() ? Math.max(best, scores[block.index]) : best;
        }
        float enough = best / 2;
        return page.all.stream()
                .filter(block -> block.prose() && scores[block.index] > enough)
                .toList();
    }

    /**
     * Which blocks are story, as far as the judge goes. A story found in a script has no page around to tell it from: of it,
     * all counts that is neither hopeless nor a caption.
     */
    static boolean[] likely(Blocks page, float[] scores) {
        boolean[] out = new boolean[scores.length];
        if (page.hidden) {
            page.all.forEach(
                    block -> out[block.index] = scores[block.index] > 0 && !block.under(ClassWords.Sign.CAPTION.bit()));
            return out;
        }
        int beginning = beginning(page, scores);
        float[] levelled = Wholes.level(page, scores, beginning);
        Box announced = null;
        Box last = page.root;
        for (Block block : page.all) {
            int i = block.index;
            if (i > beginning && out[i - 1] && Wholes.announces(page.all.get(i - 1), block.box.list)) {
                announced = block.box.list;
            }
            boolean told = announced != null && block.box.inside(announced) && block.linkDensity() < LINKED;
            boolean aboveStory = i + 1 < levelled.length && levelled[i + 1] > ENOUGH;
            if (i <= beginning) {
                out[i] = levelled[i] > ENOUGH;
            } else {
                float enough = enough(block, out[i - 1] ? page.all.get(i - 1) : null, aboveStory);
                enough = told ? ENOUGH_IF_ANNOUNCED : quotes(last, block) ? ENOUGH_IF_QUOTED : enough;
                out[i] = levelled[i] > enough && !amongFacts(page, block);
            }
            last = out[i] ? block.box : last;
        }
        leaveCaptions(page, out);
        return out;
    }

    /** True for a post of a social network that stands where the story, whose last box is given, has just been going on. */
    private static boolean quotes(Box story, Block block) {
        Box post = Wholes.of(block);
        return post != null && BoxNames.POST.call(post) && story.inside(post.parent);
    }

    /** True for what stands in a small box that is called one of facts. */
    private static boolean amongFacts(Blocks page, Block block) {
        for (Box up = block.box; up != null && up.mass * FACTS_PART < page.mass; up = up.parent) {
            if (BoxNames.FACTS.call(up)) {
                return true;
            }
        }
        return false;
    }

    /** Captions are none of the story, however much they read like it, unless the page tells it in them. */
    private static void leaveCaptions(Blocks page, boolean[] likely) {
        List<Block> captions = new ArrayList<>();
        int words = 0;
        int inCaptions = 0;
        for (Block block : page.all) {
            if (likely[block.index]) {
                words += block.words;
                if (block.box.heading() == 0 && caption(block.box)) {
                    inCaptions += block.words;
                    captions.add(block);
                }
            }
        }
        if (inCaptions * WORDS_PER_CAPTION_WORD <= words) {
            captions.forEach(block -> likely[block.index] = false);
        }
    }

    /** True for a box that is called a caption, or lies close within one. */
    private static boolean caption(Box box) {
        Box up = box;
        for (int steps = 0; up != null && steps < CAPTION_STEPS; steps++) {
            if (up.tag.equals("figcaption") || BoxNames.CAPTION.call(up)) {
                return true;
            }
            up = up.parent;
        }
        return false;
    }

    /** What is enough behind the first paragraph; {@code before} is the block right before if it is story, else null. */
    private static float enough(Block block, Block before, boolean aboveStory) {
        boolean heading = block.box.heading() > 1 || block.box.tag.equals("summary");
        if (aboveStory && heading && block.linkDensity() < LINKED) {
            return ENOUGH_IF_HEADING;
        }
        boolean goesOn = before != null
                && before.prose()
                && block.prose()
                && before.box.parent == block.box.parent
                && before.box.shape == block.box.shape;
        boolean withPicture = block.box.images > 0 && block.box.blocks == 1;
        return goesOn || block.words < BRIEF && !withPicture ? ENOUGH_WITHIN : ENOUGH;
    }

    /** Where the first paragraph of the story stands. What is short above it is a label more often than not. */
    private static int beginning(Blocks page, float[] scores) {
        for (Block block : page.all) {
            if (block.prose() && scores[block.index] > ENOUGH) {
                return block.index;
            }
        }
        return page.all.size();
    }

    /** True for a text that stood elsewhere before: a teaser, a quotation set large. Lines side by side may repeat. */
    private static boolean repeated(Block block, Map<String, Box> seen) {
        if (block.words < SHORTEST_REPEATED) {
            return false;
        }
        Box before = seen.putIfAbsent(block.text, block.box.parent);
        return before != null && before != block.box.parent;
    }

    /** True for a heading that is the page's title, and for a line above the story that is most of it. */
    private static boolean headline(float[] row, Block block) {
        boolean heading = row[Feature.HEADING.ordinal()] == 1 && row[Feature.TITLE_SHARE.ordinal()] > 0.9;
        boolean line = row[Feature.HEADING.ordinal()] == 0
                && row[Feature.TITLE_SHARE.ordinal()] > 0.5
                && row[Feature.MASS_BEFORE.ordinal()] == 0
                && !block.prose();
        return (heading || line) && row[Feature.TITLE_COVER.ordinal()] > 0.9;
    }

    /**
     * True for a heading apart from the story and above it that says what the page gives as its description: there it is
     * kept. A standfirst that is set as a paragraph is where readers begin.
     */
    private static boolean subheadline(float[] row) {
        float fromCore = row[Feature.CORE_POSITION.ordinal()];
        return row[Feature.HEADING.ordinal()] > 0
                && fromCore < 0
                && fromCore != PlaceFeatures.NO_CORE
                && row[Feature.WORDS.ordinal()] >= FEWEST_DESCRIBED
                && row[Feature.DESCRIPTION_COVER.ordinal()] > 0.6;
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
