package newsmill.ingest.fetch;

import java.time.Duration;
import newsmill.article.Settings;

/**
 * How to fetch.
 *
 * @param userAgent names us and a contact; its first word up to "/" is what robots.txt calls us
 * @param total the most that one fetch may take, redirects included
 * @param connect the most that connecting may take
 * @param maxBytes the most that a body may have, before and after decompression
 * @param maxRedirects how many redirects are followed
 * @param allowPrivate see {@link AddressGuard}
 */
public record FetchSettings(
        String userAgent, Duration total, Duration connect, int maxBytes, int maxRedirects, boolean allowPrivate) {
    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static FetchSettings from(Settings settings) {
        String contact = settings.text("NEWSMILL_INGEST_CONTACT", null);
        String plain = contact == null ? "newsmill/0.1" : "newsmill/0.1 (+" + contact + ")";
        return new FetchSettings(
                settings.parse(
                        "NEWSMILL_INGEST_USER_AGENT", plain, FetchSettings::headerValue, "one line of ASCII text"),
                settings.time("NEWSMILL_INGEST_TIMEOUT", Duration.ofSeconds(30)),
                settings.time("NEWSMILL_INGEST_CONNECT_TIMEOUT", Duration.ofSeconds(10)),
                settings.number("NEWSMILL_INGEST_MAX_BYTES", 16 << 20, 1024),
                settings.number("NEWSMILL_INGEST_MAX_REDIRECTS", 5, 0),
                settings.flag("NEWSMILL_INGEST_ALLOW_PRIVATE", false));
    }

    private static String headerValue(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** The product token that robots.txt addresses us by. */
    public String robotName() {
        return userAgent.split("[/ ]", 2)[0].toLowerCase(java.util.Locale.ROOT);
    }
}
