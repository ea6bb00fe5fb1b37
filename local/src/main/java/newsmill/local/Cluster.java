package newsmill.local;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.service.RequiredTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The Kafka cluster that the settings name, as the commands use it. */
final class Cluster {
    private final KafkaSettings kafka;

    private Cluster(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Looks that the cluster answers and has the topics; if not, says so in one line within ten seconds. */
    static Cluster of(Settings settings, TopicsNeeded needed) {
        KafkaSettings kafka = KafkaSettings.from(settings);
        try {
            RequiredTopics.check(kafka, needed.of(kafka.topics()));
        } catch (IllegalStateException e) {
            throw Trouble.unavailable(Console.reason(e), e);
        }
        return new Cluster(kafka);
    }

    KafkaSettings kafka() {
        return kafka;
    }

    Admin admin() {
        return Admin.create(kafka.properties());
    }

    /** A consumer of bytes outside of any group; it sees what was committed. */
    KafkaConsumer<byte[], byte[]> consumer() {
        Properties properties = kafka.properties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Waits for what the cluster answers. */
    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Which topics a command cannot do without. */
    interface TopicsNeeded {
        /** None: the command asks, or makes them. */
        TopicsNeeded NONE = topics -> List.of();

        /** Their names. */
        List<String> of(newsmill.article.Topics topics);
    }
}
