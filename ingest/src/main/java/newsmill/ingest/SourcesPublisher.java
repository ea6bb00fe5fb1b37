package newsmill.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import newsmill.ingest.frontier.Host;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.Sources;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Brings the sources topic to what a list of sources says: writes what is new or changed, and a tombstone for what is
 * not in the list any more. Twice is as good as once.
 */
public final class SourcesPublisher {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;

    public SourcesPublisher(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** What was done, by source id in the order of the list. */
    public record Changes(List<String> added, List<String> changed, List<String> removed, int unchanged) {}

    private record Place(int partition, String id) {}

    /** Publishes; returns when all of it is durable. */
    public Changes publish(Sources sources) {
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        int unchanged = 0;
        String topic = kafka.topics().sources();
        try (KafkaConsumer<String, byte[]> consumer = consumer();
                KafkaProducer<String, byte[]> producer = producer()) {
            int partitions = consumer.partitionsFor(topic, PATIENCE).size();
            Map<Place, byte[]> before = read(consumer, topic, partitions);
            List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
            for (SourceEntry source : sources.entries()) {
                Place place = new Place(Host.partition(Host.of(source.url()), partitions), source.id());
                byte[] json = Json.write(source);
                byte[] old = before.remove(place);
                if (old != null && java.util.Arrays.equals(old, json)) {
                    unchanged++;
                } else {
                    // A source that moved to another host is a tombstone in its old place, below.
                    records.add(new ProducerRecord<>(topic, place.partition(), source.id(), json));
                    (old == null ? changes.added() : changes.changed()).add(source.id());
                }
            }
            before.keySet().forEach(place -> {
                records.add(new ProducerRecord<>(topic, place.partition(), place.id(), null));
                changes.removed().add(place.id());
            });
            send(producer, records);
        }
        return new Changes(changes.added(), changes.changed(), changes.removed(), unchanged);
    }

    private static void send(KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        List<Future<?>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "sources cannot be published: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while publishing sources", e);
        }
    }

    private static Map<Place, byte[]> read(KafkaConsumer<String, byte[]> consumer, String topic, int partitions) {
        List<TopicPartition> all = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            all.add(new TopicPartition(topic, i));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        Map<Place, byte[]> found = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                Place place = new Place(record.partition(), record.key());
                if (record.value() == null) {
                    found.remove(place);
                } else {
                    found.put(place, record.value());
                }
            }
        }
        return found;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Properties properties = kafka.properties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<String, byte[]> producer() {
        Properties properties = kafka.properties();
        properties.put("enable.idempotence", "true");
        // On a topic made a moment ago the first of several requests can be refused and the next one taken.
        properties.put("max.in.flight.requests.per.connection", "1");
        properties.put("delivery.timeout.ms", "30000");
        properties.put("request.timeout.ms", "10000");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
