package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes from the ends of a story what stands directly before or after it: headlines, reading times and bylines above; credits,
 * biographies, invitations, comments and legal notes below. What lies in the middle is left alone.
 */
final class Edges {
    private static final Map<String, List<String>> PHRASES = new HashMap<>();
    /** A story's own last paragraph may well be longer, and mention anything. */
    private static final int LONGEST_AFTER = 90;

    /** Paragraphs with a higher score that some phrase would have taken off the end were story in three cases of four. */
    private static final float SURE = 0.9f;

    private static final int LONGEST_BEFORE = 14;
    private static final int LONGEST_LABEL = 8;
    /** Beside an address for letters: a name, an office, a form of address. */
    private static final int LONGEST_NAME = 5;

    /** Behind a share bar at least this part of the story must already have passed. */
    private static final double PASSED = 0.6;

    private static final int MOST_SHARE_BARS = 2;
    /** A foot with a larger part of the page's prose is no foot. */
    private static final int FRAME_TENTHS = 5;
    /** The same for a prompt. */
    private static final int PROMPT_TENTHS = 2;

    private static final int LONGEST_PROMPT = 80;

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(\\.[\\w-]{1,64}){1,4}");

    static {
        for (String line : Resources.lines("edges.txt")) {
            int colon = line.indexOf(':');
            PHRASES.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).stripLeading().split("\\|")));
        }
    }

    private Edges() {}

    /** The story without such ends; of a paragraph at its end, phrases do not outweigh a judge that is sure. */
    static List<Block> trim(Blocks page, List<Block> story, float[] scores) {
        List<Block> out = BesideStory.without(page, inPlace(page, story));
        cutBehindShareBar(page, out);
        int last = out.size();
        while (last > 1 && endsNot(out.get(last - 1), scores)) {
            last--;
        }
        int first = 0;
        while (first < last - 1 && before(out.get(first))) {
            first++;
        }
        return withoutLabels(page, out.subList(first, last));
    }

    /** The story without the labels among what stands above its first paragraph, and the lines of lists that hold one. */
    private static List<Block> withoutLabels(Blocks page, List<Block> story) {
        Block last = story.get(story.size() - 1);
        int begin = Block.firstProse(story).orElse(last).index;
        Set<Box> lists = story.stream()
                .filter(block -> block.index < begin)
                .map(Wholes::of)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Box> bars = page.all.subList(0, lists.isEmpty() ? 0 : begin).stream()
                .filter(block -> lists.contains(Wholes.of(block)) && (label(block) || before(block)))
                .map(Wholes::of)
                .collect(Collectors.toSet());
        return story.stream()
                .filter(block -> block.index >= begin || !before(block) && !bars.contains(Wholes.of(block)))
                .toList();
    }

    /**
     * The story without consent layers and without what stands elsewhere; if that would leave little, a name says what it
     * does not mean and only the consent layers go.
     */
    private static List<Block> inPlace(Blocks page, List<Block> story) {
        Block first = story.stream()
                .filter(block -> !block.under(ClassWords.Sign.CONSENT.bit()))
                .findFirst()
                .orElse(story.get(0));
        Set<Box> aroundFirst = new HashSet<>();
        for (Box up = first.box; up != null; up = up.parent) {
            aroundFirst.add(up);
        }
        List<Block> shown = without(story, aroundFirst, box -> box.has(ClassWords.Sign.CONSENT));
        List<Block> here = without(shown, aroundFirst, box -> elsewhere(page, box));
        return words(here) * 2 < words(shown) ? shown : here;
    }

    /** The blocks around which no such box lies, but for boxes in which the story begins. */
    private static List<Block> without(List<Block> story, Set<Box> aroundFirst, Predicate<Box> unwanted) {
        List<Block> out = new ArrayList<>();
        for (Block block : story) {
            Box box = block.box;
            while (!aroundFirst.contains(box) && !unwanted.test(box)) {
                box = box.parent;
            }
            if (aroundFirst.contains(box)) {
                out.add(block);
            }
        }
        return out;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.words).sum();
    }

    /** True for a box named for comments, one that asks readers to sign up, and the foot or the menu of the page. */
    private static boolean elsewhere(Blocks page, Box box) {
        boolean frame = box.tag.equals("footer") || box.tag.equals("nav") || box.has(ClassWords.Sign.FOOTER);
        boolean foot = frame && box.mass * 10L < page.mass * FRAME_TENTHS && !quote(box);
        return foot || prompt(page, box) || box.has(ClassWords.Sign.COMMENT);
    }

    /** True for a small box that is named for a newsletter or has few words around a field to fill in. */
    private static boolean prompt(Blocks page, Box box) {
        boolean asks = box.has(ClassWords.Sign.NEWSLETTER) || box.fields > 0 && box.words <= LONGEST_PROMPT;
        return asks && box.mass * 10L < page.mass * PROMPT_TENTHS;
    }

    /** The footer of a quotation names its speaker. */
    private static boolean quote(Box box) {
        return box.parent != null && (box.parent.tag.equals("blockquote") || box.parent.tag.equals("figure"));
    }

    /**
     * A line that only says "Share" late in the page ends the story, if what follows is little beside it; unless there are
     * more of them than one above and one below: then each ends a post of a live blog.
     */
    private static void cutBehindShareBar(Blocks page, List<Block> story) {
        if (page.all.stream().filter(Edges::shareBar).count() > MOST_SHARE_BARS) {
            return;
        }
        int all = words(story);
        int passed = 0;
        int k = 0;
        for (Block block : story) {
            if (passed >= all * PASSED && shareBarBetween(page, k == 0 ? block : story.get(k - 1), block)) {
                story.subList(k, story.size()).clear();
                return;
            }
            passed += block.words;
            k++;
        }
    }

    /** True for a line that is only the label of an advertisement or a button, wherever it stands. */
    static boolean label(Block block) {
        return block.words <= LONGEST_LABEL && PHRASES.get("label").contains(Text.plain(block.text));
    }

    private static boolean shareBarBetween(Blocks page, Block before, Block block) {
        for (int i = Math.max(before.index + 1, block.index - 6); i <= block.index; i++) {
            if (shareBar(page.all.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean shareBar(Block block) {
        return block.words <= 2 && SHARE_BARS.contains(Text.plain(block.text));
    }

    private static final Set<String> SHARE_BARS = Set.of(
            "share",
            "share this",
            "teilen",
            "partager",
            "compartir",
            "compartilhar",
            "condividi",
            "delen",
            "поделиться",
            "udostępnij",
            "sdílet",
            "paylaş");

    /** True for what follows the story, and for a heading that was only likely for what stood below it. */
    private static boolean endsNot(Block last, float[] scores) {
        float score = scores[last.index];
        boolean heading = last.box.heading() > 1 && score <= BodyText.ENOUGH;
        boolean sure = last.words > LONGEST_BEFORE && score > SURE;
        return heading || disclaims(last) || after(last) && !sure || signs(last);
    }

    /** True for the house's word that a text is not its own; it reads like a sentence of the story to any judge. */
    private static boolean disclaims(Block block) {
        return block.words <= LONGEST_AFTER && says("disclaimer", block.text.toLowerCase(Locale.ROOT));
    }

    /** True for a line of nothing but a full name in bold or italics: the writer's. */
    private static boolean signs(Block block) {
        return block.words >= 2
                && block.words <= LONGEST_NAME
                && (block.boldWords == block.words || block.italicWords == block.words)
                && PeopleNames.person(block.text);
    }

    private static boolean after(Block block) {
        if (block.words > LONGEST_AFTER) {
            return false;
        }
        String text = block.text.toLowerCase(Locale.ROOT);
        boolean link = block.linkDensity() > 0.8 && block.words > 2;
        boolean address = block.words <= 4
                && (text.indexOf('@') >= 0 || text.contains("www.") || text.contains("http") || text.contains(".com/"));
        return link || address || signature(block) || says("after", text) || says("legal", text);
    }

    /** True for a line of little more than an address for letters: the writer's, or a press office's. */
    private static boolean signature(Block block) {
        if (block.words > LONGEST_BEFORE || block.text.indexOf('@') < 0) {
            return false;
        }
        String rest = MAIL.matcher(block.text).replaceFirst("");
        return rest.length() < block.text.length() && Text.plain(rest).split("[\\d ]+").length <= LONGEST_NAME;
    }

    private static boolean before(Block block) {
        int heading = Html.heading(block.box.tag);
        boolean brief = block.words <= LONGEST_BEFORE && heading == 0;
        boolean date = block.words <= 8
                && block.digits > 4
                && block.sentenceEnds == 0
                && DateText.find(block.text, true) != null;
        return heading == 1
                || brief && date
                || brief
                        && (block.words <= 6 || !Text.endsSentence(block.text.charAt(block.text.length() - 1)))
                        && says("before", block.text.toLowerCase(Locale.ROOT));
    }

    private static boolean says(String where, String text) {
        for (String phrase : PHRASES.get(where)) {
            boolean found = phrase.charAt(0) == '^' ? text.startsWith(phrase.substring(1)) : text.contains(phrase);
            if (found) {
                return true;
            }
        }
        return false;
    }
}
