package newsmill.local.filter;

import java.io.IOException;
import java.util.function.Function;
import newsmill.article.Article;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import newsmill.enrich.Enricher;
import newsmill.enrich.Tags;

/** A raw article's line to the enriched article's. Thread-safe. */
public final class EnrichStep implements Function<Line, Outcome> {
    private final Enricher enricher;
    private final boolean explain;
    private final Function<EnrichedArticle, byte[]> writer;

    /** A step that prints the enriched article as JSON. */
    public EnrichStep(Enricher enricher) {
        this(enricher, false, JsonLine::of);
    }

    /**
     * A step.
     *
     * @param explain whether the taggers' reasons are said too
     * @param writer how an article is printed, without a line feed at the end
     */
    public EnrichStep(Enricher enricher, boolean explain, Function<EnrichedArticle, byte[]> writer) {
        this.enricher = enricher;
        this.explain = explain;
        this.writer = writer;
    }

    @Override
    public Outcome apply(Line line) {
        Article article;
        try {
            article = Json.read(line.bytes(), Article.class);
        } catch (IOException e) {
            return Outcome.rejected(line, "not a raw article: " + e.getMessage());
        }
        Tags tags = explain ? Tags.explained() : new Tags();
        byte[] record = writer.apply(enricher.enrich(article, null, tags));
        String id = Printable.text(article.id());
        return Outcome.of(
                record,
                tags.notes().stream()
                        .map(note -> id + ": " + Printable.text(note))
                        .toList());
    }
}
