package newsmill.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

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

    /** ISO 8601: a date, or a date-time with the page's offset; a local time without one is given with {@code Z}. */
    String iso() {
        if (time == null) {
            return date.toString();
        }
        return date + "T" + time.format(TIME) + (offset == null ? "Z" : offset.getId());
    }
}
