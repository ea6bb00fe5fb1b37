package newsmill.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** RFC 9111: how long a server says that what it sent stays as it is. */
public final class Freshness {
    private static final String MAX_AGE = "max-age=";

    private Freshness() {}

    /**
     * From {@code Cache-Control}, else {@code Expires}, less the time it has lain in caches on the way ({@code Age});
     * null where it does not say, or is no longer fresh.
     */
    public static Duration of(Response response) {
        Duration lifetime = lifetime(response);
        Duration age = response.header("age") == null
                ? null
                : seconds(response.header("age").strip());
        Duration left = lifetime == null || age == null ? lifetime : lifetime.minus(age);
        return left == null || left.isNegative() || left.isZero() ? null : left;
    }

    private static Duration lifetime(Response response) {
        String control = response.header("cache-control");
        if (control != null) {
            String lower = control.toLowerCase(Locale.ROOT);
            if (lower.contains("no-cache") || lower.contains("no-store")) {
                return null;
            }
            int at = lower.indexOf(MAX_AGE);
            if (at >= 0) {
                return seconds(lower.substring(at + MAX_AGE.length()));
            }
        }
        Instant expires = date(response.header("expires"));
        Instant sent = date(response.header("date"));
        return expires == null ? null : Duration.between(sent == null ? Instant.now() : sent, expires);
    }

    private static Instant date(String header) {
        try {
            return header == null ? null : RetryAfter.HttpDate.of(header);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration seconds(String text) {
        int end = 0;
        while (end < text.length() && end < 9 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int seconds = end == 0 ? 0 : Integer.parseInt(text.substring(0, end));
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }
}
