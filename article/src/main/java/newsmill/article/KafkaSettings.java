package newsmill.article;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where Kafka is, and how to talk to it.
 *
 * @param bootstrapServers {@code NEWSMILL_KAFKA_BOOTSTRAP_SERVERS}, by default {@code localhost:9092}
 * @param topics names by {@code NEWSMILL_TOPIC_PREFIX}
 * @param client every other client property: {@code NEWSMILL_KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}, and so on
 */
public record KafkaSettings(String bootstrapServers, Topics topics, Map<String, String> client) {
    private static final String SECTION = "NEWSMILL_KAFKA_";

    public KafkaSettings {
        client = Map.copyOf(client);
    }

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static KafkaSettings from(Settings settings) {
        Map<String, String> client = new TreeMap<>();
        for (String name : settings.env().keySet()) {
            if (name.startsWith(SECTION)) {
                String plain = name.endsWith("_FILE") ? name.substring(0, name.length() - "_FILE".length()) : name;
                String property = plain.substring(SECTION.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.');
                client.put(property, settings.text(plain, ""));
            }
        }
        client.remove("bootstrap.servers");
        return new KafkaSettings(
                settings.text(SECTION + "BOOTSTRAP_SERVERS", "localhost:9092"),
                settings.parse("NEWSMILL_TOPIC_PREFIX", Topics.DEFAULT, Topics::new, "letters, digits, '.', '_', '-'"),
                client);
    }

    /** A new set of properties for a client: the servers and what was passed through. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
