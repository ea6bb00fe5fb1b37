package newsmill.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker in this process, with clients that talk to it: for the tests of every module. */
public final class TestBroker implements AutoCloseable {
    private final EmbeddedBroker broker;

    /** Starts it; it keeps its data in the folder. */
    public TestBroker(Path folder) {
        broker = EmbeddedBroker.start(folder);
    }

    /** Where clients reach it: host and port. */
    public String address() {
        return broker.bootstrapServers();
    }

    /** Settings of a service that uses this broker under a topic prefix. */
    public Settings settings(String prefix, Map<String, String> more) {
        Map<String, String> env = new TreeMap<>(more);
        env.put("NEWSMILL_KAFKA_BOOTSTRAP_SERVERS", address());
        env.put("NEWSMILL_TOPIC_PREFIX", prefix);
        return new Settings(env);
    }

    /** Creates Newsmill's topics. */
    public void createTopics(Settings settings) {
        KafkaSettings kafka = KafkaSettings.from(settings);
        try (Admin admin = Admin.create(kafka.properties())) {
            new TopicSetup(TopicSettings.from(settings)).create(admin, kafka.topics());
        }
    }

    /** A producer that sends at once. */
    public KafkaProducer<String, byte[]> producer() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", address());
        properties.put("linger.ms", "5");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Reads a topic from its beginning, what is committed only, until enough has come; fails after the patience. */
    public List<ConsumerRecord<String, byte[]>> read(
            String topic, Duration patience, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", address());
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(at -> new TopicPartition(at.topic(), at.partition()))
                    .toList());
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            long deadline = System.nanoTime() + patience.toNanos();
            while (!enough.test(records)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(topic + ": only " + records.size() + " records came in " + patience);
                }
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
