package newsmill.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedIsThereAfterARestart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            createTopic(broker);
            sendInATransaction(broker, "kept");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            sendInATransaction(broker, "added");
            assertEquals(List.of("kept", "added"), read(broker, 2));
        }
    }

    @Test
    void folderOfARunningBrokerIsRefusedAndThatOneGoesOn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            Exception refused = assertThrows(IllegalStateException.class, () -> EmbeddedBroker.start(folder));
            assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
            createTopic(broker);
            sendInATransaction(broker, "still here");
            assertEquals(List.of("still here"), read(broker, 1));
        }
    }

    @Test
    void closingTwiceDoesNothingMore() {
        EmbeddedBroker broker = EmbeddedBroker.start(folder);
        broker.close();
        broker.close();
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(client(broker))) {
            admin.createTopics(Set.of(new NewTopic("t", 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
        }
    }

    private static void sendInATransaction(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> config = new java.util.HashMap<>(client(broker));
        config.put("transactional.id", "test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("t", value)).get(20, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
    }

    private static List<String> read(EmbeddedBroker broker, int count) {
        Map<String, Object> config = new java.util.HashMap<>(client(broker));
        config.put("auto.offset.reset", "earliest");
        config.put("isolation.level", "read_committed");
        List<String> values = new java.util.ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("t", 0)));
            while (values.size() < count) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(5))) {
                    values.add(record.value());
                }
            }
        }
        return values;
    }

    private static Map<String, Object> client(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
