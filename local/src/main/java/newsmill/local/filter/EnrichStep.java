package newsmill.local.filter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.function.Function;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.enrich.Enricher;

/** A raw article's line to the enriched article's. Thread-safe. */
public final class EnrichStep implements Function<Line, Outcome> {
    private static final ObjectReader ARTICLES =
            Json.MAPPER.readerFor(Article.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Enricher enricher;

    public EnrichStep(Enricher enricher) {
        this.enricher = enricher;
    }

    @Override
    public Outcome apply(Line line) {
        Article article;
        try {
            article = ARTICLES.readValue(line.bytes());
        } catch (IOException e) {
            return Outcome.rejected(line, "not a raw article: " + JsonFault.in(e));
        }
        return article == null
                ? Outcome.rejected(line, "not a raw article: null")
                : Outcome.of(JsonLine.of(enricher.enrich(article)));
    }
}
