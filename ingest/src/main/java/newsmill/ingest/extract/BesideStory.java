package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Takes from a story what reads like one and stands beside it: what readers wrote under a line that counts their comments,
 * the teasers of other stories, and lines that refer to these. No names of boxes are needed; on a page with a short story both may be longer than it.
 */
final class BesideStory {
    private static final Set<String> COMMENT_LINES = new HashSet<>();
    /** The same, where the story's headline follows. */
    private static final List<String> COMMENTS_ON = new ArrayList<>();

    private static final int LONGEST_LINE = 30;
    /** Behind fewer words of story, a line that is no heading may stand under the headline as well. */
    private static final int STORY_WORDS = 100;

    /** A page has one such line, or a few that only lead to the comments. */
    private static final int MANY_LINES = 20;

    /** A teaser's heading stands no more blocks above it; a teaser with its heading is no box of more blocks. */
    private static final int CARD = 8;

    private static final int CARD_DEPTH = 10;

    private static final Pattern LABEL = Pattern.compile("[^:|\u00bb\uff1a]{2,40}[:|\u00bb\uff1a]");
    private static final int LONGEST_LABEL = 5;
    /** In a link, more words before a colon are the first part of a headline. */
    private static final int LONGEST_LINKED_LABEL = 2;

    private static final int FEWEST_LINKED = 5;

    static {
        for (String line : Resources.lines("comment-lines.txt")) {
            String plain = Text.plain(line);
            if (line.endsWith("\u2026")) {
                COMMENTS_ON.add(plain + " ");
            } else {
                COMMENT_LINES.add(plain);
            }
        }
    }

    private BesideStory() {}

    static List<Block> without(Blocks page, List<Block> story) {
        List<Block> out = new ArrayList<>(story);
        Block begin = Block.firstProse(story).orElse(null);
        if (begin != null) {
            if (!teaser(page, begin)) {
                out.removeIf(block -> teaser(page, block));
            }
            out.removeIf(BesideStory::refers);
            page.all.stream()
                    .skip(begin.index + 1)
                    .filter(BesideStory::countsComments)
                    .limit(MANY_LINES)
                    .forEach(line -> cutBehind(line, out));
        }
        return out;
    }

    /** Takes out what follows the line in the largest box around it that holds nothing of the story before. */
    private static void cutBehind(Block line, List<Block> story) {
        Box last = null;
        int words = 0;
        for (Block block : story) {
            if (block.index < line.index) {
                last = block.box;
                words += block.words;
            }
        }
        if (last != null && (Html.heading(line.box.tag) > 0 || words >= STORY_WORDS)) {
            Box comments = apart(line.box, last);
            story.removeIf(block -> block.index >= line.index && block.box.inside(comments));
        }
    }

    /** The largest box around the first that is not around the second as well. */
    private static Box apart(Box box, Box other) {
        Box out = box;
        while (out.parent != null && !other.inside(out.parent)) {
            out = out.parent;
        }
        return out;
    }

    /** True for a line such as "3 comments" or "3 thoughts on" the headline, and for "Comments" as a heading. */
    private static boolean countsComments(Block block) {
        boolean heading = Html.heading(block.box.tag) > 0;
        boolean counts = block.digits > 0 && (heading || block.linkDensity() < 0.5);
        if (!heading && !counts || block.words > LONGEST_LINE) {
            return false;
        }
        String said = Text.plain(withoutDigits(block.text));
        return COMMENT_LINES.contains(said) || counts && COMMENTS_ON.stream().anyMatch(said::startsWith);
    }

    private static String withoutDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** True for the only paragraph beside a heading that leads to another page of the site. */
    private static boolean teaser(Blocks page, Block block) {
        if (!block.prose()) {
            return false;
        }
        for (int i = block.index - 1; i >= Math.max(0, block.index - CARD); i--) {
            Block heading = page.all.get(i);
            if (heading.box.heading() > 0) {
                Box card = heading.box;
                for (int k = 0; k < CARD_DEPTH && card.parent != null && !block.box.inside(card); k++) {
                    card = card.parent;
                }
                return block.box.inside(card)
                        && card.blocks <= CARD
                        && card.prose == 1
                        && heading.linkDensity() > 0.8
                        && leadsAway(heading);
            }
        }
        return false;
    }

    /**
     * True for a label such as "Read also:" before a headline that leads to another page of the site, whether the label is
     * part of the link or not.
     */
    private static boolean refers(Block block) {
        int label = block.words - block.linkWords;
        if (block.links != 1 || label > LONGEST_LABEL || block.linkWords < FEWEST_LINKED) {
            return false;
        }
        Matcher mark = LABEL.matcher(block.text);
        int marked = mark.lookingAt() ? Text.plain(mark.group()).split(" ").length : 0;
        boolean labelled = label > 0 ? marked >= label : marked > 0 && marked <= LONGEST_LINKED_LABEL;
        return labelled && !block.text.contains("http") && leadsAway(block);
    }

    private static boolean leadsAway(Block block) {
        Element element = block.box.element;
        Element link = element.selectFirst("a[href]");
        String to = link == null ? "" : link.attr("abs:href");
        return !to.contains("#") && PageAddress.host(to).equals(PageAddress.host(element.baseUri()));
    }
}
