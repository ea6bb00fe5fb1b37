package newsmill.ingest.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in every spelling feeds use: RFC 822 and its misspellings, ISO 8601 and W3C-DTF, {@code asctime}, numbers with
 * slashes or dots, month names in many languages. A time without a zone is taken as UTC.
 */
final class FeedDates {
    private static final int LONGEST = 100;
    private static final Pattern ISO = Pattern.compile(
            "([+-]?\\d{4})(?:-?W(\\d\\d)(?:-?(\\d))?|-?(\\d\\d)-?(\\d\\d)|-(\\d\\d)|-?(\\d{3}))?(?![\\d/.])");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,4})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,4})(?!\\d)\\.?");
    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-]+(?:de |of )?(\\p{L}{3,12})\\.?,?[\\s-]+(?:de )?(\\d{4}|\\d{2})(?!\\d|:)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s(?:.*\\s)?(\\d{4})(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-.\\s]{1,3}(\\p{L}{3,12})[-.\\s]{1,3}(\\d{1,2})(?!\\d)\\.?");
    private static final Pattern TIME = Pattern.compile(
            "(?<!\\d)(\\d{1,2})[:.h](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?(?!\\d)\\s*([AaPp]\\.?[Mm]\\.?)?");

    /** ISO 8601's basic format. */
    private static final Pattern COMPACT = Pattern.compile("^T(\\d\\d)(\\d\\d)(\\d\\d)");

    private FeedDates() {}

    /** The date as ISO 8601, with an offset where there is a time; null if it cannot be read. */
    static String iso(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > LONGEST) {
            return null;
        }
        try {
            return read(EastAsianDates.western(line.replaceAll("\\s+", " ")));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static String read(String line) {
        LocalDate day = null;
        int end = 0;
        Matcher date = YEAR_FIRST.matcher(line);
        if (date.lookingAt()) {
            day = day(date.group(1), Months.number(date.group(2)), date.group(3));
            end = date.end();
        }
        if (day == null && (date = ISO.matcher(line)).lookingAt()) {
            day = isoDay(date);
            end = date.end();
        }
        if (day == null && (date = WORDS.matcher(line)).find()) {
            day = day(date.group(3), Months.number(date.group(2)), date.group(1));
            end = day == null ? 0 : date.end();
        }
        if (day == null && (date = MONTH_FIRST.matcher(line)).find()) {
            day = day(date.group(3), Months.number(date.group(1)), date.group(2));
            end = day == null ? 0 : date.start(2) + date.group(2).length();
        }
        if (day == null && (date = NUMBERS.matcher(line)).find()) {
            day = numbers(date);
            end = date.end();
        }
        return day == null ? null : withTime(day, line, end);
    }

    private static String withTime(LocalDate day, String line, int end) {
        String rest = COMPACT.matcher(line.substring(end)).replaceFirst("T$1:$2:$3");
        Matcher time = TIME.matcher(rest);
        boolean found = time.find();
        if (!found && (time = TIME.matcher(line)).find()) {
            found = true;
            rest = line;
        }
        if (!found) {
            return day.toString();
        }
        int hour = Integer.parseInt(time.group(1));
        if (time.group(5) != null) {
            hour = hour % 12 + (Character.toLowerCase(time.group(5).charAt(0)) == 'p' ? 12 : 0);
        }
        LocalDate on = hour == 24 ? day.plusDays(1) : day;
        // A leap second is the second before it.
        int second = time.group(3) == null ? 0 : Math.min(59, Integer.parseInt(time.group(3)));
        LocalTime at = LocalTime.of(
                hour % 24 == hour || hour == 24 ? hour % 24 : hour, Integer.parseInt(time.group(2)), second);
        ZoneOffset zone = Zones.of(rest.substring(time.end()));
        return OffsetDateTime.of(on, at, zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static LocalDate isoDay(Matcher m) {
        int year = Integer.parseInt(m.group(1));
        if (m.group(2) != null) {
            int weekday = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
            return LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(m.group(2)))
                    .with(java.time.temporal.ChronoField.DAY_OF_WEEK, weekday);
        }
        if (m.group(4) != null) {
            return LocalDate.of(year, Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)));
        }
        if (m.group(7) != null) {
            return LocalDate.ofYearDay(year, Integer.parseInt(m.group(7)));
        }
        return LocalDate.of(year, m.group(6) == null ? 1 : Integer.parseInt(m.group(6)), 1);
    }

    /** Day.month.year, year/month/day, year-month-day also with two digits, and month/day/year unless only day/month/year is possible. */
    private static LocalDate numbers(Matcher m) {
        if (m.group(1).length() == 4) {
            return day(m.group(1), Integer.parseInt(m.group(3)), m.group(4));
        }
        if (m.group(2).equals("-") && m.group(4).length() == 2) {
            return day(m.group(1), Integer.parseInt(m.group(3)), m.group(4));
        }
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        boolean american = m.group(2).equals("/") && first <= 12;
        return american ? day(m.group(4), first, m.group(3)) : day(m.group(4), second, m.group(1));
    }

    /** RFC 2822, 4.3: two digits below 50 are in this century. */
    private static LocalDate day(String year, int month, String day) {
        int y = Integer.parseInt(year);
        if (month == 0) {
            return null;
        }
        int full = year.length() > 2 ? y : y < 50 ? 2000 + y : 1900 + y;
        return LocalDate.of(full, month, Integer.parseInt(day));
    }

    /** The word in lower case without a final point. */
    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
