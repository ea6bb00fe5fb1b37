package newsmill.ingest.frontier;

import java.time.Instant;
import newsmill.article.Article;
import newsmill.article.EventHeaders;
import newsmill.article.Iso8601;
import newsmill.article.Json;
import newsmill.ingest.health.VisitReport;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where what the frontier finds leaves it: articles to the raw topic, links of other partitions to the links topic, what
 * came of visits to the visits topic.
 */
final class Press {
    /** Names of the sinks in the topology. */
    static final String RAW = "raw";

    static final String LINKS = "links-out";
    static final String VISITS = "visits-out";

    private static final Logger LOG = LoggerFactory.getLogger(Press.class);

    /** Room for headers and the record's own frame. */
    private static final int FRAME = 16 * 1024;

    private final ProcessorContext<String, byte[]> context;
    private final int maxRecordBytes;

    Press(ProcessorContext<String, byte[]> context, int maxRecordBytes) {
        this.context = context;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** Publishes a revision; false if it is larger than the topic takes, which would end the service. */
    boolean publish(Article article, long now) {
        byte[] json = Json.write(article);
        if (json.length > maxRecordBytes - FRAME) {
            LOG.error(
                    "{}: an article of {} bytes is too large to publish (NEWSMILL_TOPIC_MAX_MESSAGE_BYTES={})",
                    article.url(),
                    json.length,
                    maxRecordBytes);
            return false;
        }
        context.forward(
                new Record<>(
                        article.id(),
                        json,
                        timestamp(article.publishedAt(), now),
                        EventHeaders.of(EventHeaders.RAW, article, Instant.ofEpochMilli(now))),
                RAW);
        return true;
    }

    /** Publishes that an article was withdrawn, then its tombstone. */
    void withdraw(Article article, long now) {
        publish(article, now);
        context.forward(
                new Record<>(
                        article.id(),
                        null,
                        timestamp(article.publishedAt(), now),
                        EventHeaders.of(EventHeaders.RAW, article, Instant.ofEpochMilli(now))),
                RAW);
    }

    /** Hands a link to the partition that owns its host. */
    void pass(LinkEntry link, long now) {
        context.forward(new Record<>(Host.of(link.owner()), Json.write(link), now), LINKS);
    }

    /** Reports what came of a visit; pages that no source listed are nobody's. */
    void report(VisitReport visit) {
        context.forward(
                new Record<>(visit.source(), Json.write(visit), visit.at().toEpochMilli()), VISITS);
    }

    /** Reports that a source was taken out. */
    void forgotten(String sourceId, long now) {
        context.forward(new Record<>(sourceId, null, now), VISITS);
    }

    /** When the article was published, where that is known and can be: a broker refuses records from the future. */
    static long timestamp(String published, long now) {
        Instant time = published == null ? null : Iso8601.instant(published);
        return time == null || time.isAfter(Instant.ofEpochMilli(now)) || time.getEpochSecond() < 0
                ? now
                : time.toEpochMilli();
    }
}
