package newsmill.sink;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import newsmill.article.Settings;

/**
 * Which search server, and how it is used.
 *
 * @param url {@code NEWSMILL_SINK_SEARCH_URL}, by default {@code http://localhost:9200}
 * @param alias {@code NEWSMILL_SINK_SEARCH_INDEX}: the alias that articles are found under
 * @param user {@code NEWSMILL_SINK_SEARCH_USER}, or null
 * @param password {@code NEWSMILL_SINK_SEARCH_PASSWORD}, also as {@code …_FILE}
 * @param apiKey {@code NEWSMILL_SINK_SEARCH_API_KEY}, also as {@code …_FILE}: instead of a user
 * @param authority {@code NEWSMILL_SINK_SEARCH_CA}: a PEM file with the certificates that are trusted, or null for the
 *     system's
 * @param shards {@code NEWSMILL_SINK_SEARCH_SHARDS}: of a new index
 * @param bulkBytes {@code NEWSMILL_SINK_SEARCH_BULK_BYTES}: a request is sent when it is this large
 * @param inFlight {@code NEWSMILL_SINK_SEARCH_IN_FLIGHT}: requests under way at a time
 * @param timeout {@code NEWSMILL_SINK_SEARCH_TIMEOUT}: of one request
 */
public record SearchSettings(
        URI url,
        String alias,
        String user,
        String password,
        String apiKey,
        Path authority,
        int shards,
        int bulkBytes,
        int inFlight,
        Duration timeout) {

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static SearchSettings from(Settings settings) {
        URI url = url(settings);
        String user = settings.text("NEWSMILL_SINK_SEARCH_USER", null);
        String password = settings.text("NEWSMILL_SINK_SEARCH_PASSWORD", null);
        String apiKey = settings.text("NEWSMILL_SINK_SEARCH_API_KEY", null);
        if (user == null != (password == null)) {
            throw new IllegalArgumentException("NEWSMILL_SINK_SEARCH_" + (user == null ? "PASSWORD" : "USER")
                    + ": should come with NEWSMILL_SINK_SEARCH_" + (user == null ? "USER" : "PASSWORD"));
        }
        if (user != null && apiKey != null) {
            throw new IllegalArgumentException(
                    "NEWSMILL_SINK_SEARCH_API_KEY: should not come with NEWSMILL_SINK_SEARCH_USER");
        }
        return new SearchSettings(
                url,
                settings.parse(
                        "NEWSMILL_SINK_SEARCH_INDEX",
                        "newsmill-articles",
                        SearchSettings::name,
                        "lower-case letters, digits, '-' and '_'"),
                user,
                password,
                apiKey,
                settings.parse("NEWSMILL_SINK_SEARCH_CA", null, Path::of, "a PEM file"),
                settings.number("NEWSMILL_SINK_SEARCH_SHARDS", 1, 1),
                settings.number("NEWSMILL_SINK_SEARCH_BULK_BYTES", 4 << 20, 1),
                settings.number("NEWSMILL_SINK_SEARCH_IN_FLIGHT", 2, 1),
                settings.time("NEWSMILL_SINK_SEARCH_TIMEOUT", Duration.ofSeconds(60)));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return url + "/" + alias;
    }

    private static URI url(Settings settings) {
        if (settings.text("NEWSMILL_SINK_SEARCH_URL", "").contains("@")) {
            // Addresses are logged, and so are wrong settings: neither may hold a password.
            throw new IllegalArgumentException("NEWSMILL_SINK_SEARCH_URL: should be without user and password, which"
                    + " NEWSMILL_SINK_SEARCH_USER and NEWSMILL_SINK_SEARCH_PASSWORD tell");
        }
        return settings.parse(
                "NEWSMILL_SINK_SEARCH_URL",
                URI.create("http://localhost:9200"),
                SearchSettings::address,
                "an address such as http://localhost:9200");
    }

    private static URI address(String text) {
        URI url = URI.create(text.replaceFirst("/+$", ""));
        if (url.getHost() == null || !"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return url;
    }

    private static String name(String text) {
        if (!text.matches("[a-z0-9][a-z0-9_-]{0,199}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
