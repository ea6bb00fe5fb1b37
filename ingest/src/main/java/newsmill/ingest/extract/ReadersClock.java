package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gives a moment that machines state in UTC in the page's own offset, where its readers' words show it: the same moment
 * on the reader's clock tells the offset, and a midnight in UTC's evening is the next day itself.
 */
final class ReadersClock {
    private static final int ABOVE = 3;
    private static final int BEHIND = 8;
    private static final int LINE = 25;

    private static final List<String> CHANGES = StatedDate.changes();

    private final Evidence evidence;
    private final Layout layout;
    private final PageCalendar calendar;

    ReadersClock(Evidence evidence, Layout layout, PageCalendar calendar) {
        this.evidence = evidence;
        this.layout = layout;
        this.calendar = calendar;
    }

    /** The moment as readers see it; itself if nothing tells. */
    Stamp local(Stamp stamp) {
        if (stamp.time() == null || (stamp.offset() != null && stamp.offset().getTotalSeconds() != 0)) {
            return stamp;
        }
        Stamp address = UrlDate.of(evidence.page.url());
        boolean sure = address != null && address.date().equals(stamp.date());
        List<Stamp> said = said();
        if (said.stream().anyMatch(stamp::sameClock)) {
            return stamp;
        }
        for (Stamp shown : witnesses(said)) {
            Stamp local = stamp.shownAs(shown);
            if (local != null && !(sure && !local.date().equals(stamp.date()))) {
                return local;
            }
        }
        return sure ? stamp : LocalMidnight.of(stamp, evidence.page.url());
    }

    /** What readers see by the headline. */
    private List<Stamp> said() {
        List<Stamp> out = new ArrayList<>();
        for (List<Clue> clues : List.of(evidence.clues.times, evidence.clues.dates)) {
            for (Clue clue : clues) {
                if (layout.within(clue, ABOVE, BEHIND)) {
                    add(out, clue.text());
                }
            }
        }
        List<Block> all = layout.page().all;
        int at = layout.headline();
        for (int i = Math.max(0, at - ABOVE); at >= 0 && i < Math.min(all.size(), at + BEHIND); i++) {
            if (all.get(i).words <= LINE && all.get(i).digits > 0) {
                add(out, all.get(i).text);
            }
        }
        return out;
    }

    /** All that may tell the offset: the elements' machine-readable moments, what readers see, the last change, the address. */
    private List<Stamp> witnesses(List<Stamp> said) {
        List<Stamp> out = new ArrayList<>();
        for (Clue clue : evidence.clues.times) {
            if (layout.within(clue, ABOVE, BEHIND)) {
                add(out, clue.element().attr("datetime"));
            }
        }
        out.addAll(said);
        add(out, evidence.jsonLd.text("dateModified"));
        Stamp address = UrlDate.of(evidence.page.url());
        if (address != null) {
            out.add(address);
        }
        return out;
    }

    private void add(List<Stamp> out, String text) {
        String lower = text == null || text.length() > 300 ? "" : text.toLowerCase(Locale.ROOT);
        boolean change = CHANGES.stream().anyMatch(word -> lower.startsWith(word) || lower.startsWith("(" + word));
        Stamp stamp = lower.isEmpty() || change ? null : calendar.read(text);
        if (stamp != null) {
            out.add(stamp);
        }
    }
}
