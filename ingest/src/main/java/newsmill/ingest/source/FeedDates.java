package newsmill.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Dates in every spelling feeds use: RFC 822, RFC 850 and {@code asctime} and their misspellings, ISO 8601 (weeks, days of
 * the year and short forms too) and W3C-DTF, seconds since 1970, numbers with slashes or dots, month names in many
 * languages. A time without a zone is taken as UTC, or as Korea's where it is written in Korean; a day that its month does
 * not have is counted on into the next, as C and JavaScript do; a clock that cannot be read leaves the day.
 */
final class FeedDates {
    private static final int LONGEST = 120;

    private FeedDates() {}

    /** The date as ISO 8601, with an offset where there is a time; null if it cannot be read. */
    static String iso(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > LONGEST) {
            return null;
        }
        try {
            List<DatePiece> pieces = DatePiece.of(line);
            boolean fraction = pieces.size() == 2 && pieces.get(1).gap().equals(".");
            // "@" stands before seconds since 1970 in the formats of PHP and of GNU date.
            int digits = line.length() - (line.startsWith("@") ? 1 : 0);
            if (fraction && pieces.get(0).digits() >= 9
                    || pieces.size() == 1 && digits == pieces.get(0).text().length()) {
                String whole = alone(pieces.get(0));
                if (whole != null) {
                    return whole;
                }
            }
            FeedDay day = FeedDay.in(pieces);
            return day == null ? null : withTime(day, pieces, line);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** One number and nothing else: a time stamp. */
    private static String alone(DatePiece piece) {
        return switch (piece.digits()) {
            case 9, 10 -> Instant.ofEpochSecond(piece.number()).toString();
            case 13 -> Instant.ofEpochMilli(piece.number()).toString().replaceFirst("\\.\\d+", "");
            case 14 ->
                written(
                        FeedDay.compact(piece.number() / 1_000_000)
                                .atTime((int) (piece.number() / 10_000 % 100), (int) (piece.number() / 100 % 100), (int)
                                        (piece.number() % 100)),
                        ZoneOffset.UTC);
            default -> null;
        };
    }

    private static String withTime(FeedDay day, List<DatePiece> pieces, String line) {
        FeedTime time = FeedTime.in(pieces, day);
        LocalDate date = day.date();
        if (time == null) {
            return date.toString();
        }
        LocalDateTime local = time.isMidnightAfter() ? date.plusDays(1).atStartOfDay() : date.atTime(time.clock());
        return written(local, Zones.of(pieces, time.end(), day, line, local));
    }

    private static String written(LocalDateTime local, ZoneOffset zone) {
        return local.atOffset(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
