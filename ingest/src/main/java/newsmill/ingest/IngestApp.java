package newsmill.ingest;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import newsmill.article.Topics;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.fetch.Fetcher;
import newsmill.ingest.fetch.Response;
import newsmill.ingest.fetch.WarcCopies;
import newsmill.ingest.frontier.WebVisitor;
import newsmill.ingest.health.HealthMetrics;
import newsmill.service.KafkaMetrics;
import newsmill.service.RequiredTopics;
import newsmill.service.Service;
import newsmill.service.ServiceProcess;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ingest service: polls sources, fetches what they list, publishes raw articles. */
public final class IngestApp implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(IngestApp.class);
    /** Longer than the frontier waits for requests in flight. */
    private static final Duration CLOSE_TIME = Duration.ofSeconds(20);

    private final IngestConfig config;
    private final PrometheusRegistry metrics = new PrometheusRegistry();
    private final IngestMetrics counts = new IngestMetrics(metrics);
    private final RuleWatch rules = new RuleWatch(metrics, LOG::warn);
    private final ExecutorService workers;
    private final Fetcher fetcher;
    private final WarcCopies copies;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile KafkaStreams streams;
    private volatile Throwable failure;

    /** An app with the standard extractor; it does nothing before {@link #start}. */
    public IngestApp(IngestConfig config) {
        this.config = config;
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(config.workers(), task -> {
            Thread thread = new Thread(task, "newsmill-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.fetcher = new Fetcher(config.fetch(), workers);
        this.copies = copies(config);
    }

    private static WarcCopies copies(IngestConfig config) {
        try {
            return config.warc() == null
                    ? null
                    : new WarcCopies(config.warc(), config.instanceId(), config.warcBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("NEWSMILL_INGEST_WARC=" + config.warc() + ": cannot be written to", e);
        }
    }

    private void keep(Response response, Instant fetched) {
        try {
            if (copies != null) {
                copies.keep(response, fetched);
            }
        } catch (IOException e) {
            LOG.error("{}: no copy kept: {}", response.url(), e.getMessage());
        }
    }

    /** Runs the service until SIGTERM. */
    public static void main(String[] args) {
        ServiceProcess.main("ingest", settings -> new IngestApp(IngestConfig.from(settings)));
    }

    @Override
    public void start() {
        Topics topics = config.kafka().topics();
        RequiredTopics.check(config.kafka(), topics(topics));
        ArticleExtractor extractor = ArticleExtractor.with(config.sites(), rules);
        KafkaStreams made = new KafkaStreams(
                IngestTopology.of(
                        config,
                        partitions(topics),
                        counts.counted(new WebVisitor(fetcher, extractor, this::keep)),
                        new HealthMetrics(metrics),
                        counts),
                config.streams());
        made.setUncaughtExceptionHandler(this::afterFailure);
        made.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
                ended.countDown();
            }
        });
        metrics.register(new KafkaMetrics(made::metrics));
        streams = made;
        made.start();
        LOG.info("ingest: {} and {} to {}", topics.sources(), topics.links(), topics.raw());
        if (config.fetch().userAgent().indexOf('(') < 0) {
            LOG.warn("sites cannot tell whom to ask about us: set NEWSMILL_INGEST_CONTACT");
        }
    }

    /** The topics that the service cannot do without. */
    public static List<String> topics(Topics topics) {
        return List.of(
                topics.sources(),
                topics.links(),
                topics.visits(),
                topics.sourceHealth(),
                topics.raw(),
                topics.rejected());
    }

    /** How many partitions the hosts are spread over; sources and links must agree, so that one task owns a host. */
    private int partitions(Topics topics) {
        try (Admin admin = Admin.create(config.kafka().properties())) {
            var found = admin.describeTopics(List.of(topics.sources(), topics.links()))
                    .allTopicNames()
                    .get();
            int sources = found.get(topics.sources()).partitions().size();
            int links = found.get(topics.links()).partitions().size();
            if (sources != links) {
                throw new IllegalStateException(topics.sources() + " has " + sources + " partitions, " + topics.links()
                        + " has " + links + "; they must have the same: create the smaller one anew with"
                        + " ./newsmill topics create");
            }
            return links;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    @Override
    public boolean running() {
        KafkaStreams now = streams;
        return now != null && now.state().isRunningOrRebalancing();
    }

    @Override
    public Throwable await() throws InterruptedException {
        ended.await();
        return failure;
    }

    @Override
    public PrometheusRegistry metrics() {
        return metrics;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            if (streams != null) {
                streams.close(CLOSE_TIME);
            }
            fetcher.close();
            workers.shutdownNow();
            try {
                if (copies != null) {
                    copies.close();
                }
            } catch (IOException e) {
                LOG.error("{}: not finished: {}", config.warc(), e.getMessage());
            }
            ended.countDown();
        }
    }

    /** Trouble that passes gets a new thread; anything else ends the service, and who runs it may start it again. */
    private StreamThreadExceptionResponse afterFailure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                LOG.warn("ingest: goes on after {}", cause.toString());
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
        }
        failure = thrown;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
