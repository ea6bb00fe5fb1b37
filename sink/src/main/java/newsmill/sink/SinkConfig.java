package newsmill.sink;

import java.time.Duration;
import java.util.Locale;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;

/**
 * What a sink service is told.
 *
 * @param kafka where Kafka is
 * @param type {@code NEWSMILL_SINK}: {@code files} or {@code search}
 * @param group {@code NEWSMILL_SINK_GROUP}: instances with the same one share the work; by default
 *     {@code newsmill-sink-files} or {@code newsmill-sink-search}, behind the prefix of the topics
 * @param commitEvery {@code NEWSMILL_SINK_COMMIT_EVERY}: how often what was written is made durable and committed
 * @param longestPause {@code NEWSMILL_SINK_LONGEST_PAUSE}: pauses between attempts grow up to it
 * @param settings everything else, for the sink itself
 */
public record SinkConfig(
        KafkaSettings kafka, Type type, String group, Duration commitEvery, Duration longestPause, Settings settings) {
    /** Where articles go. */
    public enum Type {
        FILES,
        SEARCH
    }

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static SinkConfig from(Settings settings) {
        KafkaSettings kafka = KafkaSettings.from(settings);
        Type type = settings.parse(
                "NEWSMILL_SINK", Type.FILES, value -> Type.valueOf(value.toUpperCase(Locale.ROOT)), "files or search");
        // The sink reads its own when it is made; what is wrong with them is to be told before anything starts.
        switch (type) {
            case FILES -> JsonlSettings.from(settings);
            case SEARCH -> SearchSettings.from(settings);
        }
        return new SinkConfig(
                kafka,
                type,
                settings.text(
                        "NEWSMILL_SINK_GROUP",
                        kafka.topics().prefix() + "-sink-" + type.name().toLowerCase(Locale.ROOT)),
                settings.time("NEWSMILL_SINK_COMMIT_EVERY", Duration.ofSeconds(1)),
                settings.time("NEWSMILL_SINK_LONGEST_PAUSE", Duration.ofSeconds(30)),
                settings);
    }
}
