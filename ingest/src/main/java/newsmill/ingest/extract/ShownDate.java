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

    /** Words of a line by the headline, and of one under the story. */
    private static final int LINE = 25;

    private static final int LAST_LINE = 15;

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
            PublishedDate.Found found = found(time.value(), DateOrigin.TIME);
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
            if (behind == behindHeadline && layout.near(clue)) {
                clues.add(clue);
            }
        }
        clues.sort(Comparator.comparing(clue -> layout.headline() >= 0 && !layout.within(clue, 3, BEHIND)));
        for (Clue clue : clues) {
            String text = clue.value();
            PublishedDate.Found found = text.length() > 200 ? null : found(text, DateOrigin.TEXT);
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
                PublishedDate.Found found = on && (changes || !changed(block(i).text)) ? line(block(i), LINE) : null;
                if (found != null) {
                    return found;
                }
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
            PublishedDate.Found found = paragraphs <= 3 || starts ? found(head, DateOrigin.TEXT) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private PublishedDate.Found behindStory() {
        List<Block> all = layout.page().all;
        for (int i = layout.last() + 1; layout.last() >= 0 && i < Math.min(all.size(), layout.last() + 6); i++) {
            PublishedDate.Found found = line(all.get(i), LAST_LINE);
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
            PublishedDate.Found found = says ? line(block, LINE) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private PublishedDate.Found line(Block block, int most) {
        return block.words > most || !numbered(block) ? null : found(block.text, DateOrigin.TEXT);
    }

    /** Blocks count European digits only. */
    private static boolean numbered(Block block) {
        return block.digits > 0 || block.words <= LINE && block.text.chars().anyMatch(Character::isDigit);
    }

    private PublishedDate.Found found(String text, DateOrigin from) {
        Stamp stamp = calendar.read(text);
        return stamp == null ? null : new PublishedDate.Found(stamp, from, text);
    }
}
