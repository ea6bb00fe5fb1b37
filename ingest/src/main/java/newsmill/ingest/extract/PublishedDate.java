package newsmill.ingest.extract;

import newsmill.article.Article.DateOrigin;

/** When the page says it was published, and what said so: the machine's words before the people's, never a sidebar's. */
final class PublishedDate {
    /** A date and where it came from. */
    record Found(Stamp stamp, DateOrigin from, String evidence) {
        boolean sameDay(Found other) {
            return other != null && stamp.date().equals(other.stamp.date());
        }
    }

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

    static Stamp modified(Evidence evidence) {
        Found found = new StatedDate(evidence, PageCalendar.of(evidence)).modified();
        return found == null ? null : found.stamp();
    }

    private Found find() {
        Found found = machines();
        found = found == null ? people() : found;
        found = found == null ? stated.created() : found;
        found = found == null ? feed() : found;
        found = found == null ? stated.modified() : found;
        return found == null ? stated.state() : found;
    }

    private Found machines() {
        Found published = stated.published();
        Found meta = stated.metas();
        if (published != null && meta != null && !published.sameDay(meta)) {
            return meta.sameDay(people()) ? meta : published;
        }
        Found found = published == null ? meta : published;
        found = found == null ? stated.property(layout) : found;
        return found == null ? stated.someMeta() : found;
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
