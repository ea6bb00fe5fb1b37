package newsmill.enrich;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import newsmill.article.Article;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of the chain that drops what is not new and tags what is. It remembers an article only when it has passed it
 * on, so that a rejected one that is sent again is still new.
 */
final class Enrichment implements Processor<String, Article, String, byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(Enrichment.class);

    /** What a batch of one record takes beside key, value and headers; a header takes {@value #HEADER_BYTES} more. */
    private static final int FRAME_BYTES = 128;

    private static final int HEADER_BYTES = 10;

    private final EnrichConfig config;
    private final Enricher enricher;
    private final Clock clock;
    private final Overruns overruns;
    private final EnrichMetrics metrics;
    private final TimeLimit limit;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, Seen> store;

    Enrichment(EnrichConfig config, Enricher enricher, Clock clock, Overruns overruns, EnrichMetrics metrics) {
        this.config = config;
        this.enricher = enricher;
        this.clock = clock;
        this.overruns = overruns;
        this.metrics = metrics;
        this.limit = new TimeLimit(config.timeLimit(), overruns::leaveBehind);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.store = context.getStateStore(EnrichTopology.SEEN);
    }

    @Override
    public void process(Record<String, Article> record) {
        try {
            if (record.key() == null) {
                throw new UnusableArticle("a record without a key, which should be the article's id");
            }
            if (record.value() == null) {
                bury(record);
            } else {
                pass(record);
            }
        } catch (UnusableArticle e) {
            metrics.rejected();
            LOG.warn("rejected: {}", e.getMessage());
            throw e;
        }
    }

    private void pass(Record<String, Article> record) {
        Article article = record.value();
        if (!record.key().equals(article.id())) {
            throw new UnusableArticle(article.id() + ": has another id as its key: " + record.key());
        }
        Seen last = store.get(article.id());
        Seen next = Seen.next(last, article, enricher.version());
        if (next == null) {
            metrics.unchanged();
            return;
        }
        Article numbered = article.with().revision(next.revision()).build();
        Instant now = clock.instant();
        byte[] json = tagged(numbered, now);
        Headers headers = headers(numbered, now, record.headers());
        int size = size(article.id(), json, headers);
        if (size > config.maxRecordBytes()) {
            throw new UnusableArticle(article.id() + ": " + size + " bytes with its tags, more than the "
                    + config.maxRecordBytes() + " that a record may have (NEWSMILL_TOPIC_MAX_MESSAGE_BYTES)");
        }
        store.put(article.id(), next);
        context.forward(record.withValue(json).withHeaders(headers));
        metrics.passed(numbered);
    }

    private void bury(Record<String, Article> record) {
        String revision = EventHeaders.get(record.headers(), EventHeaders.REVISION);
        boolean replayed = EventHeaders.get(record.headers(), EventHeaders.REPLAY) != null;
        Seen next = Seen.buried(store.get(record.key()), number(revision), replayed, enricher.version());
        if (next == null) {
            metrics.unchanged();
            return;
        }
        store.put(record.key(), next);
        Headers headers = new RecordHeaders(record.headers());
        EventHeaders.put(headers, "ce_type", EventHeaders.ENRICHED);
        context.forward(record.withValue((byte[]) null).withHeaders(headers));
        metrics.buried();
    }

    private byte[] tagged(Article article, Instant now) {
        String place = context.recordMetadata()
                .map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                .orElse("");
        if (overruns.contains(place)) {
            throw outOfTime(article);
        }
        long start = System.nanoTime();
        try {
            return limit.call(() -> Json.write(enricher.enrich(article, now, new Tags())));
        } catch (TimeoutException e) {
            overruns.add(place);
            throw outOfTime(article);
        } catch (ExecutionException e) {
            throw new UnusableArticle(article.id() + ": cannot be tagged: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            metrics.took(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private UnusableArticle outOfTime(Article article) {
        return new UnusableArticle(article.id() + ": its taggers ran longer than "
                + config.timeLimit().toMillis() + " ms (NEWSMILL_ENRICH_TIME_LIMIT)");
    }

    private Headers headers(Article article, Instant now, Headers raw) {
        Headers headers = EventHeaders.of(EventHeaders.ENRICHED, article, now);
        EventHeaders.put(headers, EventHeaders.ENRICHER, enricher.version());
        EventHeaders.put(headers, EventHeaders.REPLAY, EventHeaders.get(raw, EventHeaders.REPLAY));
        return headers;
    }

    private static int size(String key, byte[] value, Headers headers) {
        int size = FRAME_BYTES + Utils.utf8Length(key) + value.length;
        for (Header header : headers) {
            size += HEADER_BYTES + Utils.utf8Length(header.key()) + header.value().length;
        }
        return size;
    }

    private static int number(String revision) {
        return revision != null && revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
    }

    @Override
    public void close() {
        limit.close();
    }
}
