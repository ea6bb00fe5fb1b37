package newsmill.article;

import java.util.List;

/**
 * A country the article is about or names.
 *
 * @param code ISO 3166-1 alpha-2, or {@code XK} for Kosovo
 * @param name its English short name
 * @param mentions how often title and body name it or a place in it
 * @param salience 0 to 1; over an article's countries they sum to 1, and the first is what the story is about
 * @param spans the words of the body that say so, in order
 */
public record Country(String code, String name, int mentions, double salience, List<Span> spans) {
    public Country {
        spans = spans == null ? List.of() : List.copyOf(spans);
    }
}
