package newsmill.article;

import java.time.Duration;

/**
 * How topics are made.
 *
 * @param partitions {@code NEWSMILL_TOPIC_PARTITIONS}: how many instances of a service can share the work
 * @param replication {@code NEWSMILL_TOPIC_REPLICATION}: copies on different brokers; 0 leaves it to the cluster
 * @param retention {@code NEWSMILL_TOPIC_RETENTION}: how long raw and enriched articles are kept, counted from their
 *     publication (the record timestamp): with 30d, a replayed archive of last year is gone at once. {@code -1ms}, the
 *     default, keeps the last revision of each for ever
 * @param compactionLag {@code NEWSMILL_TOPIC_COMPACTION_LAG}: a reader that is no further behind sees every revision
 * @param rejectedRetention {@code NEWSMILL_TOPIC_REJECTED_RETENTION}: how long rejected records wait to be looked at
 * @param maxMessageBytes {@code NEWSMILL_TOPIC_MAX_MESSAGE_BYTES}: the largest record. The longest live blogs met are
 *     below 1 MiB as text; tags can double a record and escapes can treble it, so 8 MiB leaves room, and still lets a
 *     consumer hold a batch of them in a small heap
 */
public record TopicSettings(
        int partitions,
        int replication,
        Duration retention,
        Duration compactionLag,
        Duration rejectedRetention,
        int maxMessageBytes) {
    /** The largest record unless a setting says otherwise. */
    public static final int MAX_MESSAGE_BYTES = 8 << 20;

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static TopicSettings from(Settings settings) {
        return new TopicSettings(
                settings.number("NEWSMILL_TOPIC_PARTITIONS", 6, 1),
                settings.number("NEWSMILL_TOPIC_REPLICATION", 0, 0),
                settings.time("NEWSMILL_TOPIC_RETENTION", Duration.ofMillis(-1)),
                settings.time("NEWSMILL_TOPIC_COMPACTION_LAG", Duration.ofDays(7)),
                settings.time("NEWSMILL_TOPIC_REJECTED_RETENTION", Duration.ofDays(90)),
                settings.number("NEWSMILL_TOPIC_MAX_MESSAGE_BYTES", MAX_MESSAGE_BYTES, 65_536));
    }
}
