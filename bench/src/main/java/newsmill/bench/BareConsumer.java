package newsmill.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The least that carries a topic to a file: values appended to one file, a line each, offsets committed once a second after
 * a flush. It checks nothing, forces nothing to the disk and doubles lines when it dies.
 */
final class BareConsumer {
    private BareConsumer() {}

    /** Runs until it is killed: broker, topic, group, directory. */
    public static void main(String[] args) throws IOException {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", args[0],
                "group.id", args[2],
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "max.poll.records", "2000");
        Path file = Files.createDirectories(Path.of(args[3])).resolve("articles.jsonl");
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            consumer.subscribe(List.of(args[1]));
            long committed = System.nanoTime();
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    out.write(record.value());
                    out.write('\n');
                }
                if (System.nanoTime() - committed >= 1_000_000_000L) {
                    out.flush();
                    consumer.commitSync();
                    committed = System.nanoTime();
                }
            }
        }
    }
}
