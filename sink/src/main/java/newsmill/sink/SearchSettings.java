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
        return new SearchSettings(
                settings.parse(
                        "NEWSMILL_SINK_SEARCH_URL",
                        URI.create("http://localhost:9200"),
                        SearchSettings::address,
                        "an address such as http://localhost:9200"),
                settings.parse(
                        "NEWSMILL_SINK_SEARCH_INDEX",
                        "newsmill-articles",
                        SearchSettings::name,
                        "lower-case letters, digits, '-' and '_'"),
                settings.text("NEWSMILL_SINK_SEARCH_USER", null),
                settings.text("NEWSMILL_SINK_SEARCH_PASSWORD", null),
                settings.text("NEWSMILL_SINK_SEARCH_API_KEY", null),
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
