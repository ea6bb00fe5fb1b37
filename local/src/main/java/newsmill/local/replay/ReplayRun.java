package newsmill.local.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.enrich.EnrichConfig;
import newsmill.ingest.archive.ArchivedPage;
import newsmill.ingest.extract.ArticleExtractor;
import org.apache.kafka.clients.admin.Admin;

/** Carries a {@link ReplayOrder} out. */
public final class ReplayRun {
    private final ReplayOrder order;
    private final Settings settings;
    private final KafkaSettings kafka;
    private final Consumer<String> messages;
    private final boolean terminal;
    private final Plan plan;
    private final String name;

    /**
     * Looks the files up; nothing is read yet.
     *
     * @param terminal whether messages go to a terminal, where a bar can be drawn
     * @throws IOException if a file is not there, naming it
     */
    public ReplayRun(ReplayOrder order, Settings settings, boolean terminal, Consumer<String> messages)
            throws IOException {
        this.order = order;
        this.settings = settings;
        this.kafka = KafkaSettings.from(settings);
        this.terminal = terminal;
        this.messages = messages;
        this.plan = order.plan(kafka.topics(), settings);
        this.name = order.run() == null ? plan.name() : order.run();
    }

    /** The topics that must be there. */
    public List<String> topics() {
        List<String> topics = new ArrayList<>(List.of(
                plan.target().topic(), kafka.topics().rejected(), kafka.topics().replays()));
        if (plan.topic() != null) {
            topics.add(plan.topic());
        }
        if (plan.olderThan() != null) {
            topics.add(kafka.topics().enriched());
        }
        return topics;
    }

    /** Reads everything and sends nothing. */
    public Done dryRun(boolean json) throws IOException, InterruptedException {
        Wanted wanted = new Wanted();
        try (Bar bar = bar()) {
            Tally tally = DryRun.run(editor(wanted), new Opened(plan, kafka, wanted), bar);
            return new Done(tally.counts().rejected(), true, json ? Report.json(tally) : Report.of(tally));
        }
    }

    /** Replays, to the end or until the process is told to end, whichever comes first. */
    public Done run(boolean json) throws IOException, InterruptedException {
        Wanted wanted = new Wanted();
        try (Admin admin = Admin.create(kafka.properties());
                Bar bar = bar()) {
            Ahead ahead = new Ahead(admin, plan.target().topic(), readers(), order.mostAhead());
            Replay replay = new Replay(name, plan, kafka, order.pace(), ahead, bar);
            CountDownLatch ended = new CountDownLatch(1);
            Thread onExit = new Thread(() -> end(replay, ended), "replay-end");
            Runtime.getRuntime().addShutdownHook(onExit);
            try {
                Replay.Result result = replay.run(editor(wanted), new Opened(plan, kafka, wanted), order.restart());
                String report = json ? Report.json(name, result) : Report.of(name, result);
                return new Done(result.counts().rejected(), result.done(), report);
            } finally {
                ended.countDown();
                forget(onExit);
            }
        }
    }

    /** What is sent until now is committed before the process goes. */
    private static void end(Replay replay, CountDownLatch ended) {
        replay.stop();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has been of use.
        }
    }

    private Editor editor(Wanted wanted) {
        return new Editor(new Editor.Desk(
                name,
                plan.target(),
                kafka.topics().rejected(),
                plan.selection(),
                wanted,
                new ArchivedPage(ArticleExtractor.standard()),
                TopicSettings.from(settings).maxMessageBytes()));
    }

    private Bar bar() {
        return new Bar(terminal, plan.topic() == null, messages);
    }

    private List<String> readers() {
        if (plan.target().topic().equals(kafka.topics().raw())) {
            return List.of(EnrichConfig.from(settings).applicationId());
        }
        String sink = kafka.topics().prefix() + "-sink-";
        return List.of(settings.text("NEWSMILL_SINK_GROUP", sink + "files"), sink + "files", sink + "search");
    }

    /**
     * How it ended.
     *
     * @param rejected how many entries could not be used
     * @param complete false if it was told to stop
     * @param report to be printed
     */
    public record Done(long rejected, boolean complete, String report) {}
}
