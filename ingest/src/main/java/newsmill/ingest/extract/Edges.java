package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes from the ends of a story what stands directly before or after it: reading times and bylines above; credits,
 * biographies, invitations, comments and legal notes below. What lies in the middle is left alone.
 */
final class Edges {
    private static final Map<String, List<String>> PHRASES = new HashMap<>();
    /** A story's own last paragraph may well be longer, and mention anything. */
    private static final int LONGEST_AFTER = 90;

    private static final int LONGEST_BEFORE = 14;
    /** Behind a share bar at least this part of the story must already have passed. */
    private static final double PASSED = 0.6;
    /** A foot with a larger part of the page's prose is no foot. */
    private static final int FRAME_TENTHS = 5;

    static {
        for (String line : Resources.lines("edges.txt")) {
            int colon = line.indexOf(':');
            PHRASES.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).stripLeading().split("\\|")));
        }
    }

    private Edges() {}

    static List<Block> trim(Blocks page, List<Block> story) {
        List<Block> out = new ArrayList<>(story);
        Set<Box> aroundFirst = new HashSet<>();
        for (Box up = story.get(0).box; up != null; up = up.parent) {
            aroundFirst.add(up);
        }
        out.removeIf(block -> elsewhere(page, block, aroundFirst));
        cutBehindShareBar(page, out);
        int last = out.size();
        while (last > 1 && after(out.get(last - 1))) {
            last--;
        }
        int first = 0;
        while (first < last - 1 && before(out.get(first))) {
            first++;
        }
        return out.subList(first, last);
    }

    /**
     * True for a block in a box named for comments or consent, or in the foot or the menu of the page, in which the story
     * does not begin.
     */
    private static boolean elsewhere(Blocks page, Block block, Set<Box> aroundFirst) {
        for (Box box = block.box; box != null && !aroundFirst.contains(box); box = box.parent) {
            boolean frame = box.tag.equals("footer") || box.tag.equals("nav") || box.has(ClassWords.Sign.FOOTER);
            boolean foot = frame && box.mass * 10L < page.mass * FRAME_TENTHS && !quote(box);
            if (foot || box.has(ClassWords.Sign.COMMENT) || box.has(ClassWords.Sign.CONSENT)) {
                return true;
            }
        }
        return false;
    }

    /** The footer of a quotation names its speaker. */
    private static boolean quote(Box box) {
        return box.parent != null && (box.parent.tag.equals("blockquote") || box.parent.tag.equals("figure"));
    }

    /** A line that only says "Share" late in the page ends the story, if what follows is little beside it. */
    private static void cutBehindShareBar(Blocks page, List<Block> story) {
        int all = story.stream().mapToInt(block -> block.words).sum();
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

    private static boolean shareBarBetween(Blocks page, Block before, Block block) {
        for (int i = Math.max(before.index + 1, block.index - 6); i <= block.index; i++) {
            Block one = page.all.get(i);
            if (one.words <= 2 && SHARE_BARS.contains(Text.plain(one.text))) {
                return true;
            }
        }
        return false;
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

    private static boolean after(Block block) {
        if (block.words > LONGEST_AFTER) {
            return false;
        }
        String text = block.text.toLowerCase(Locale.ROOT);
        boolean link = block.linkDensity() > 0.8 && block.words > 2;
        boolean address = block.words <= 4
                && (text.indexOf('@') >= 0 || text.contains("www.") || text.contains("http") || text.contains(".com/"));
        return link || address || says("after", text) || says("legal", text);
    }

    private static boolean before(Block block) {
        boolean heading = Html.heading(block.box.tag) > 0;
        boolean brief = block.words <= LONGEST_BEFORE && !heading;
        boolean date = block.words <= 8
                && block.digits > 4
                && block.sentenceEnds == 0
                && DateText.find(block.text, true) != null;
        return brief && date
                || brief
                        && (block.sentenceEnds == 0 || block.words <= 6)
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
