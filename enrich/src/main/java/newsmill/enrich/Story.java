package newsmill.enrich;

import newsmill.article.Article;
import newsmill.enrich.text.Text;

/**
 * An article as the taggers see it, its text cut once for all of them.
 *
 * @param article the raw article
 * @param title its title; empty if it has none
 * @param body its body; the spans of tags count in it
 * @param language BCP 47 primary language of the text, such as {@code en}; {@code und} where it is not known
 */
public record Story(Article article, Text title, Text body, String language) {
    /** Cuts an article's text. */
    public static Story of(Article article, String language) {
        return new Story(article, Text.of(article.title()), Text.of(article.body()), language);
    }
}
