package newsmill.sink;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import newsmill.article.Article;
import newsmill.article.Country;
import newsmill.article.EnrichedArticle;
import newsmill.article.Iso8601;
import newsmill.article.Json;
import newsmill.article.MediaTopic;
import newsmill.article.Quote;
import newsmill.article.Rights;
import newsmill.article.Source;

/**
 * A row of a table: an article's fields by their names in JSON, lists as lists. One column is added: {@code publishedTime},
 * what {@code publishedAt} says as a moment (of a mere date its first, in UTC), for a table is filtered by it.
 *
 * @param revision null for a tombstone that names none
 */
record ParquetRow(
        String id,
        Integer revision,
        String status,
        String url,
        String canonicalUrl,
        Source source,
        String title,
        String description,
        List<String> byline,
        String section,
        List<String> keywords,
        String image,
        String language,
        String publishedAt,
        Instant publishedTime,
        String publishedAtFrom,
        String modifiedAt,
        Instant fetchedAt,
        String body,
        String bodyVerdict,
        String contentHash,
        List<Rights.OptOut> optOuts,
        List<MediaTopic> topics,
        List<Country> countries,
        List<Said> quotes,
        String enrichedBy,
        Instant enrichedAt) {
    /** Moments outside are no news, and a column of microseconds cannot hold them all. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** A quote, its kind by its name in JSON. */
    record Said(String text, int start, int end, String kind, boolean partial, Quote.Speaker speaker, String cue) {
        static Said of(Quote quote) {
            return new Said(
                    quote.text(),
                    quote.start(),
                    quote.end(),
                    name(quote.kind()),
                    quote.partial(),
                    quote.speaker(),
                    quote.cue());
        }
    }

    /**
     * The row of an article in JSON.
     *
     * @throws IOException if it is none; the message says why
     */
    static ParquetRow of(byte[] line) throws IOException {
        EnrichedArticle enriched = Json.read(line, EnrichedArticle.class);
        Article article = enriched.article();
        return new ParquetRow(
                article.id(),
                article.withdrawn() && !Json.MAPPER.readTree(line).has("revision")
                        ? null
                        : Integer.valueOf(article.revision()),
                name(article.status()),
                article.url(),
                article.canonicalUrl(),
                article.source(),
                article.title(),
                article.description(),
                article.byline(),
                article.section(),
                article.keywords(),
                article.image(),
                article.language(),
                article.publishedAt(),
                moment(article.publishedAt()),
                name(article.publishedAtFrom()),
                article.modifiedAt(),
                possible(article.fetchedAt()),
                article.body(),
                name(article.bodyVerdict()),
                article.contentHash(),
                article.rights() == null ? List.of() : article.rights().optOuts(),
                enriched.topics(),
                enriched.countries(),
                enriched.quotes().stream().map(Said::of).toList(),
                enriched.enriched() == null ? null : enriched.enriched().by(),
                enriched.enriched() == null
                        ? null
                        : possible(enriched.enriched().at()));
    }

    private static Instant moment(String iso) {
        return iso == null ? null : possible(Iso8601.instant(iso));
    }

    private static Instant possible(Instant time) {
        return time == null || time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
    }

    /** An enum's constant as JSON has it. */
    private static String name(Enum<?> constant) {
        try {
            return constant == null
                    ? null
                    : constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(JsonProperty.class)
                            .value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
