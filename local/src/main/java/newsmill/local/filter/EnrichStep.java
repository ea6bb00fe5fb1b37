package newsmill.local.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
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
            return Outcome.rejected(line, "not a raw article: " + reason(e));
        }
        return article == null
                ? Outcome.rejected(line, "not a raw article: null")
                : Outcome.of(Json.write(enricher.enrich(article)));
    }

    /** What is wrong with the JSON and at which byte, without the parser's echo of the input. */
    static String reason(IOException e) {
        if (!(e instanceof JsonProcessingException json)) {
            return e.toString();
        }
        String what = json.getCause() instanceof IllegalArgumentException cause
                ? cause.getMessage()
                : json.getOriginalMessage();
        int end = what.indexOf('\n');
        String first = end < 0 ? what : what.substring(0, end);
        return json.getLocation() == null
                ? first
                : first + " (column " + json.getLocation().getColumnNr() + ")";
    }
}
