package newsmill.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.article.Topics;
import newsmill.broker.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker for this JVM's tests, started once; each test has topics under a prefix of its own. */
final class TestBroker {
    private static String servers;
    private static Path logs;

    private TestBroker() {}

    static synchronized String servers() {
        if (servers == null) {
            try {
                servers = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return servers;
    }

    /** Where its topics lie. */
    static Path logs() {
        servers();
        return logs;
    }

    /** The environment of a service whose topics begin with {@code prefix}; they are made. */
    static Map<String, String> environment(String prefix, int partitions) {
        Map<String, String> env = new HashMap<>();
        env.put("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", servers());
        env.put("NEWSMILL_TOPIC_PREFIX", prefix);
        env.put("NEWSMILL_TOPIC_PARTITIONS", Integer.toString(partitions));
        env.put("NEWSMILL_KAFKA_SESSION_TIMEOUT_MS", "3000");
        env.put("NEWSMILL_KAFKA_HEARTBEAT_INTERVAL_MS", "500");
        env.put("NEWSMILL_SINK_COMMIT_EVERY", "50ms");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            Topics topics = new Topics(prefix);
            new TopicSetup(TopicSettings.from(new Settings(env))).create(admin, topics);
            // Answered by the partitions' leaders, so they are ready for what comes.
            Map<TopicPartition, OffsetSpec> ready = new HashMap<>();
            for (int p = 0; p < partitions; p++) {
                ready.put(new TopicPartition(topics.enriched(), p), OffsetSpec.latest());
                ready.put(new TopicPartition(topics.rejected(), p), OffsetSpec.latest());
            }
            admin.listOffsets(ready).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return env;
    }

    /** The sum of the offsets that a group has committed. */
    static long committed(String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            return 0;
        }
    }

    static KafkaProducer<byte[], byte[]> producer(Map<String, String> more) {
        Properties properties = new KafkaSettings(servers(), Topics.DEFAULT, more).properties();
        properties.putIfAbsent("delivery.timeout.ms", "20000");
        properties.putIfAbsent("request.timeout.ms", "5000");
        properties.putIfAbsent("max.request.size", TopicSettings.MAX_MESSAGE_BYTES);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String start() throws IOException {
        logs = Files.createTempDirectory("newsmill-broker");
        EmbeddedBroker broker = EmbeddedBroker.start(logs, Map.of("group.min.session.timeout.ms", "1000"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, logs)));
        return broker.bootstrapServers();
    }

    private static void stop(EmbeddedBroker broker, Path directory) {
        broker.close();
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + directory);
        }
    }
}
