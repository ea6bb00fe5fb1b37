package newsmill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsmill.article.Article;

/** The articles of {@link Articles} as pages of a web site, with the clutter that such pages have. */
public final class Pages {
    private static final String TEMPLATE = template();

    private Pages() {}

    /** The page of an article's number, as a server would send it. */
    static byte[] number(int n) {
        return number(n, Articles.number(n).url());
    }

    /** The same page as it would be at another address. */
    public static byte[] number(int n, String url) {
        Article article = Articles.number(n);
        String body = article.body()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> "<p>" + line.replace("&", "&amp;") + "</p>")
                .collect(Collectors.joining("\n"));
        return TEMPLATE.replace("{title}", article.title().replace("\"", "&quot;"))
                .replace("{url}", url)
                .replace("{menu}", items(40, "/section-%d", "Section %d"))
                .replace("{related}", cards(24, n))
                .replace("{body}", body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String items(int count, String link, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<li><a href=\"" + link.formatted(i) + "\">" + text.formatted(i) + "</a></li>")
                .collect(Collectors.joining("\n"));
    }

    private static String cards(int count, int n) {
        return IntStream.range(0, count)
                .mapToObj(i -> Articles.number(n + i + 1))
                .map(other -> "<div class=\"card\"><a href=\"" + other.url()
                        + "\"><img src=\"/images/small.jpg\" alt=\"\"><h3>"
                        + other.title() + "</h3></a><p>"
                        + other.body().substring(0, other.body().indexOf('.') + 1)
                        + "</p><span class=\"date\">19 November 2026</span></div>")
                .collect(Collectors.joining("\n"));
    }

    private static String template() {
        try (InputStream file = Pages.class.getResourceAsStream("/newsmill/bench/page.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
