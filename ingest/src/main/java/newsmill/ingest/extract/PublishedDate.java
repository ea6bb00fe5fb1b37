package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsmill.article.Article.DateOrigin;

/** When the page says it was published, and what said so: the machine's words before the people's, never a sidebar's. */
final class PublishedDate {
    /** A date and where it came from. */
    record Found(Stamp stamp, DateOrigin from, String evidence) {
        boolean sameDay(Found other) {
            return other != null && stamp.date().equals(other.stamp.date());
        }

        /** True if what gave it says that something was changed then. */
        boolean saysChange() {
            String words = " " + Text.plain(evidence) + " ";
            return StatedDate.changes().stream().anyMatch(word -> words.contains(" " + Text.plain(word) + " "));
        }
    }

    /** How machines write a moment for one another. */
    private static final Pattern MACHINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T");

    private final Evidence evidence;
    private final PageCalendar calendar;
    private final StatedDate stated;
    private final ShownDate shown;
    private final Layout layout;

    private PublishedDate(Evidence evidence, Layout layout) {
        this.evidence = evidence;
        this.layout = layout;
        this.calendar = PageCalendar.of(evidence);
        this.stated = new StatedDate(evidence, calendar);
        this.shown = new ShownDate(evidence, layout, calendar);
    }

    static Found of(Evidence evidence, Layout layout) {
        PublishedDate judge = new PublishedDate(evidence, layout);
        Found found = judge.find();
        return found == null
                ? null
                : new Found(
                        new ReadersClock(evidence, layout, judge.calendar).local(found.stamp()),
                        found.from(),
                        found.evidence());
    }

    /** What a site rule found, as a date; null if it is none. */
    static Found ruled(Evidence evidence, String text) {
        Stamp stamp = text == null ? null : PageCalendar.of(evidence).read(text);
        return stamp == null ? null : new Found(stamp, DateOrigin.TEXT, "site rule: " + text);
    }

    static Found modified(Evidence evidence) {
        return new StatedDate(evidence, PageCalendar.of(evidence)).modified();
    }

    private Found find() {
        Found found = machines();
        found = found == null ? eitherDay(stated.someMeta(), people()) : found;
        found = found == null ? stated.created(layout) : found;
        found = found == null ? feed() : found;
        found = found == null ? stated.modified() : found;
        found = found == null ? stated.state() : found;
        return found == null ? new LastDate(evidence, calendar).find() : found;
    }

    /** A date for machines that does not say of what gives way to one shown by the headline. */
    private static Found eitherDay(Found some, Found shown) {
        boolean sure = shown != null && shown.from() != DateOrigin.URL;
        return some == null || sure && !some.sameDay(shown) ? shown : some;
    }

    /** Where machines are told several days, the one that readers are shown counts, or else the first. */
    private Found machines() {
        List<Found> said = new ArrayList<>(stated.metas());
        Found published = stated.published();
        if (published != null) {
            said.add(0, published);
        }
        if (said.isEmpty()) {
            return stated.property("datepublished", layout);
        }
        Found first = said.get(0);
        if (said.stream().allMatch(first::sameDay)) {
            return datedAnew(first);
        }
        Found shown = people();
        return said.stream()
                .filter(one -> one.sameDay(shown) && !one.evidence().contains("creat"))
                .findFirst()
                .orElse(first);
    }

    /** What a house prints by the headline as the day of a story that it has renewed, if it does not call it a change. */
    private Found datedAnew(Found published) {
        Found modified = stated.modified();
        if (modified == null || published.sameDay(modified)) {
            return published;
        }
        Found shown = people();
        boolean anew = shown != null
                && shown.sameDay(modified)
                && shown.from() != DateOrigin.URL
                && !MACHINE.matcher(shown.evidence()).lookingAt()
                && !shown.saysChange();
        return anew ? shown : published;
    }

    private Found people() {
        Found found = shown.times();
        found = found == null ? address() : found;
        found = found == null ? shown.signed(true) : found;
        found = found == null ? shown.lines() : found;
        found = found == null ? shown.signed(false) : found;
        return found == null ? shown.timesAbove() : found;
    }

    private Found address() {
        Stamp stamp = UrlDate.of(evidence.page.url());
        return stamp == null ? null : new Found(stamp, DateOrigin.URL, evidence.page.url());
    }

    private Found feed() {
        Stamp stamp = calendar.read(evidence.page.feedPublished());
        return stamp == null ? null : new Found(stamp, DateOrigin.FEED, evidence.page.feedPublished());
    }
}
