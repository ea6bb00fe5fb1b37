package newsmill.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import newsmill.article.Settings;

/** The settings of services that share a process and an embedded broker: the user's own, except where they live. */
final class LocalSettings {
    private LocalSettings() {}

    /** @param own settings that win over all others */
    static Settings of(Map<String, String> env, Path data, String bootstrapServers, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(env);
        // What leads to another cluster, and the keys to it, has no place here.
        settings.keySet().removeIf(name -> name.startsWith("NEWSMILL_KAFKA_"));
        settings.put("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        settings.put("NEWSMILL_STATE_DIR", data.resolve("state").toString());
        settings.put("NEWSMILL_TOPIC_REPLICATION", "1");
        settings.putIfAbsent("NEWSMILL_TOPIC_PARTITIONS", "2");
        settings.putIfAbsent("NEWSMILL_SINK_DIRECTORY", data.resolve("enriched").toString());
        // A name that lasts: after a crash the next run is known by it, and does not wait for the last to be missed.
        settings.putIfAbsent("NEWSMILL_INSTANCE", "local");
        settings.putAll(own);
        return new Settings(settings);
    }
}
