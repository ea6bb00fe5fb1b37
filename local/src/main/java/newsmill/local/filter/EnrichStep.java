package newsmill.local.filter;

import java.io.IOException;
import java.util.function.Function;
import newsmill.article.Article;
import newsmill.article.Json;
import newsmill.enrich.Enricher;

/** A raw article's line to the enriched article's. Thread-safe. */
public final class EnrichStep implements Function<Line, Outcome> {
    private final Enricher enricher;

    public EnrichStep(Enricher enricher) {
        this.enricher = enricher;
    }

    @Override
    public Outcome apply(Line line) {
        Article article;
        try {
            article = Json.read(line.bytes(), Article.class);
        } catch (IOException e) {
            return Outcome.rejected(line, "not a raw article: " + e.getMessage());
        }
        return Outcome.of(JsonLine.of(enricher.enrich(article)));
    }
}
