package newsmill.local.replay;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import newsmill.article.Article;

/**
 * Which articles are wanted.
 *
 * @param from the first moment, or null
 * @param to the moment behind the last, or null
 * @param sources patterns of which one must match the source's id or the host of the address; none: all sources
 */
record Selection(Instant from, Instant to, List<Pattern> sources) {
    static final Selection ALL = new Selection(null, null, List.of());

    /** A pattern with {@code *} and {@code ?}; upper case does not matter. */
    static Pattern glob(String glob) {
        StringBuilder pattern = new StringBuilder();
        for (char c : glob.toCharArray()) {
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    /** Why an article is left out, or null if it is wanted. @param time of its event, or null */
    String against(Instant time, Article article) {
        if (from != null || to != null) {
            if (time == null) {
                return "without a date";
            }
            if (from != null && time.isBefore(from) || to != null && !time.isBefore(to)) {
                return "of another time";
            }
        }
        return sources.isEmpty() || article != null && fits(article) ? null : "of another source";
    }

    /** What the article is listed under: the id of its source, else the host of its address. */
    static String source(Article article) {
        String id = article.source() == null ? null : article.source().id();
        String host = id == null ? host(article) : id;
        return host == null ? "unknown" : host;
    }

    private boolean fits(Article article) {
        String id = article.source() == null ? null : article.source().id();
        String host = host(article);
        return sources.stream()
                .anyMatch(source -> id != null && source.matcher(id).matches()
                        || host != null && source.matcher(host).matches());
    }

    private static String host(Article article) {
        String url = article.canonicalUrl() == null ? article.url() : article.canonicalUrl();
        try {
            String host = url == null ? null : URI.create(url).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
