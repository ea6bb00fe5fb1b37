package newsmill.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.TopicSettings;
import newsmill.article.TopicSetup;
import newsmill.broker.EmbeddedBroker;
import newsmill.enrich.EnrichApp;
import newsmill.enrich.EnrichConfig;
import newsmill.enrich.Enricher;
import newsmill.ingest.IngestApp;
import newsmill.ingest.IngestConfig;
import newsmill.sink.SinkApp;
import newsmill.sink.SinkConfig;
import org.apache.kafka.clients.admin.Admin;

/**
 * All of Newsmill in this process: an embedded broker with its topics, then ingest, enrich and the file sink. What it
 * holds stays in its folder; opened there again it goes on where it was.
 */
public final class LocalStack implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final Settings settings;
    private final KafkaSettings kafka;
    private final Deque<Part> services = new ArrayDeque<>();

    private LocalStack(EmbeddedBroker broker, Settings settings) {
        this.broker = broker;
        this.settings = settings;
        this.kafka = KafkaSettings.from(settings);
    }

    /**
     * Starts the broker and creates the topics; no service runs yet.
     *
     * @param env the user's settings
     * @param own settings that win over them
     */
    public static LocalStack open(Path data, Map<String, String> env, Map<String, String> own) {
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"));
        try {
            LocalStack stack = new LocalStack(
                    broker, LocalSettings.of(env, data.toAbsolutePath(), broker.bootstrapServers(), own));
            try (Admin admin = Admin.create(stack.kafka.properties())) {
                new TopicSetup(TopicSettings.from(stack.settings)).create(admin, stack.kafka.topics());
            }
            return stack;
        } catch (RuntimeException | Error e) {
            broker.close();
            throw e;
        }
    }

    /** Starts the services, side by side; returns when all of them work. */
    public void startServices() {
        IngestApp ingest = new IngestApp(IngestConfig.from(settings));
        EnrichApp enrich = new EnrichApp(EnrichConfig.from(settings), Enricher.standard(settings));
        SinkApp sink = new SinkApp(SinkConfig.from(settings));
        services.add(new Part(started(ingest::start), ingest::running, ingest::close));
        services.add(new Part(started(enrich::start), enrich::running, enrich::close));
        services.add(new Part(started(sink::start), sink::running, sink::close));
        try {
            services.forEach(part -> part.started().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** True while every service works. */
    public boolean running() {
        return services.stream().allMatch(part -> part.running().getAsBoolean())
                && !EmbeddedBroker.fault().isDone();
    }

    /** Where Kafka is, and what the topics are called. */
    public KafkaSettings kafka() {
        return kafka;
    }

    /** The settings that the services run on. */
    public Settings settings() {
        return settings;
    }

    /** Ends the services in the order of the flow, each after what feeds it, and the broker last. */
    @Override
    public void close() {
        while (!services.isEmpty()) {
            services.removeFirst().close().run();
        }
        broker.close();
    }

    private static CompletableFuture<Void> started(Step start) {
        return CompletableFuture.runAsync(() -> {
            try {
                start.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
    }

    private interface Step {
        void run() throws Exception;
    }

    private record Part(CompletableFuture<Void> started, BooleanSupplier running, Runnable close) {}
}
