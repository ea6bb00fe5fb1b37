package newsmill.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import newsmill.article.EnrichedArticle;
import newsmill.ingest.SourcesPublisher;
import newsmill.ingest.SourcesPublisher.Changes;
import newsmill.ingest.source.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "local",
        header = "Run everything in this process with your sources, until Ctrl-C.",
        description = {
            "Starts Kafka and the three services, polls the sources of --sources and prints each article as it arrives.",
            "All state is kept in --data, so the next run goes on where this one ended and asks only for what has"
                    + " changed. Set NEWSMILL_INGEST_CONTACT so that sites know whom to ask about you."
        },
        footer = {"", Exit.HELP})
final class LocalCommand implements Callable<Integer> {
    @Option(names = "--sources", paramLabel = "FILE", required = true, description = "sources.yaml")
    Path sources;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/local",
            description = "default: ${DEFAULT-VALUE}")
    Path data;

    @Override
    public Integer call() {
        Logs.ofOneProcess();
        Sources wanted = SourceFiles.load(sources);
        Screen screen = new Screen();
        ArticlePrinter printer = new ArticlePrinter(screen);
        screen.status("starting Kafka in this process ...");
        try (LocalStack stack = LocalStack.open(data, System.getenv(), Map.of());
                OnExit closed = OnExit.close(stack);
                EnrichedFeed feed = new EnrichedFeed(stack.kafka())) {
            Changes changes = new SourcesPublisher(stack.kafka()).publish(wanted);
            stack.startServices();
            screen.print(introduction(stack, wanted, changes));
            int count = 0;
            while (stack.running()) {
                for (EnrichedArticle article : feed.next(Duration.ofSeconds(1))) {
                    count++;
                    screen.print(printer.print(article));
                }
                screen.status(count + " articles since the start; end with Ctrl-C");
            }
        }
        throw Trouble.unavailable("a service has stopped; run it again with NEWSMILL_LOG=info to see why", null);
    }

    private String introduction(LocalStack stack, Sources wanted, Changes changes) {
        return "Kafka runs in this process at " + stack.kafka().bootstrapServers() + "; "
                + wanted.entries().size() + " sources (" + changes.added().size() + " new, "
                + changes.changed().size() + " changed, " + changes.removed().size()
                + " removed). Articles are kept in "
                + data.resolve("enriched") + ".\n";
    }
}
