package newsmill.enrich.countries;

import java.util.Locale;
import java.util.Set;
import newsmill.article.Article;

/** The country a story was published in, as its source or its address says. */
final class Publisher {
    /** Domains of countries that the whole world uses. */
    private static final Set<String> GENERIC = Set.of(
            "AC", "AI", "AM", "AS", "CC", "CO", "DJ", "EU", "FM", "GG", "IO", "LA", "LY", "ME", "NU", "SC", "SH", "SO",
            "ST", "TK", "TO", "TV", "VC", "WS");

    private Publisher() {}

    /** The code of the country; null if nothing says it. */
    static String country(Article article) {
        if (article.source() != null && article.source().country() != null) {
            return article.source().country();
        }
        String domain = domain(article.url());
        return domain == null || GENERIC.contains(domain) ? null : domain.equals("UK") ? "GB" : domain;
    }

    /** The two letters that end the host's name, in capitals; null if it ends otherwise. */
    private static String domain(String url) {
        int scheme = url == null ? -1 : url.indexOf("://");
        if (scheme < 0) {
            return null;
        }
        int end = scheme + 3;
        while (end < url.length() && "/:?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int dot = url.lastIndexOf('.', end - 1);
        return dot > scheme && end - dot == 3 ? url.substring(dot + 1, end).toUpperCase(Locale.ROOT) : null;
    }
}
