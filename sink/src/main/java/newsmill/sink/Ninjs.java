package newsmill.sink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import newsmill.article.Article;
import newsmill.article.Country;
import newsmill.article.EnrichedArticle;
import newsmill.article.MediaTopic;
import newsmill.article.Quote;
import newsmill.article.Source;

/**
 * An article as IPTC's news in JSON, ninjs 3.1. The standard is closed and has no place for quotes, spans and evidence: of
 * quotes the speakers stay, of tags their concepts. A withdrawn article is {@code "pubStatus":"canceled"}.
 *
 * @param uri {@code urn:newsmill:ID}
 * @param version the revision; absent for a tombstone that names none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Ninjs(
        String uri,
        String type,
        String representationType,
        String version,
        String versionCreated,
        String contentCreated,
        String pubStatus,
        String language,
        List<Text> headlines,
        List<Text> descriptions,
        List<Text> bodies,
        String by,
        List<Person> people,
        List<Place> places,
        List<Subject> subjects,
        List<InfoSource> infoSources,
        List<AltId> altIds,
        List<Association> associations,
        Standard standard) {
    /** What the ids of IPTC's own topics begin with. */
    private static final String MEDIA_TOPIC = "medtop:";

    private static final String TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
    private static final String COUNTRIES = "http://cvx.iptc.org/iso3166-1a2/";
    private static final Standard STANDARD =
            new Standard("ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");

    record Text(String role, String contentType, Integer charCount, String value) {}

    record Person(String name, String rel) {}

    record Place(String name, String uri) {}

    /**
     * @param literal the id of a topic that is not IPTC's
     * @param confidence 0 to 100, of a concept that a tagger found
     */
    record Subject(String name, String uri, String literal, String creator, Integer confidence) {}

    record InfoSource(String name, String literal) {}

    record AltId(String role, String value) {}

    record Association(String name, String uri, String type) {}

    record Standard(String name, String version, String schema) {}

    /** @param revision 0 if it is not known */
    static Ninjs of(EnrichedArticle enriched, int revision) {
        Article article = enriched.article();
        boolean withdrawn = article.status() == Article.Status.WITHDRAWN;
        boolean whole = article.bodyVerdict() == null || article.bodyVerdict() == Article.BodyVerdict.OK;
        return new Ninjs(
                "urn:newsmill:"
                        + URLEncoder.encode(article.id(), StandardCharsets.UTF_8)
                                .replace("+", "%20"),
                "text",
                blank(article.body()) ? null : whole ? "full" : "partial",
                revision > 0 ? Integer.toString(revision) : null,
                article.fetchedAt() == null ? null : moment(article.fetchedAt().toString()),
                moment(article.publishedAt()),
                withdrawn ? "canceled" : "usable",
                article.language(),
                texts(article.title(), false),
                texts(article.description(), false),
                texts(article.body(), true),
                String.join(", ", article.byline()),
                people(enriched.quotes()),
                enriched.countries().stream().map(Ninjs::place).toList(),
                subjects(enriched),
                infoSources(article),
                altIds(article),
                associations(article.image()),
                STANDARD);
    }

    private static List<Text> texts(String value, boolean counted) {
        return blank(value)
                ? List.of()
                : List.of(new Text(
                        "main", "text/plain", counted ? value.codePointCount(0, value.length()) : null, value));
    }

    private static List<Person> people(List<Quote> quotes) {
        return quotes.stream()
                .map(Quote::speaker)
                .filter(speaker -> speaker != null && speaker.name() != null)
                .map(speaker -> new Person(speaker.name(), "quoted"))
                .distinct()
                .toList();
    }

    private static Place place(Country country) {
        return new Place(
                country.name(),
                country.code() == null ? null : uri(COUNTRIES + country.code().toLowerCase(Locale.ROOT)));
    }

    private static List<Subject> subjects(EnrichedArticle enriched) {
        String creator =
                enriched.enriched() == null ? null : enriched.enriched().by();
        Stream<Subject> found = enriched.topics().stream().map(topic -> subject(topic, creator));
        Stream<Subject> published =
                enriched.article().keywords().stream().map(keyword -> new Subject(keyword, null, null, null, null));
        return Stream.concat(found, published).toList();
    }

    private static Subject subject(MediaTopic topic, String creator) {
        String id = topic.id() == null ? "" : topic.id();
        String uri = id.startsWith(MEDIA_TOPIC) ? uri(TOPICS + id.substring(MEDIA_TOPIC.length())) : null;
        int confidence = (int) Math.round(100 * Math.max(0, Math.min(1, topic.score())));
        return new Subject(topic.name(), uri, uri == null ? id : null, creator, confidence);
    }

    private static List<InfoSource> infoSources(Article article) {
        Source source = article.source();
        return source == null || blank(source.name()) && blank(source.id())
                ? List.of()
                : List.of(new InfoSource(source.name(), source.id()));
    }

    private static List<AltId> altIds(Article article) {
        List<AltId> ids = new ArrayList<>();
        if (!blank(article.url())) {
            ids.add(new AltId("url", article.url()));
        }
        if (!blank(article.canonicalUrl()) && !Objects.equals(article.url(), article.canonicalUrl())) {
            ids.add(new AltId("canonicalUrl", article.canonicalUrl()));
        }
        return ids;
    }

    private static List<Association> associations(String image) {
        String uri = image == null ? null : uri(image);
        return uri == null ? List.of() : List.of(new Association("image", uri, "picture"));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** The text if it is a URI as the standard wants it, whole and of allowed characters; else null. */
    private static String uri(String text) {
        try {
            return new URI(text).isAbsolute() && text.chars().allMatch(c -> c > ' ' && c < 0x7F) ? text : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /**
     * A date and time with its offset as RFC 3339 has it: a year of four digits, seconds always, the offset to the minute.
     * Null if the page said less, or something else.
     */
    private static String moment(String date) {
        try {
            OffsetDateTime moment = date == null ? null : OffsetDateTime.parse(date);
            return moment == null
                            || moment.getYear() < 0
                            || moment.getYear() > 9999
                            || moment.getOffset().getTotalSeconds() % 60 != 0
                    ? null
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
