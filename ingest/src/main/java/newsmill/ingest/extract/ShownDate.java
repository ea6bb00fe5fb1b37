package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import newsmill.article.Article.DateOrigin;
import org.jsoup.nodes.Element;

/** Dates that a page shows its readers by the headline, at the head of the story and where it ends. */
final class ShownDate {
    /** How far into a paragraph a dateline reaches. */
    private static final int DATELINE = 70;

    private static final int ABOVE = 4;
    private static final int BEHIND = 8;

    /** So many blocks may stand between headline and story: ratings, buttons, who wrote it. */
    private static final int HEAD = 25;

    /** Words of a line by the headline, and of one under the story. */
    private static final int LINE = 25;

    private static final int LAST_LINE = 15;

    /** Words of a line in a figure that is no caption. */
    private static final int FEW = 6;

    /** Characters of an element that gives a date. */
    private static final int LONGEST = 120;

    /** What stands in comments, sidebars and cards of other stories. */
    private static final long OTHERS = ClassWords.Sign.COMMENT.bit()
            | ClassWords.Sign.RELATED.bit()
            | ClassWords.Sign.TEASER.bit()
            | ClassWords.Sign.SIDEBAR.bit()
            | ClassWords.Sign.NAV.bit();

    private static final List<String> CHANGES = StatedDate.changes();

    private final Evidence evidence;
    private final Layout layout;
    private final PageCalendar calendar;

    ShownDate(Evidence evidence, Layout layout, PageCalendar calendar) {
        this.evidence = evidence;
        this.layout = layout;
        this.calendar = calendar;
    }

    /** The {@code time} elements by the headline or behind it. */
    PublishedDate.Found times() {
        return times(true);
    }

    /** Those above, which may be the page's clock. */
    PublishedDate.Found timesAbove() {
        return times(false);
    }

