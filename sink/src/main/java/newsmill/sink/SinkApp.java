package newsmill.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import newsmill.service.RequiredTopics;
import newsmill.service.ServiceProcess;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sink service: enriched articles from Kafka to files or a search engine. */
public final class SinkApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SinkApp.class);

    private final SinkConfig config;
    private Admin admin;
    private KafkaConsumer<byte[], byte[]> consumer;
    private Rejections rejections;
    private Sink sink;
    private SinkWorker worker;
    private Thread thread;
    private volatile boolean killed;
    private volatile Throwable failure;

    public SinkApp(SinkConfig config) {
        this.config = config;
    }

    /** Runs as a service until SIGTERM; ends with 1 where a setting is wrong or Kafka is not there. */
    public static void main(String[] args) {
        ServiceProcess.main("sink", settings -> new SinkService(SinkConfig.from(settings)));
    }

    /**
     * Begins, on a thread of its own.
     *
     * @throws IllegalStateException if Kafka cannot be reached, or has no such topic; the message says how to mend it
     * @throws IOException if the sink's place cannot be used
     */
    public void start() throws IOException {
        RequiredTopics.check(
                config.kafka(),
                List.of(
                        config.kafka().topics().enriched(),
                        config.kafka().topics().rejected()));
        try {
            admin = Admin.create(properties());
            sink = sink();
            Properties properties = properties();
            sink.instance().ifPresent(name -> properties.put("group.instance.id", config.group() + "-" + name));
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            rejections = new Rejections(config.kafka());
            worker = new SinkWorker(consumer, admin, sink, rejections, config);
            thread = new Thread(this::run, "sink");
            thread.start();
        } catch (IOException | RuntimeException e) {
            closeParts();
            throw e;
        }
        LOG.info("{} -> {}, group {}", config.kafka().topics().enriched(), config.type(), config.group());
    }

    /** True from {@link #start} until the worker ends, by {@link #close} or by a fault that it cannot wait out. */
    public boolean running() {
        return thread != null && thread.isAlive();
    }

    /** Waits until the worker has ended; returns why, or null if it was told to. */
    Throwable awaitEnd() throws InterruptedException {
        thread.join();
        return worker.stopped() ? null : failure;
    }

    /** How many articles were committed since the start. */
    public long delivered() {
        return worker == null ? 0 : worker.delivered();
    }

    /** How often passing trouble was waited out since the start. */
    public long retries() {
        return worker == null ? 0 : worker.retries();
    }

    /** Commits what was written, finishes the files, leaves the group; waits for it. */
    @Override
    public void close() {
        if (worker != null) {
            worker.stop();
            await();
        }
        closeParts();
    }

    /** Ends as if the process had been killed: nothing is finished, nothing committed. */
    void kill() {
        killed = true;
        worker.kill();
        await();
    }

    private void run() {
        try {
            worker.run();
        } catch (RuntimeException | Error e) {
            failure = e;
            LOG.error("sink stops: {}", e.getMessage(), e);
        } finally {
            closeParts();
        }
    }

    private Sink sink() throws IOException {
        return switch (config.type()) {
            case FILES -> new JsonlSink(JsonlSettings.from(config.settings()));
            case SEARCH -> new SearchSink(SearchSettings.from(config.settings()));
        };
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "max.poll.records",
                "2000",
                "fetch.max.bytes",
                Integer.toString(16 << 20),
                "max.partition.fetch.bytes",
                Integer.toString(4 << 20),
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName(),
                "default.api.timeout.ms",
                "20000",
                "request.timeout.ms",
                "15000"));
        properties.putAll(config.kafka().properties());
        properties.putAll(Map.of(
                "group.id", config.group(),
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed"));
        return properties;
    }

    private void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeParts() {
        close(rejections, "producer");
        if (consumer != null) {
            // Who goes on purpose makes room at once; who is killed is expected back.
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(5))
                    .withGroupMembershipOperation(
                            killed ? GroupMembershipOperation.DEFAULT : GroupMembershipOperation.LEAVE_GROUP));
        }
        close(sink, "sink");
        close(admin, "admin");
        sink = null;
        rejections = null;
        consumer = null;
        admin = null;
    }

    private static void close(AutoCloseable part, String name) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            LOG.warn("{}: {}", name, e.getMessage());
        }
    }
}
