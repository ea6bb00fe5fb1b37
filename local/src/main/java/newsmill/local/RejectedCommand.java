package newsmill.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsmill.article.Json;
import newsmill.article.Rejection;
import newsmill.article.Settings;
import newsmill.local.filter.Printable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rejected",
        header = "Look at the records that could not be used, and send them on their way again.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", Exit.HELP})
final class RejectedCommand {
    @Command(
            name = "list",
            header =
                    "Print the rejected records as JSON Lines: where each came from, why it was refused, how it begins.",
            footer = {"", Exit.HELP})
    int list(
            @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "at most so many")
                    int limit) {
        Cluster cluster = Cluster.of(new Settings(System.getenv()), topics -> List.of(topics.rejected()));
        int[] printed = {0};
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.consumer()) {
            String topic = cluster.kafka().topics().rejected();
            new TopicScan(consumer, Cluster.partitions(consumer, topic)).forEach(Duration.ofSeconds(30), record -> {
                if (printed[0]++ < limit) {
                    System.out.println(new String(Json.write(RejectedLine.of(record)), StandardCharsets.UTF_8));
                }
            });
        }
        if (printed[0] > limit) {
            Console.say((printed[0] - limit) + " more; see --limit");
        }
        return Exit.OK;
    }

    @Command(
            name = "redrive",
            header = "Send rejected records back to the topics they came from, each once.",
            description = "To be used when what refused them is mended. What was sent is noted in the consumer group"
                    + " PREFIX-redrive, in the same transaction: running it again sends only what was rejected since.",
            footer = {"", Exit.HELP})
    int redrive() {
        Cluster cluster = Cluster.of(new Settings(System.getenv()), topics -> List.of(topics.rejected()));
        Redrive.Result result = new Redrive(cluster.kafka()).run();
        System.out.println("sent " + result.sent() + ", left " + result.left());
        return result.left() == 0 ? Exit.OK : Exit.BAD_RECORDS;
    }

    private record RejectedLine(
            String at, String topic, int partition, long offset, String key, String reason, int bytes, String begin) {
        private static final int SHOWN = 200;

        static RejectedLine of(ConsumerRecord<byte[], byte[]> record) {
            Rejection rejection = Rejection.read(record.headers());
            byte[] value = record.value() == null ? new byte[0] : record.value();
            return new RejectedLine(
                    Instant.ofEpochMilli(record.timestamp()).toString(),
                    rejection == null ? null : rejection.topic(),
                    rejection == null ? -1 : rejection.partition(),
                    rejection == null ? -1 : rejection.offset(),
                    record.key() == null ? null : Printable.text(new String(record.key(), StandardCharsets.UTF_8)),
                    rejection == null ? null : Printable.text(String.valueOf(rejection.reason())),
                    value.length,
                    Printable.text(new String(value, 0, Math.min(SHOWN, value.length), StandardCharsets.UTF_8)));
        }
    }
}
