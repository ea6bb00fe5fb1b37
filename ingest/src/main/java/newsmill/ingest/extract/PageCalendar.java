package newsmill.ingest.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/** Reads dates as the people of one page write them: which number is the month, and which days are still to come. */
final class PageCalendar {
    /** Two-letter domains that say nothing of the country, and that of the country itself. */
    private static final Set<String> AMERICAN_TOPS = Set.of("us", "io", "tv", "co", "me", "fm", "ly", "ai", "ph");

    /** Servers' clocks and the reader's side of the date line. */
    private static final int DAYS_AHEAD = 2;

    private final Evidence evidence;
    private final boolean monthFirst;
    private final String language;
    private final LocalDate latest;

    private PageCalendar(Evidence evidence) {
        this.evidence = evidence;
        this.language = Told.value(PageLanguage.of(evidence));
        this.monthFirst = monthFirst(evidence, language);
        this.latest = evidence.page.fetched() == null
                ? null
                : evidence.page.fetched().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_AHEAD);
    }

    static PageCalendar of(Evidence evidence) {
        return new PageCalendar(evidence);
    }

    /** Of those who write 3/4/2020, only Americans mean the fourth of March. */
    private static boolean monthFirst(Evidence evidence, String language) {
        if (language == null || language.equals("en")) {
            String host = PageAddress.host(evidence.page.url());
            String top = host.substring(host.lastIndexOf('.') + 1);
            boolean elsewhere = top.length() == 2 && !AMERICAN_TOPS.contains(top);
            return !elsewhere && !evidence.page.url().toLowerCase(Locale.ROOT).contains("/en-gb/");
        }
        return language.equals("en-US") || language.equals("en-PH");
    }

    /** The first date in the text, or null; none of those after the page was fetched. */
    Stamp read(String text) {
        DateText.Hit hit = hit(text);
        return hit == null ? null : hit.stamp();
    }

    /** The same, with the stretch of text that gives the date. */
    DateText.Hit hit(String text) {
        DateText.Hit hit = DateText.find(text, monthFirst, language);
        if (hit == null) {
            return null;
        }
        Stamp stamp = text.indexOf('/') < 0 ? hit.stamp() : likelier(hit.stamp(), other(text));
        boolean toCome = latest != null && stamp.date().isAfter(latest);
        return toCome ? null : new DateText.Hit(stamp, hit.start(), hit.end());
    }

    private Stamp other(String text) {
        DateText.Hit hit = DateText.find(text, !monthFirst, language);
        return hit == null ? null : hit.stamp();
    }

    /** Where both orders are days, the page's other dates tell which was meant. */
    private Stamp likelier(Stamp usual, Stamp other) {
        if (other == null || other.date().equals(usual.date())) {
            return usual;
        }
        if (latest != null && usual.date().isAfter(latest)) {
            return other;
        }
        LocalDate known = known();
        if (known == null) {
            return usual;
        }
        long off = Math.abs(ChronoUnit.DAYS.between(known, usual.date()));
        long otherOff = Math.abs(ChronoUnit.DAYS.between(known, other.date()));
        return otherOff <= 3 && otherOff < off ? other : usual;
    }

    /** A day that a machine wrote: that of a change, or of the address. */
    private LocalDate known() {
        String modified = evidence.jsonLd.text("dateModified");
        Stamp stamp = DateText.find(
                modified != null ? modified : evidence.meta.first("article:modified_time", "og:updated_time"), true);
        stamp = stamp == null ? UrlDate.of(evidence.page.url()) : stamp;
        return stamp == null ? null : stamp.date();
    }
}
