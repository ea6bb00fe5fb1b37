package newsmill.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import newsmill.article.Settings;
import newsmill.local.replay.ReplayOrder;
import newsmill.local.replay.ReplayRun;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        header = "Send archives, or a topic's past, through Newsmill (again).",
        description = {
            "Reads JSON Lines of raw or enriched articles, or WARC files (Common Crawl's news files as they are), plain,"
                    + " gzip or zstd, and sends the articles to the raw topic, or with --to enriched straight to the topic"
                    + " of sinks; what has no tags yet gets them on the way. Or sends what a topic holds.",
            "How far it has come stands in Kafka, in one transaction with what was sent: broken off at any moment and run"
                    + " again, it goes on where it was. Once at its end it can be run again from the beginning: enrich and"
                    + " sinks tell what they know already.",
            "What cannot be used is named with file and line and goes to the rejected topic; the rest goes on."
        },
        footer = {
            "",
            "Examples: newsmill replay archive/ --local data/archive",
            "          newsmill replay archive/ --from 2025-01-01 --to 2026-01-01 --dry-run",
            "          newsmill replay CC-NEWS-20251101.warc.gz --source '*.example.org'",
            "          newsmill replay --topic raw --enricher-older-than 0.2.0",
            Exit.HELP
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "files, folders, globs in quotes, - for standard input")
    List<String> files;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "what raw, enriched or another topic holds now")
    String topic;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "published at or after it: 2025-01-31, or 2025-01-31T08:00:00Z; of a topic, by the records'"
                    + " timestamps, which say the same")
    String from;

    @Option(
            names = "--to",
            paramLabel = "TIME|TOPIC",
            description =
                    "a time: published before it; raw (default) or enriched: the topic to send to; may stand twice")
    List<String> to;

    @Option(
            names = "--source",
            paramLabel = "GLOB",
            description = "only of sources with such an id or host; repeatable")
    List<String> sources;

    @Option(
            names = "--enricher-older-than",
            paramLabel = "VERSION",
            description = "with --topic raw: only the last state of articles that older taggers tagged")
    String olderThan;

    @Option(names = "--rate", paramLabel = "N/s", description = "at most so many articles a second")
    String rate;

    @Option(
            names = "--speed",
            paramLabel = "Nx",
            description = "as far apart as they were published, N times faster; for archives in the order of time")
    String speed;

    @Option(
            names = "--ahead",
            paramLabel = "N",
            description = "so many may lie before enrich (or the sinks), so that live articles do not wait long behind"
                    + " them; default: 2000; or all")
    String ahead;

    @Option(
            names = "--run",
            paramLabel = "NAME",
            description = "the name of this replay, in the header newsmill-replay and for going on; default: made from"
                    + " the files and filters")
    String run;

    @Option(names = "--restart", description = "begin anew what was broken off")
    boolean restart;

    @Option(
            names = "--local",
            paramLabel = "DIR",
            description = "through all of Newsmill in this process, its state and files in DIR; ends when the sink has"
                    + " everything. Needs no Kafka")
    Path local;

    @Option(names = "--dry-run", description = "send nothing: count articles by day and source")
    boolean dryRun;

    @Option(names = "--json", description = "print the counts as JSON")
    boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = new Settings(System.getenv());
        ReplayOrder order = order();
        ReplayRun.Done done = dryRun ? dryRun(order, settings) : run(order, settings);
        System.out.println(done.report());
        return done.rejected() == 0 ? Exit.OK : Exit.BAD_RECORDS;
    }

    private ReplayOrder order() {
        try {
            return new ReplayOrder(files, topic, from, to, sources, olderThan, rate, speed, ahead, run, restart);
        } catch (IllegalArgumentException e) {
            throw Trouble.usage(e.getMessage());
        }
    }

    private ReplayRun.Done dryRun(ReplayOrder order, Settings settings) throws IOException, InterruptedException {
        ReplayRun replay = new ReplayRun(order, settings, Console.interactive(), Console::say);
        if (topic != null) {
            Cluster.of(settings, topics -> replay.topics());
        }
        return replay.dryRun(json);
    }

    private ReplayRun.Done run(ReplayOrder order, Settings settings) throws IOException, InterruptedException {
        try {
            if (local != null) {
                return LocalReplay.run(order, local, json);
            }
            ReplayRun replay = new ReplayRun(order, settings, Console.interactive(), Console::say);
            Cluster.of(settings, topics -> replay.topics());
            return replay.run(json);
        } catch (IllegalArgumentException e) {
            throw Trouble.usage(e.getMessage());
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw Trouble.unavailable(
                    "this replay was taken over by another one of the same name, or Kafka gave it up"
                            + " after a long silence; run it again to go on",
                    e);
        } catch (KafkaException e) {
            throw Trouble.unavailable("Kafka: " + Console.reason(e) + "; run it again to go on where it was", e);
        }
    }
}
