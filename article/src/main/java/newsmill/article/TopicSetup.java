package newsmill.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates Newsmill's topics, each with the configuration that its use needs. What exists already is left as it is;
 * {@link #create} says where it differs in a way that matters.
 */
public record TopicSetup(TopicSettings settings) {
    /** A reader that was away for so long still learns that an article is gone: its event is compacted away before. */
    private static final Duration TOMBSTONES = Duration.ofDays(30);

    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration LINKS_RETENTION = Duration.ofDays(7);
    private static final Duration VISITS_RETENTION = Duration.ofDays(7);
    /** Long enough to compare a source's season with the last. */
    private static final Duration HEALTH_RETENTION = Duration.ofDays(400);

    /** The topics as they should be, by name in the order of the flow. */
    public List<NewTopic> topics(Topics names) {
        return List.of(
                topic(names.sources(), compacted()),
                topic(names.links(), deleted(LINKS_RETENTION)),
                topic(names.visits(), deleted(VISITS_RETENTION)),
                topic(names.sourceHealth(), deleted(HEALTH_RETENTION)),
                topic(names.raw(), articles()),
                topic(names.enriched(), articles()),
                topic(names.rejected(), rejected()),
                topic(names.replays(), compacted()));
    }

    private Map<String, String> compacted() {
        return Map.of(
                "cleanup.policy", "compact",
                "delete.retention.ms", millis(TOMBSTONES),
                "max.message.bytes", Integer.toString(settings.maxMessageBytes()));
    }

    private Map<String, String> deleted(Duration retention) {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", millis(retention),
                "max.message.bytes", Integer.toString(settings.maxMessageBytes()));
    }

    /** Compaction keeps the last revision of each article; retention bounds how long an article is kept at all. */
    private Map<String, String> articles() {
        Map<String, String> configs = new TreeMap<>(compacted());
        configs.put("cleanup.policy", "compact,delete");
        configs.put("retention.ms", millis(settings.retention()));
        configs.put("min.compaction.lag.ms", millis(settings.compactionLag()));
        // Timestamps are dates of publication. Brokers refuse, by default, what is an hour ahead of their clock, and
        // roll a segment at each leap of a week: an archive in no order would leave thousands of tiny ones.
        configs.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        configs.put("segment.ms", millis(Duration.ofDays(100 * 365)));
        configs.put("segment.bytes", Integer.toString(256 << 20));
        return configs;
    }

    private Map<String, String> rejected() {
        Map<String, String> configs = new TreeMap<>(deleted(settings.rejectedRetention()));
        // Kafka Streams dates its dead letters as the article was: retention would drop an old one at once.
        configs.put("message.timestamp.type", "LogAppendTime");
        // A record at the limit comes back with headers that say why: it must still fit.
        configs.put("max.message.bytes", Integer.toString(settings.maxMessageBytes() + (1 << 20)));
        return configs;
    }

    /**
     * Creates what is missing.
     *
     * @return what is not as it should be: a topic each, in words
     * @throws IllegalStateException if sources and links differ in their partitions, which must hold the same hosts
     */
    public List<String> create(Admin admin, Topics names) {
        List<NewTopic> wanted = topics(names);
        try {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                await(created);
            }
            return settledDifferences(admin, wanted, names);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "topics " + names.prefix() + ".*: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private NewTopic topic(String name, Map<String, String> configs) {
        return new NewTopic(
                        name,
                        Optional.of(settings.partitions()),
                        settings.replication() == 0 ? Optional.empty() : Optional.of((short) settings.replication()))
                .configs(new TreeMap<>(configs));
    }

    private static void await(KafkaFuture<Void> created) throws ExecutionException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            // Another service was quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** A topic just made is not yet known to every broker. */
    private static List<String> settledDifferences(Admin admin, List<NewTopic> wanted, Topics names)
            throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return differences(admin, wanted, names);
            } catch (ExecutionException e) {
                if (attempt == ATTEMPTS || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static List<String> differences(Admin admin, List<NewTopic> wanted, Topics names)
            throws ExecutionException, InterruptedException {
        List<String> topics = wanted.stream().map(NewTopic::name).toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(topics).allTopicNames().get();
        Map<ConfigResource, Config> configs = admin.describeConfigs(topics.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get();
        int sources = found.get(names.sources()).partitions().size();
        int links = found.get(names.links()).partitions().size();
        if (sources != links) {
            throw new IllegalStateException(names.sources() + " has " + sources + " partitions, " + names.links()
                    + " has " + links + ": they must have the same, so that one task owns a host");
        }
        List<String> differences = new ArrayList<>();
        for (NewTopic topic : wanted) {
            int partitions = found.get(topic.name()).partitions().size();
            if (partitions != topic.numPartitions()) {
                differences.add(topic.name() + ": " + partitions + " partitions, not " + topic.numPartitions());
            }
            Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            topic.configs().forEach((key, value) -> {
                String actual = config.get(key).value();
                if (!sameSet(actual, value)) {
                    differences.add(topic.name() + ": " + key + " is " + actual + ", not " + value);
                }
            });
        }
        return differences;
    }

    private static boolean sameSet(String a, String b) {
        return Set.of(a.split(",")).equals(Set.of(b.split(",")));
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
