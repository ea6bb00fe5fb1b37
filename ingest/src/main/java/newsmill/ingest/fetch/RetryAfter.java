package newsmill.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** RFC 9110, 10.2.3: how long a server wants to be left alone, in seconds or until a date. */
public final class RetryAfter {
    /** Nobody needs to wait ten years on a server's word. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** The time to wait, or null where the header is absent or makes no sense. */
    public static Duration of(String header) {
        return of(header, Instant.now());
    }

    static Duration of(String header, Instant now) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.strip().matches("-?\\d{1,15}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(now, HttpDate.of(header));
            return wait.isNegative() ? null : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The one date format that servers still send (RFC 9110, 5.6.7). */
    static final class HttpDate {
        private HttpDate() {}

        static Instant of(String text) {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        }
    }
}
