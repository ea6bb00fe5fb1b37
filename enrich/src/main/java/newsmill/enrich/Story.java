package newsmill.enrich;

import java.util.Locale;
import newsmill.article.Article;
import newsmill.enrich.text.Text;

/**
 * An article as the taggers see it, its text cut once for all of them.
 *
 * @param article the raw article
 * @param title its title; empty if it has none
 * @param body its body; the spans of tags count in it
 * @param language the text's language as a BCP 47 tag, such as {@code en} or {@code de-AT}; {@code und} where it is not
 *     known
 */
public record Story(Article article, Text title, Text body, String language) {
    /** Cuts an article's text. */
    public static Story of(Article article, String language) {
        return new Story(article, Text.of(article.title()), Text.of(article.body()), language);
    }

    /** The language without region or script, in lower case: {@code de} for {@code de-AT}. */
    public String primaryLanguage() {
        int dash = language.indexOf('-');
        return (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT);
    }
}
