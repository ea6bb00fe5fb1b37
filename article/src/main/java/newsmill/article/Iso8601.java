package newsmill.article;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The moments that the dates of a record mean.
 *
 * <p>Dates as nearly all are written, {@code 2026-11-20T08:30:00Z} or {@code 2026-11-20T09:30:00.25+01:00}, are read here;
 * every other one is left to {@code java.time}, which takes ten times as long and would be a quarter of what it costs to check
 * an article.
 */
public final class Iso8601 {
    /** {@code 2026-11-20T08:30:00}. */
    private static final int SECONDS_END = 19;

    private static final int MOST_DIGITS = 9;
    private static final int MOST_HOURS = 17;

    private Iso8601() {}

    /** The moment of a date-time with an offset, or the first moment (UTC) of a date; null if the text is neither. */
    public static Instant instant(String iso) {
        Instant plain = plain(iso);
        if (plain != null) {
            return plain;
        }
        try {
            return iso.indexOf('T') < 0
                    ? LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Has every moment in JSON read so. */
    static Module module() {
        return new SimpleModule("iso-8601").addDeserializer(Instant.class, new StdScalarDeserializer<>(Instant.class) {
            @Override
            public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                Instant plain = parser.hasToken(JsonToken.VALUE_STRING) ? plain(parser.getText()) : null;
                return plain == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : plain;
            }
        });
    }

    /** The moment of a date-time with seconds and an offset in hours and minutes; null if it is anything else. */
    private static Instant plain(String iso) {
        if (iso.length() <= SECONDS_END
                || iso.charAt(4) != '-'
                || iso.charAt(7) != '-'
                || iso.charAt(10) != 'T'
                || iso.charAt(13) != ':'
                || iso.charAt(16) != ':') {
            return null;
        }
        int year = number(iso, 0, 4);
        int month = number(iso, 5, 7);
        int day = number(iso, 8, 10);
        int hour = number(iso, 11, 13);
        int minute = number(iso, 14, 16);
        int second = number(iso, 17, SECONDS_END);
        int zone = fractionEnd(iso);
        int nanos = zone == SECONDS_END ? 0 : nanos(iso, zone);
        int offset = offsetSeconds(iso, zone);
        if ((year | month | day | hour | minute | second | nanos) < 0 || offset == Integer.MIN_VALUE) {
            return null;
        }
        try {
            long utc = LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
            return Instant.ofEpochSecond(utc - offset, nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int fractionEnd(String iso) {
        int end = SECONDS_END;
        if (iso.charAt(end) == '.') {
            end++;
            while (end < iso.length() && iso.charAt(end) >= '0' && iso.charAt(end) <= '9') {
                end++;
            }
        }
        return end;
    }

    private static int nanos(String iso, int end) {
        int digits = end - SECONDS_END - 1;
        if (digits == 0 || digits > MOST_DIGITS) {
            return -1;
        }
        int nanos = number(iso, SECONDS_END + 1, end);
        for (int i = digits; i < MOST_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** What {@code Z} or {@code +01:30} says; {@link Integer#MIN_VALUE} for anything else. */
    private static int offsetSeconds(String iso, int at) {
        int left = iso.length() - at;
        if (left == 1 && iso.charAt(at) == 'Z') {
            return 0;
        }
        if (left != 6 || iso.charAt(at) != '+' && iso.charAt(at) != '-' || iso.charAt(at + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = number(iso, at + 1, at + 3);
        int minutes = number(iso, at + 4, at + 6);
        if (hours < 0 || hours > MOST_HOURS || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return iso.charAt(at) == '-' ? -seconds : seconds;
    }

    /** The number that digits make; negative if one of them is none. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
