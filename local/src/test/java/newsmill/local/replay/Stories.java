package newsmill.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.Json;
import newsmill.article.Source;

/** Articles by number, always the same: one an hour from the first of January 2025, of two papers in turn. */
final class Stories {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private Stories() {}

    static String id(int n) {
        return ArticleId.of(url(n));
    }

    static Instant published(int n) {
        return FIRST.plusSeconds(n * 3600L);
    }

    static Article article(int n) {
        return Article.of(id(n))
                .url(url(n))
                .canonicalUrl(url(n))
                .source(new Source(n % 2 == 0 ? "even-post" : "odd-times", "A paper", null, null))
                .title("Story " + n)
                .publishedAt(published(n).toString())
                .fetchedAt(published(n).plusSeconds(600))
                .body("The mayor of Vilnius opened bridge number " + n + ".")
                .build();
    }

    static String line(int n) {
        return line(article(n));
    }

    static String line(Object record) {
        return new String(Json.write(record), UTF_8) + "\n";
    }

    static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(Stories::line).collect(Collectors.joining());
    }

    private static String url(int n) {
        return "https://" + (n % 2 == 0 ? "even" : "odd") + ".example/story-" + n;
    }
}
