package newsmill.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.Rejection;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.local.filter.Printable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        header = "Show what became of an article: every record of it on the raw, enriched and rejected topics.",
        description = "Reads the partitions that can hold it from their beginning. Records are as old as their article;"
                + " ARRIVED is when the event was written, where the record says so.",
        footer = {"", "Exit codes: 0 found; 1 there is no record of it; 2, 3 as everywhere."})
final class TraceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL-or-id", description = "the article's address, or its id (32 hex digits)")
    String article;

    @Override
    public Integer call() {
        String id = id(article);
        Cluster cluster = Cluster.of(
                new Settings(System.getenv()), topics -> List.of(topics.raw(), topics.enriched(), topics.rejected()));
        Topics topics = cluster.kafka().topics();
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.consumer()) {
            found.addAll(records(consumer, home(consumer, topics.raw(), key), key));
            found.addAll(records(consumer, home(consumer, topics.enriched(), key), key));
            found.addAll(records(consumer, Cluster.partitions(consumer, topics.rejected()), key));
        }
        System.out.println("article " + id);
        if (found.isEmpty()) {
            Console.say("no record of " + Printable.text(article) + " on " + topics.prefix() + ".*");
            return Exit.BAD_RECORDS;
        }
        found.stream().map(TraceCommand::line).forEach(System.out::println);
        return Exit.OK;
    }

    private static String id(String article) {
        if (article.matches("[0-9a-f]{32}")) {
            return article;
        }
        try {
            return ArticleId.of(CanonicalUrl.of(article));
        } catch (IllegalArgumentException e) {
            throw Trouble.usage(e.getMessage() + ", and no id of 32 hex digits");
        }
    }

    /** Where Kafka's own partitioner puts a key. */
    private static List<TopicPartition> home(KafkaConsumer<?, ?> consumer, String topic, byte[] key) {
        int partitions = consumer.partitionsFor(topic).size();
        return List.of(new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % partitions));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, byte[] key) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        new TopicScan(consumer, partitions).forEach(Duration.ofSeconds(30), record -> {
            if (Arrays.equals(key, record.key())) {
                found.add(record);
            }
        });
        found.sort(Comparator.comparingLong(ConsumerRecord::offset));
        return found;
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        String arrived = EventHeaders.get(record.headers(), "ce_time");
        return String.format(
                Locale.ROOT,
                "%-24s %s-%d@%d  %s",
                arrived == null ? Instant.ofEpochMilli(record.timestamp()) : arrived,
                record.topic(),
                record.partition(),
                record.offset(),
                what(record));
    }

    private static String what(ConsumerRecord<byte[], byte[]> record) {
        Rejection rejection = Rejection.read(record.headers());
        if (rejection != null) {
            return "rejected: " + Printable.text(String.valueOf(rejection.reason()));
        }
        if (record.value() == null) {
            return "tombstone";
        }
        try {
            JsonNode json = Json.MAPPER.readTree(record.value());
            String replay = EventHeaders.get(record.headers(), EventHeaders.REPLAY);
            return Printable.text("revision " + json.path("revision").asInt() + ", "
                    + json.path("status").asText() + ", "
                    + json.path("body").asText().length() + " characters"
                    + (json.has("enriched")
                            ? ", by " + json.path("enriched").path("by").asText()
                            : "")
                    + (replay == null ? "" : ", replay " + replay));
        } catch (IOException e) {
            return "not JSON: " + record.value().length + " bytes";
        }
    }
}
