package newsmill.article;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A raw article and its tags; in JSON one flat object.
 *
 * @param article all of the raw article, its language as found in the text
 * @param topics best first
 * @param countries most salient first
 * @param quotes in the order of the body
 * @param enriched who tagged it
 */
public record EnrichedArticle(
        @JsonUnwrapped Article article,
        List<MediaTopic> topics,
        List<Country> countries,
        List<Quote> quotes,
        Enriched enriched) {
    public EnrichedArticle {
        topics = topics == null ? List.of() : List.copyOf(topics);
        countries = countries == null ? List.of() : List.copyOf(countries);
        quotes = quotes == null ? List.of() : List.copyOf(quotes);
    }
}
