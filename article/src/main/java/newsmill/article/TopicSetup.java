package newsmill.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates Newsmill's topics, each with the configuration that its use needs. What exists already is left as it is;
 * {@link #create} says where it differs in a way that matters.
 */
public record TopicSetup(TopicSettings settings) {
    /** The topics as they should be, by name in the order of the flow. */
    public List<NewTopic> topics(Topics names) {
        String size = Integer.toString(settings.maxMessageBytes());
        Map<String, String> life = Map.of(
                // Compaction keeps the last revision of each article, retention bounds how long an article is kept at
                // all.
                "cleanup.policy",
                "compact,delete",
                "retention.ms",
                Long.toString(settings.retention().toMillis()),
                "max.message.bytes",
                size);
        return List.of(
                topic(names.sources(), Map.of("cleanup.policy", "compact", "max.message.bytes", size)),
                topic(
                        names.links(),
                        Map.of("cleanup.policy", "delete", "retention.ms", days(7), "max.message.bytes", size)),
                topic(names.raw(), life),
                topic(names.enriched(), life),
                topic(
                        names.rejected(),
                        Map.of(
                                "cleanup.policy",
                                "delete",
                                "retention.ms",
                                Long.toString(settings.rejectedRetention().toMillis()),
                                // A record at the limit comes back with headers that say why: it must still fit.
                                "max.message.bytes",
                                Integer.toString(settings.maxMessageBytes() + 65_536))));
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
            return differences(admin, wanted, names);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "topics " + names.prefix() + ".*: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    private NewTopic topic(String name, Map<String, String> configs) {
        return new NewTopic(
                        name,
                        java.util.Optional.of(settings.partitions()),
                        settings.replication() == 0
                                ? java.util.Optional.empty()
                                : java.util.Optional.of((short) settings.replication()))
                .configs(new TreeMap<>(configs));
    }

    private static void await(org.apache.kafka.common.KafkaFuture<Void> created)
            throws ExecutionException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            // Another service was quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
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

    private static String days(int days) {
        return Long.toString(java.time.Duration.ofDays(days).toMillis());
    }
}