    private PublishedDate.Found times(boolean fromHeadline) {
        List<Clue> candidates = new ArrayList<>();
        for (Clue time : evidence.clues.times) {
            boolean from = layout.headline() < 0 || time.at() >= layout.headline() - ABOVE;
            if (from != fromHeadline || layout.elsewhere(time)) {
                continue;
            }
            if (time.element().hasAttr("pubdate") || has(time.element(), "publish")) {
                candidates.add(0, time);
            } else if (!has(time.element(), "update") && !has(time.element(), "modified")) {
                candidates.add(time);
            }
        }
        for (Clue time : candidates) {
            PublishedDate.Found found = found(time, DateOrigin.TIME);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private PublishedDate.Found found(Clue clue, DateOrigin from) {
        for (String text : clue.dateTexts()) {
            PublishedDate.Found found = text.length() > LONGEST ? null : found(text, from);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Elements that say "published" for machines, wherever they are in the story. */
    PublishedDate.Found published() {
        for (Clue clue : evidence.clues.dates) {
            String name = " " + clue.element().className() + " ";
            boolean says = name.contains(" published ") || name.contains(" dt-published ");
            String title = clue.element().attr("title");
            boolean machine = title.length() >= 10 && title.chars().limit(4).allMatch(Character::isDigit);
            PublishedDate.Found found =
                    says && machine && !layout.elsewhere(clue) ? found(title, DateOrigin.TEXT) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean has(Element element, String word) {
        return element.attr("class").contains(word) || element.attr("itemprop").contains(word);
    }

    /** Elements whose names speak of a date: those behind the headline, or the others. */
    PublishedDate.Found signed(boolean behindHeadline) {
        List<Clue> clues = new ArrayList<>();
        for (Clue clue : evidence.clues.dates) {
            boolean behind = layout.headline() < 0 || layout.within(clue, 0, BEHIND);
            boolean seen = Html.kind(clue.element()) != Html.Kind.SKIP;
            if (seen && behind == behindHeadline && layout.near(clue)) {
                clues.add(clue);
            }
        }
        clues.sort(Comparator.comparing(clue -> layout.headline() >= 0 && !layout.within(clue, 3, BEHIND)));
        for (Clue clue : clues) {
            PublishedDate.Found found = found(clue, DateOrigin.TEXT);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * Lines by the headline, the dateline of the story, lines where it ends, and then any that say "published" or the
     * like.
     */
    PublishedDate.Found lines() {
        PublishedDate.Found found = byHeadline(false);
        found = found == null ? byHeadline(true) : found;
        found = found == null ? published() : found;
        found = found == null ? aboveStory() : found;
        found = found == null ? dateline() : found;
        found = found == null ? behindStory() : found;
        return found == null ? saidAnywhere() : found;
    }

    /** The lines around the headline, nearest first; those that only tell of a change are left for later. */
    private PublishedDate.Found byHeadline(boolean changes) {
        int at = layout.headline();
        if (at < 0) {
            return null;
        }
        for (int d = 0; d <= BEHIND; d++) {
            for (int i : d == 0 ? new int[] {at} : new int[] {at + d, at - d}) {
                boolean on =
                        i >= Math.max(0, at - ABOVE) && i < layout.page().all.size();
                PublishedDate.Found found =
                        on && (changes || !changed(block(i).text)) ? line(block(i), LINE, true) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The lines between headline and story, the nearest to the story first; where no headline is known, right above it. */
    private PublishedDate.Found aboveStory() {
        int head = layout.titled() ? Math.max(layout.headline() + 1, layout.first() - HEAD) : layout.first();
        int from = Math.min(head, layout.first() - ABOVE);
        for (int i = layout.first() - 1; i >= Math.max(0, from); i--) {
            boolean other = i < layout.first() - ABOVE && block(i).under(OTHERS);
            PublishedDate.Found found = other ? null : line(block(i), LAST_LINE, true);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Block block(int i) {
        return layout.page().all.get(i);
    }

    private static boolean changed(String text) {
        String lower = text.length() > 200 ? "" : text.toLowerCase(Locale.ROOT);
        return CHANGES.stream().anyMatch(lower::startsWith);
    }

    /** "Northmouth, 3 May 2021 - The council …" */
    private PublishedDate.Found dateline() {
        int paragraphs = 0;
        for (Block block : layout.story()) {
            if (++paragraphs > 6) {
                break;
            }
            String head = block.text.substring(0, Math.min(block.text.length(), DATELINE));
            boolean starts = !head.isEmpty() && Character.isDigit(head.charAt(0));
            DateText.Hit hit = paragraphs <= 3 || starts ? calendar.hit(head) : null;
            if (hit != null && !DateLine.another(head, hit) && DateLine.opens(head, hit)) {
                return new PublishedDate.Found(hit.stamp(), DateOrigin.TEXT, head);
            }
        }
        return null;
    }

    private PublishedDate.Found behindStory() {
        List<Block> all = layout.page().all;
        for (int i = layout.last() + 1; layout.last() >= 0 && i < Math.min(all.size(), layout.last() + 6); i++) {
            Block block = all.get(i);
            PublishedDate.Found found =
                    block.under(ClassWords.Sign.COMMENT.bit()) ? null : line(block, LAST_LINE, false);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private PublishedDate.Found saidAnywhere() {
        for (Block block : layout.page().all) {
            boolean says =
                    block.words <= LINE && numbered(block) && Phrases.has(Phrases.in(block.text), Phrases.Kind.DATE);
            DateText.Hit hit = says ? calendar.hit(block.text) : null;
            if (hit != null && !DateLine.another(block.text, hit)) {
                return new PublishedDate.Found(hit.stamp(), DateOrigin.TEXT, block.text);
            }
        }
        return null;
    }

    private PublishedDate.Found line(Block block, int most, boolean whole) {
        if (block.words > most || !numbered(block) || caption(block)) {
            return null;
        }
        DateText.Hit hit = calendar.hit(block.text);
        return hit == null || DateLine.another(block.text, hit) || whole && DateLine.sentence(block.text, hit)
                ? null
                : new PublishedDate.Found(hit.stamp(), DateOrigin.TEXT, block.text);
    }

    private static boolean caption(Block block) {
        Box box = block.box;
        boolean figure = box.parent != null && (box.parent.tag.equals("figcaption") || box.parent.tag.equals("figure"));
        return box.tag.equals("figcaption") || figure && block.words > FEW;
    }

    /** Blocks count European digits only. */
    private static boolean numbered(Block block) {
        return block.digits > 0 || block.words <= LINE && Text.hasDigit(block.text);
    }

    private PublishedDate.Found found(String text, DateOrigin from) {
        Stamp stamp = calendar.read(text);
        return stamp == null ? null : new PublishedDate.Found(stamp, from, text);
    }
}
