package newsmill.ingest.extract;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A moment as a page gives it.
 *
 * @param date the day
 * @param time the time of day, or null
 * @param offset the offset the page wrote, or null
 */
record Stamp(LocalDate date, LocalTime time, ZoneOffset offset) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Null for a day that does not exist, or on which there was no news on the web. */
    static Stamp of(int year, int month, int day) {
        if (year < 1990 || year > 2050) {
            return null;
        }
        try {
            return new Stamp(LocalDate.of(year, month, day), null, null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    Stamp at(LocalTime at, ZoneOffset from) {
        return new Stamp(date, at, from);
    }

    /**
     * This moment, given in UTC, as the page shows it to its readers; null if what it shows tells nothing. A shown time of
     * day tells the offset; a shown day tells that an evening hour of UTC stands for that day's midnight.
     */
    Stamp shownAs(Stamp shown) {
        if (shown.offset != null && shown.offset.getTotalSeconds() != 0) {
            LocalDateTime local = date.atTime(time).plusSeconds(shown.offset.getTotalSeconds());
            return new Stamp(local.toLocalDate(), local.toLocalTime(), shown.offset);
        }
        if (shown.time != null && shown.offset == null) {
            long minutes = Duration.between(
                            date.atTime(time).truncatedTo(ChronoUnit.MINUTES),
                            shown.date.atTime(shown.time).truncatedTo(ChronoUnit.MINUTES))
                    .toMinutes();
            boolean clock = minutes != 0 && Math.abs(minutes) <= 14 * 60 && minutes % 30 == 0;
            return clock ? shown.at(time.plusMinutes(minutes), ZoneOffset.ofTotalSeconds((int) minutes * 60)) : null;
        }
        boolean midnight = shown.time == null
                && shown.date.equals(date.plusDays(1))
                && time.getHour() >= 21
                && time.getMinute() == 0
                && time.getSecond() == 0;
        return midnight ? shown : shown.time == null ? on(shown.date) : null;
    }

    /** True for the same day and minute, written in UTC or without an offset. */
    boolean sameClock(Stamp other) {
        return time != null
                && other.time != null
                && (other.offset == null || other.offset.getTotalSeconds() == 0)
                && date.equals(other.date)
                && time.truncatedTo(ChronoUnit.MINUTES).equals(other.time.truncatedTo(ChronoUnit.MINUTES));
    }

    /** This moment with the smallest offset in whole hours that puts it on the neighbouring day; null for other days. */
    private Stamp on(LocalDate day) {
        int hours = day.equals(date.minusDays(1))
                ? -(time.getHour() + 1)
                : day.equals(date.plusDays(1)) ? 24 - time.getHour() : 0;
        if (hours == 0 || hours < -8 || hours > 3) {
            return null;
        }
        LocalDateTime local = date.atTime(time).plusHours(hours);
        return new Stamp(local.toLocalDate(), local.toLocalTime(), ZoneOffset.ofHours(hours));
    }

    /** ISO 8601: a date, or a date-time with the page's offset; a local time without one is given with {@code Z}. */
    String iso() {
        if (time == null) {
            return date.toString();
        }
        return date + "T" + time.format(TIME) + (offset == null ? "Z" : offset.getId());
    }
}
