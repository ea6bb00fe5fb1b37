package newsmill.local;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;

@Command(
        name = "topics",
        header = "Make the topics.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", Exit.HELP})
final class TopicsCommand {
    @Command(
            name = "create",
            header = "Create the topics that are missing, each as its use needs.",
            description =
                    "Leaves what exists as it is, and says where that is not as it should be. Running it again does"
                            + " no harm. NEWSMILL_TOPIC_PARTITIONS, NEWSMILL_TOPIC_REPLICATION and NEWSMILL_TOPIC_RETENTION"
                            + " say how they are made.",
            footer = {"", Exit.HELP})
    int create() {
        Settings settings = new Settings(System.getenv());
        TopicSetup setup = new TopicSetup(TopicSettings.from(settings));
        Cluster cluster = Cluster.of(settings, Cluster.TopicsNeeded.NONE);
        try (Admin admin = cluster.admin()) {
            Set<String> before = Cluster.answer(admin.listTopics().names());
            List<String> differences = setup.create(admin, cluster.kafka().topics());
            Set<String> wanted = new TreeSet<>(setup.topics(cluster.kafka().topics()).stream()
                    .map(NewTopic::name)
                    .toList());
            wanted.forEach(name -> System.out.println((before.contains(name) ? "exists   " : "created  ") + name));
            differences.forEach(Console::say);
            return Exit.OK;
        }
    }
}
