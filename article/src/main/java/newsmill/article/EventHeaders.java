package newsmill.article;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a record: CloudEvents 1.0 in Kafka's binary mode, and ours. A consumer that ignores them loses nothing.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka protocol binding</a>
 */
public final class EventHeaders {
    /** The type of a raw article's event. */
    public static final String RAW = "newsmill.article.raw.v1";
    /** The type of an enriched article's event. */
    public static final String ENRICHED = "newsmill.article.enriched.v1";
    /** The type of an event about a source's health. */
    public static final String SOURCE_HEALTH = "newsmill.source-health.v1";
    /** Header: the article's revision, in decimal. */
    public static final String REVISION = "newsmill-revision";
    /** Header: the version of the tagger set, as in {@link Enriched#by()}. */
    public static final String ENRICHER = "newsmill-enricher";
    /** Header: the id of the replay run; absent on live records. */
    public static final String REPLAY = "newsmill-replay";

    private EventHeaders() {}

    /**
     * The headers of an article's event.
     *
     * @param type {@link #RAW} or {@link #ENRICHED}
     * @param time when the event happened
     */
    public static Headers of(String type, Article article, Instant time) {
        String source = article.source() == null ? null : article.source().id();
        String subject = article.canonicalUrl() == null ? article.url() : article.canonicalUrl();
        Headers headers = of(type, article.id() + ":" + article.revision(), source, subject, time);
        add(headers, REVISION, Integer.toString(article.revision()));
        return headers;
    }

    /** The headers of an event about a source. */
    public static Headers of(SourceHealth health) {
        return of(
                SOURCE_HEALTH,
                health.source() + ":" + health.at().toEpochMilli(),
                health.source(),
                health.url(),
                health.at());
    }

    private static Headers of(String type, String id, String source, String subject, Instant time) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id);
        add(headers, "ce_type", type);
        add(headers, "ce_source", "/newsmill/" + (source == null ? "" : source));
        add(headers, "ce_subject", subject);
        add(headers, "ce_time", time.toString());
        add(headers, "ce_dataschema", "urn:newsmill:schema:" + type);
        add(headers, "content-type", "application/json");
        return headers;
    }

    /** Sets a header, unless the value is null. */
    public static void put(Headers headers, String name, String value) {
        if (value != null) {
            headers.remove(name);
            add(headers, name, value);
        }
    }

    private static void add(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A header's value, or null where it is absent. */
    public static String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
