package newsmill.local.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import newsmill.article.Article;
import newsmill.article.EventHeaders;
import newsmill.article.Rejection;
import newsmill.ingest.archive.ArchivedPage;
import newsmill.local.replay.Edited.Verdict;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Decides what becomes of an entry. What it says depends on the entry alone, so it says the same again. Thread-safe. */
final class Editor implements Function<Entry, Edited> {
    /** As much is kept of what is too large for a record. */
    private static final int KEPT = 64 << 10;

    /** Room for key, headers and the record's own frame. */
    private static final int FRAME = 16 << 10;

    private final Desk desk;
    private final Instant now = Instant.now();

    /**
     * What an editor goes by.
     *
     * @param run the name of the replay
     * @param rejected the topic for what cannot be used
     * @param renewal which of a topic's records are wanted
     * @param maxBytes the largest record
     */
    record Desk(
            String run,
            Target target,
            String rejected,
            Selection selection,
            Predicate<ConsumerRecord<byte[], byte[]>> renewal,
            ArchivedPage pages,
            int maxBytes) {}

    Editor(Desk desk) {
        this.desk = desk;
    }

    /** The largest record that it gives out. */
    int maxRecordBytes() {
        return desk.maxBytes();
    }

    @Override
    public Edited apply(Entry entry) {
        try {
            if (entry instanceof Entry.Text text) {
                return line(text);
            }
            if (entry instanceof Entry.Page page) {
                return page(page);
            }
            if (entry instanceof Entry.Kept kept) {
                return kept(kept);
            }
            return entry instanceof Entry.Broken broken
                    ? rejected(entry, broken.bytes(), broken.reason())
                    : Edited.not(Verdict.OTHER, entry, ((Entry.Other) entry).what());
        } catch (IOException e) {
            return rejected(entry, bytes(entry), "not an article: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return rejected(entry, bytes(entry), "could not be used: " + e);
        }
    }

    private Edited line(Entry.Text text) throws IOException {
        if (text.bytes() == null || text.length() > desk.maxBytes() - FRAME) {
            return rejected(
                    text,
                    bytes(text),
                    "a line of " + text.length() + " bytes; a record may have " + desk.maxBytes()
                            + " (NEWSMILL_TOPIC_MAX_MESSAGE_BYTES)");
        }
        return article(text, Manuscript.of(text.bytes()));
    }

    private Edited page(Entry.Page page) {
        try {
            Article article = desk.pages().article(page.answer());
            return article == null
                    ? Edited.not(Verdict.OTHER, page, "page without an article")
                    : article(page, Manuscript.of(article));
        } catch (IOException e) {
            return rejected(page, page.answer().message(), page.answer().url() + ": " + e.getMessage());
        }
    }

    private Edited article(Entry entry, Manuscript manuscript) throws IOException {
        Article article = manuscript.head();
        Instant time = EventTime.of(article, now);
        String against = desk.selection().against(time, article);
        if (against != null) {
            return Edited.not(Verdict.LEFT_OUT, entry, against);
        }
        Instant dated = time == null ? now : time;
        Target.Print print = desk.target().print(manuscript);
        if (print.json().length > desk.maxBytes() - FRAME) {
            return rejected(
                    entry,
                    bytes(entry),
                    "an article of " + print.json().length + " bytes; a record may have " + desk.maxBytes()
                            + " (NEWSMILL_TOPIC_MAX_MESSAGE_BYTES)");
        }
        Headers headers = EventHeaders.of(
                desk.target().type(), article, article.fetchedAt() == null ? dated : article.fetchedAt());
        EventHeaders.put(headers, EventHeaders.ENRICHER, print.enricher());
        EventHeaders.put(headers, EventHeaders.REPLAY, desk.run());
        byte[] key = article.id().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = record(dated.toEpochMilli(), key, print.json(), headers);
        return Edited.sent(
                entry,
                time,
                Selection.source(article),
                // As in life: the event of a withdrawal, then the tombstone.
                article.withdrawn()
                        ? List.of(record, record(dated.toEpochMilli(), key, null, headers))
                        : List.of(record));
    }

    private Edited kept(Entry.Kept kept) throws IOException {
        ConsumerRecord<byte[], byte[]> record = kept.record();
        if (!desk.renewal().test(record)) {
            return Edited.not(Verdict.LEFT_OUT, kept, "up to date");
        }
        Instant time = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
        Manuscript manuscript = record.value() == null ? null : Manuscript.of(record.value());
        Article article = manuscript == null ? null : manuscript.head();
        String against = desk.selection().against(time, article);
        if (against != null) {
            return Edited.not(Verdict.LEFT_OUT, kept, against);
        }
        Headers headers = new RecordHeaders(record.headers());
        EventHeaders.put(headers, EventHeaders.REPLAY, desk.run());
        EventHeaders.put(headers, "ce_type", desk.target().type());
        if (article == null) {
            return Edited.sent(
                    kept, time, "tombstones", List.of(record(record.timestamp(), record.key(), null, headers)));
        }
        Target.Print print = desk.target().print(manuscript);
        EventHeaders.put(
                headers, "ce_dataschema", "urn:newsmill:schema:" + desk.target().type());
        if (print.enricher() == null) {
            headers.remove(EventHeaders.ENRICHER);
        }
        EventHeaders.put(headers, EventHeaders.ENRICHER, print.enricher());
        byte[] key = record.key() == null ? article.id().getBytes(StandardCharsets.UTF_8) : record.key();
        return Edited.sent(
                kept, time, Selection.source(article), List.of(record(record.timestamp(), key, print.json(), headers)));
    }

    private ProducerRecord<byte[], byte[]> record(long time, byte[] key, byte[] value, Headers headers) {
        return new ProducerRecord<>(desk.target().topic(), null, Math.max(0, time), key, value, headers);
    }

    /** What is rejected says the file and line it stood on, in place of a topic and an offset. */
    private Edited rejected(Entry entry, byte[] bytes, String reason) {
        ConsumerRecord<byte[], byte[]> record = entry instanceof Entry.Kept kept
                ? kept.record()
                : new ConsumerRecord<>(entry.place().text(), 0, entry.place().number(), null, fitting(bytes));
        String place = entry.place().text() + ": " + reason;
        ProducerRecord<byte[], byte[]> rejection = Rejection.of(desk.rejected(), record, "replay", place);
        EventHeaders.put(rejection.headers(), EventHeaders.REPLAY, desk.run());
        return Edited.rejected(entry, reason, rejection);
    }

    private byte[] fitting(byte[] bytes) {
        return bytes.length > desk.maxBytes() ? Arrays.copyOf(bytes, KEPT) : bytes;
    }

    private static byte[] bytes(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return text.bytes() == null ? new byte[0] : text.bytes();
        }
        if (entry instanceof Entry.Page page) {
            return page.answer().message();
        }
        return entry instanceof Entry.Broken broken ? broken.bytes() : new byte[0];
    }
}
