package newsmill.local.replay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.broker.TestBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Replays on a real broker, each test under a topic prefix of its own. */
final class Desk {
    final TestBroker broker;
    final Settings settings;
    final Topics topics;
    final List<String> said = new CopyOnWriteArrayList<>();

    Desk(TestBroker broker, String prefix) {
        this.broker = broker;
        this.settings = broker.settings(
                prefix, Map.of("NEWSMILL_TOPIC_PARTITIONS", "2", "NEWSMILL_TOPIC_MAX_MESSAGE_BYTES", "200000"));
        this.topics = new Topics(prefix);
        broker.createTopics(settings);
    }

    /** A command line's options; the rest is as it is without them. */
    static ReplayOrder order(List<String> files, Map<String, String> options) {
        return new ReplayOrder(
                files,
                options.get("topic"),
                options.get("from"),
                options.containsKey("to") ? List.of(options.get("to").split(",")) : List.of(),
                options.containsKey("source") ? List.of(options.get("source").split(",")) : List.of(),
                options.get("older-than"),
                options.get("rate"),
                options.get("speed"),
                options.get("ahead"),
                options.get("run"),
                options.containsKey("restart"));
    }

    ReplayRun.Done replay(List<Path> files, Map<String, String> options) throws IOException, InterruptedException {
        return run(files, options).run(false);
    }

    ReplayRun run(List<Path> files, Map<String, String> options) throws IOException {
        return new ReplayRun(order(files.stream().map(Path::toString).toList(), options), settings, false, said::add);
    }

    /** What a replay that runs on another thread says first. */
    String firstSaid(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (said.isEmpty()) {
            assertTrue(System.nanoTime() < until, "nothing was said");
            LockSupport.parkNanos(10_000_000);
        }
        return said.get(0);
    }

    /** All that is on a topic for those who read what is committed, partition by partition. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Long> ends = TopicPast.ends(newsmill.article.KafkaSettings.from(settings), topic);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicPast past = new TopicPast(newsmill.article.KafkaSettings.from(settings), topic, Map.of(), ends)) {
            for (Entry entry = past.next(); entry != null; entry = past.next()) {
                ConsumerRecord<byte[], byte[]> record = ((Entry.Kept) entry).record();
                records.add(new ConsumerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.timestampType(),
                        0,
                        0,
                        record.key() == null ? null : new String(record.key(), java.nio.charset.StandardCharsets.UTF_8),
                        record.value(),
                        record.headers(),
                        java.util.Optional.empty()));
            }
        }
        return records;
    }

    /** The last record of each key. */
    Map<String, ConsumerRecord<String, byte[]>> last(String topic) {
        Map<String, ConsumerRecord<String, byte[]>> last = new TreeMap<>();
        records(topic).forEach(record -> last.put(record.key(), record));
        return last;
    }

    void send(String topic, String key, byte[] value, long timestamp) {
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            producer.send(new ProducerRecord<>(topic, null, timestamp, key, value));
        }
    }
}
