package newsmill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.ContentHash;
import newsmill.article.Source;

/** Articles of about 4,000 characters, put together from paragraphs of our own: as many as one likes, always the same. */
final class Articles {
    private static final int PARAGRAPHS = 10;
    private static final List<String> TEXTS = texts();

    private Articles() {}

    /** The article of a number. */
    static Article number(int n) {
        List<String> body = new ArrayList<>(TEXTS);
        Collections.shuffle(body, new Random(n));
        body = body.subList(0, PARAGRAPHS);
        String url = "https://news.example/2026/11/story-" + n;
        String title =
                "Report " + n + ": " + body.get(0).substring(0, body.get(0).indexOf(' ', 50));
        String text = String.join("\n\n", body);
        return Article.of(ArticleId.of(url))
                .url(url)
                .canonicalUrl(url)
                .source(new Source("bench", "Bench News", null, null))
                .title(title)
                .language("en")
                .publishedAt("2026-11-20T08:30:00Z")
                .fetchedAt(Instant.parse("2026-11-20T09:00:00Z"))
                .body(text)
                .bodyVerdict(Article.BodyVerdict.OK)
                .contentHash(ContentHash.of(title, text))
                .build();
    }

    /**
     * The article of a number, its words in any order: nothing to read, but as hard to pack as news. LZ4 in blocks of 64 KB packs it 1.9
     * to 1, real articles 1.7 to 1, and {@link #number} with its few paragraphs 7.3 to 1.
     */
    static Article mixed(int n) {
        Article article = number(n);
        List<String> words = new ArrayList<>(List.of(article.body().split(" ")));
        Collections.shuffle(words, new Random(n));
        return article.with().body(String.join(" ", words)).build();
    }

    private static List<String> texts() {
        try (InputStream file = Articles.class.getResourceAsStream("/newsmill/bench/paragraphs.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
