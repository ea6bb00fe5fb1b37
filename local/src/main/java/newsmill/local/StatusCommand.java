package newsmill.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.article.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        header = "Show what is on the topics, and how far behind each reader is.",
        description =
                "A topic's records are counted by offsets: transactions' marks and what compaction has removed are"
                        + " in it. A reader's lag is what it has not yet committed.",
        footer = {"", Exit.HELP})
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "one JSON object instead of tables")
    boolean json;

    @Override
    public Integer call() {
        Cluster cluster = Cluster.of(new Settings(System.getenv()), Cluster.TopicsNeeded.NONE);
        try (Admin admin = cluster.admin()) {
            Status status = status(admin, cluster.kafka().topics());
            System.out.println(
                    json ? new String(Json.write(status), java.nio.charset.StandardCharsets.UTF_8) : table(status));
        }
        return Exit.OK;
    }

    private static Status status(Admin admin, Topics topics) {
        var names = List.of(
                topics.sources(),
                topics.links(),
                topics.visits(),
                topics.sourceHealth(),
                topics.raw(),
                topics.enriched(),
                topics.rejected());
        var existing = Cluster.answer(admin.listTopics().names());
        List<TopicPartition> partitions = new ArrayList<>();
        Cluster.answer(admin.describeTopics(
                                names.stream().filter(existing::contains).toList())
                        .allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> last = offsets(admin, partitions, OffsetSpec.latest());
        List<TopicLine> lines = names.stream()
                .map(name -> new TopicLine(
                        name,
                        existing.contains(name),
                        (int) partitions.stream()
                                .filter(p -> p.topic().equals(name))
                                .count(),
                        partitions.stream()
                                .filter(p -> p.topic().equals(name))
                                .mapToLong(p -> last.get(p) - first.get(p))
                                .sum()))
                .toList();
        return new Status(lines, readers(admin, first, last));
    }

    private static List<ReaderLine> readers(
            Admin admin, Map<TopicPartition, Long> first, Map<TopicPartition, Long> last) {
        List<ReaderLine> readers = new ArrayList<>();
        for (GroupListing group :
                Cluster.answer(admin.listGroups(new ListGroupsOptions()).all())) {
            Map<String, Long> lags = new TreeMap<>();
            Map<TopicPartition, OffsetAndMetadata> committed = Cluster.answer(
                    admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
            committed.forEach((partition, offset) -> {
                if (last.containsKey(partition) && offset != null) {
                    long from = Math.max(offset.offset(), first.get(partition));
                    lags.merge(partition.topic(), Math.max(0, last.get(partition) - from), Long::sum);
                }
            });
            String state = group.groupState().map(Object::toString).orElse("?");
            lags.forEach((topic, lag) -> readers.add(new ReaderLine(group.groupId(), state, topic, lag)));
        }
        readers.sort(java.util.Comparator.comparing(ReaderLine::group).thenComparing(ReaderLine::topic));
        return readers;
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new java.util.HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new java.util.HashMap<>();
        Cluster.answer(admin.listOffsets(asked).all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static String table(Status status) {
        StringBuilder table = new StringBuilder(String.format("%-30s %10s %12s%n", "TOPIC", "PARTITIONS", "RECORDS"));
        for (TopicLine topic : status.topics()) {
            table.append(
                    topic.exists()
                            ? String.format(
                                    Locale.ROOT,
                                    "%-30s %10d %,12d%n",
                                    topic.name(),
                                    topic.partitions(),
                                    topic.records())
                            : String.format("%-30s %10s %12s%n", topic.name(), "-", "missing"));
        }
        table.append(String.format("%n%-30s %-12s %-26s %10s%n", "READER", "STATE", "TOPIC", "LAG"));
        for (ReaderLine reader : status.readers()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-30s %-12s %-26s %,10d%n",
                    reader.group(),
                    reader.state(),
                    reader.topic(),
                    reader.lag()));
        }
        return table.toString().stripTrailing();
    }

    private record Status(List<TopicLine> topics, List<ReaderLine> readers) {}

    private record TopicLine(String name, boolean exists, int partitions, long records) {}

    private record ReaderLine(String group, String state, String topic, long lag) {}
}
