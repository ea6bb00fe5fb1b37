package newsmill.enrich;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.service.InstanceName;
import newsmill.service.StoreMemory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;

/**
 * The settings of the enrich service.
 *
 * @param kafka where Kafka is
 * @param applicationId {@code NEWSMILL_ENRICH_APPLICATION_ID}: instances with the same one share the work
 * @param instance {@code NEWSMILL_INSTANCE}: this copy's own lasting name; one that is restarted under its name gets
 *     its partitions back without the others noticing. By default made of the host's name and the state directory
 * @param stateDir {@code NEWSMILL_STATE_DIR}: where the store's copy on disk lies; it is rebuilt if lost
 * @param threads {@code NEWSMILL_ENRICH_THREADS}: by default one a core
 * @param timeLimit {@code NEWSMILL_ENRICH_TIME_LIMIT}: for the taggers on one article
 * @param maxRecordBytes {@code NEWSMILL_TOPIC_MAX_MESSAGE_BYTES}: as the topics were created
 */
public record EnrichConfig(
        KafkaSettings kafka,
        String applicationId,
        String instance,
        Path stateDir,
        int threads,
        Duration timeLimit,
        int maxRecordBytes) {
    /** An instance that dies without a word is missed this long; Kafka's own 45 s are long for news. */
    private static final int SESSION_MILLIS = 10_000;

    /** Leaves room for a few articles that run out of time; as long as that, readers wait after an instance was lost. */
    private static final int TRANSACTION_MILLIS = 30_000;

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static EnrichConfig from(Settings settings) {
        KafkaSettings kafka = KafkaSettings.from(settings);
        Duration timeLimit = settings.time("NEWSMILL_ENRICH_TIME_LIMIT", Duration.ofSeconds(5));
        if (timeLimit.toMillis() < 10 || timeLimit.toMillis() > TRANSACTION_MILLIS / 2) {
            throw new IllegalArgumentException("NEWSMILL_ENRICH_TIME_LIMIT="
                    + settings.text("NEWSMILL_ENRICH_TIME_LIMIT", "") + ": should be from 10ms to 15s");
        }
        Path stateDir = Path.of(settings.text("NEWSMILL_STATE_DIR", "data/state"), "enrich");
        return new EnrichConfig(
                kafka,
                settings.text("NEWSMILL_ENRICH_APPLICATION_ID", kafka.topics().prefix() + "-enrich"),
                settings.text("NEWSMILL_INSTANCE", InstanceName.of(stateDir)),
                stateDir,
                settings.number("NEWSMILL_ENRICH_THREADS", Runtime.getRuntime().availableProcessors(), 1),
                timeLimit,
                TopicSettings.from(settings).maxMessageBytes());
    }

    /** A new set of properties for Kafka Streams; what was passed through for Kafka wins over our defaults. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
        // A rejected record is a raw one with headers that say why.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), maxRecordBytes + (1 << 20));
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        // A copy that joins gets its share at once and restores it, rather than warming up for minutes first.
        properties.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        properties.putAll(kafka.properties());
        exactlyOnce(properties);
        deadLetters(properties);
        return properties;
    }

    private static void exactlyOnce(Properties properties) {
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    }

    private void deadLetters(Properties properties) {
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                kafka.topics().rejected());
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
    }
}
