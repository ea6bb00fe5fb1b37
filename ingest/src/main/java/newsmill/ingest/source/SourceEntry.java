package newsmill.ingest.source;

import java.net.URI;
import java.util.List;
import newsmill.article.Settings;

/**
 * One entry of {@code sources.yaml}, and the value of a record on the sources topic.
 *
 * @param id letters, digits, '.', '_', '-': the key of the record
 * @param url what to poll
 * @param type by default {@link SourceType#AUTO}
 * @param name the publisher's name, or null
 * @param language BCP 47, or null
 * @param country ISO 3166-1 alpha-2, or null
 * @param every how often to poll, such as {@code 30m}; null leaves it to what the source says and does
 * @param tags the operator's own words
 * @param pattern of a listing page: which of its links are articles, such as {@code /news/*} (see {@link LinkPattern});
 *     null leaves it to what the page shows
 */
public record SourceEntry(
        String id,
        String url,
        SourceType type,
        String name,
        String language,
        String country,
        String every,
        List<String> tags,
        String pattern) {
    /** An entry without a pattern. */
    public SourceEntry(
            String id,
            String url,
            SourceType type,
            String name,
            String language,
            String country,
            String every,
            List<String> tags) {
        this(id, url, type, name, language, country, every, tags, null);
    }

    /** Checks; a message names the field and its value. */
    public SourceEntry {
        if (id == null || !id.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException("id '" + id + "': use letters, digits, '.', '_' or '-'");
        }
        String shown = url == null ? null : url.replaceFirst("//[^/?#]*@", "//");
        if (!isWeb(url)) {
            throw new IllegalArgumentException("url '" + shown + "': should be an http or https address");
        }
        if (!shown.equals(url)) {
            throw new IllegalArgumentException("url '" + shown
                    + "': should hold no user name and password: each article says which feed it is from");
        }
        type = type == null ? SourceType.AUTO : type;
        if (language != null && !isLanguage(language)) {
            throw new IllegalArgumentException("language '" + language + "': should be a tag such as en or pt-BR");
        }
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country '" + country + "': should be two capital letters such as GB");
        }
        checkTime(every);
        tags = tags == null ? List.of() : List.copyOf(tags);
        if (pattern != null) {
            LinkPattern.of(pattern);
        }
    }

    /** True for a tag such as {@code en} or {@code pt-BR}. */
    public static boolean isLanguage(String tag) {
        return tag != null && tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    }

    private static void checkTime(String every) {
        try {
            if (every != null && Settings.duration(every).toMillis() <= 0) {
                throw new IllegalArgumentException(every);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("every '" + every + "': should be a time such as 10m, 6h or 1d", e);
        }
    }

    private static boolean isWeb(String url) {
        try {
            URI address = URI.create(url == null ? "" : url.strip());
            String scheme = address.getScheme();
            return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
