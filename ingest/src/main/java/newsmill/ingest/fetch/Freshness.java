package newsmill.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** RFC 9111: how long a server says that what it sent stays as it is. */
public final class Freshness {
    private static final String MAX_AGE = "max-age=";

    private Freshness() {}

    /** From {@code Cache-Control}, else {@code Expires}; null where it does not say. */
    public static Duration of(Response response) {
        String control = response.header("cache-control");
        if (control != null) {
            String lower = control.toLowerCase(Locale.ROOT);
            int at = lower.indexOf(MAX_AGE);
            return at < 0 || lower.contains("no-cache") || lower.contains("no-store")
                    ? null
                    : seconds(lower.substring(at + MAX_AGE.length()));
        }
        String expires = response.header("expires");
        try {
            Duration until = expires == null ? null : Duration.between(Instant.now(), RetryAfter.HttpDate.of(expires));
            return until == null || until.isNegative() ? null : until;
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
