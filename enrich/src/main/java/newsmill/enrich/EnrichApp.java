package newsmill.enrich;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import newsmill.article.Topics;
import newsmill.service.KafkaMetrics;
import newsmill.service.RequiredTopics;
import newsmill.service.Service;
import newsmill.service.ServiceProcess;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enrich service: tags what comes on the raw topic, exactly once. */
public final class EnrichApp implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichApp.class);
    /** A transaction in hand is finished well within this. */
    private static final Duration CLOSE_TIME = Duration.ofSeconds(20);

    private final EnrichConfig config;
    private final String taggers;
    private final PrometheusRegistry metrics = new PrometheusRegistry();
    private final KafkaStreams streams;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Throwable failure;

    /** An app with the standard taggers; it does nothing before {@link #start}. */
    public EnrichApp(EnrichConfig config) {
        this(config, Enricher.standard());
    }

    /** An app with these taggers; it does nothing before {@link #start}. */
    public EnrichApp(EnrichConfig config, Enricher enricher) {
        this.config = config;
        this.taggers = enricher.version();
        Overruns overruns = new Overruns(() -> fail(new IllegalStateException(Overruns.MOST_RUNNING
                + " articles' taggers run on past their time and cannot be stopped; a new process is needed")));
        this.streams = new KafkaStreams(
                EnrichTopology.of(config, enricher, Clock.systemUTC(), overruns, new EnrichMetrics(metrics)),
                config.properties());
        metrics.register(new KafkaMetrics(streams::metrics));
        streams.setUncaughtExceptionHandler(this::afterFailure);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
                ended.countDown();
            }
        });
    }

    /** Runs the service until SIGTERM. */
    public static void main(String[] args) {
        ServiceProcess.main(
                "enrich", settings -> new EnrichApp(EnrichConfig.from(settings), Enricher.standard(settings)));
    }

    @Override
    public void start() {
        Topics topics = config.kafka().topics();
        RequiredTopics.check(config.kafka(), List.of(topics.raw(), topics.enriched(), topics.rejected()));
        streams.start();
        LOG.info("enrich: {} to {}, taggers {}", topics.raw(), topics.enriched(), taggers);
    }

    @Override
    public boolean running() {
        return streams.state().isRunningOrRebalancing();
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
        streams.close(CLOSE_TIME);
    }

    /** Trouble that passes gets a new thread; anything else ends the service, and who runs it may start it again. */
    private StreamThreadExceptionResponse afterFailure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                LOG.warn("enrich: goes on after {}", cause.toString());
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
        }
        failure = thrown;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void fail(Throwable reason) {
        failure = reason;
        CompletableFuture.runAsync(this::close);
    }
}
