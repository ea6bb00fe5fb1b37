package newsmill.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.ingest.extract.SiteRules;
import newsmill.ingest.fetch.FetchSettings;
import newsmill.ingest.frontier.ScheduleSettings;
import newsmill.service.InstanceName;
import newsmill.service.StoreMemory;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;

/**
 * All settings of the ingest service.
 *
 * @param kafka where Kafka is
 * @param applicationId {@code NEWSMILL_INGEST_APPLICATION_ID}: the consumer group, and the prefix of the changelogs
 * @param instanceId {@code NEWSMILL_INSTANCE}: names this copy, so that it gets its hosts back after a restart
 * @param stateDir {@code NEWSMILL_STATE_DIR}: a cache of the stores; may be lost
 * @param fetch how to fetch
 * @param schedule when to visit what
 * @param inFlight {@code NEWSMILL_INGEST_IN_FLIGHT}: most requests in flight for each partition
 * @param workers {@code NEWSMILL_INGEST_WORKERS}: threads that look names up, decompress and extract
 * @param commit {@code NEWSMILL_INGEST_COMMIT}: time between commits; what a reader waits for at most
 * @param maxRecordBytes {@code NEWSMILL_TOPIC_MAX_MESSAGE_BYTES}: as the topics were created
 * @param warc {@code NEWSMILL_INGEST_WARC}: a folder to keep every page in as it was served; null for none
 * @param warcBytes {@code NEWSMILL_INGEST_WARC_BYTES}: the size at which a WARC file is finished
 * @param sites {@code NEWSMILL_INGEST_SITES}: a file of selectors for sites that need them, as {@code config/sites.yaml}
 */
public record IngestConfig(
        KafkaSettings kafka,
        String applicationId,
        String instanceId,
        Path stateDir,
        FetchSettings fetch,
        ScheduleSettings schedule,
        int inFlight,
        int workers,
        Duration commit,
        int maxRecordBytes,
        Path warc,
        int warcBytes,
        SiteRules sites) {
    /** How often due work is looked for. */
    static final Duration TICK = Duration.ofMillis(50);

    /** How long a close waits for requests in flight. */
    static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static IngestConfig from(Settings settings) {
        KafkaSettings kafka = KafkaSettings.from(settings);
        Path stateDir = Path.of(settings.text("NEWSMILL_STATE_DIR", "data/state"), "ingest");
        return new IngestConfig(
                kafka,
                applicationId(settings),
                settings.text("NEWSMILL_INSTANCE", InstanceName.of(stateDir)),
                stateDir,
                FetchSettings.from(settings),
                ScheduleSettings.from(settings),
                settings.number("NEWSMILL_INGEST_IN_FLIGHT", 32, 1),
                settings.number(
                        "NEWSMILL_INGEST_WORKERS",
                        Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
                        1),
                settings.time("NEWSMILL_INGEST_COMMIT", Duration.ofMillis(500)),
                TopicSettings.from(settings).maxMessageBytes(),
                settings.parse("NEWSMILL_INGEST_WARC", null, Path::of, "a folder"),
                settings.number("NEWSMILL_INGEST_WARC_BYTES", 1 << 30, 1),
                sites(settings.text("NEWSMILL_INGEST_SITES", null)));
    }

    /** What the service's group, and the topics of its state, begin with. */
    public static String applicationId(Settings settings) {
        String prefix = KafkaSettings.from(settings).topics().prefix();
        return settings.text("NEWSMILL_INGEST_APPLICATION_ID", prefix + "-ingest");
    }

    private static SiteRules sites(String file) {
        try {
            return file == null ? SiteRules.none() : SiteRules.read(Path.of(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("NEWSMILL_INGEST_SITES=" + file + ": " + e.getMessage(), e);
        }
    }

    /** Settings for Kafka Streams; what is passed through for Kafka wins over what we choose. */
    public Properties streams() {
        Properties p = new Properties();
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        p.put(StreamsConfig.STATE_DIR_CONFIG, directory(stateDir));
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commit.toMillis());
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueProcessingExceptionHandler.class);
        p.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                kafka.topics().rejected());
        // With records waiting, a tick must not wait for the poll.
        p.put(StreamsConfig.POLL_MS_CONFIG, 10);
        // A joining copy gets its share at once and restores it, rather than warming up for minutes first.
        p.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        // A killed copy that comes back is known by its name; any other is missed after ten seconds.
        p.put(StreamsConfig.consumerPrefix("group.instance.id"), instanceId);
        p.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 10_000);
        p.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 3_000);
        p.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        p.put(StreamsConfig.producerPrefix("compression.type"), "zstd");
        p.put(StreamsConfig.producerPrefix("max.request.size"), maxRecordBytes + (1 << 20));
        p.putAll(kafka.properties());
        return p;
    }

    private static String directory(Path path) {
        try {
            return Files.createDirectories(path).toAbsolutePath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("NEWSMILL_STATE_DIR: cannot create " + path, e);
        }
    }
}
