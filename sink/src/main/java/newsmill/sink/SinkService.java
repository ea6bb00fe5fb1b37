package newsmill.sink;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import newsmill.service.Service;

/** A {@link SinkApp} as a process of its own: with start checks, health and metrics. */
final class SinkService implements Service {
    private final SinkConfig config;
    private final SinkApp app;
    private final PrometheusRegistry metrics = new PrometheusRegistry();

    SinkService(SinkConfig config) {
        this.config = config;
        this.app = new SinkApp(config);
        CounterWithCallback.builder()
                .name("newsmill_sink_articles_total")
                .help("Articles that the sink holds durably")
                .callback(count -> count.call(app.delivered()))
                .register(metrics);
        CounterWithCallback.builder()
                .name("newsmill_sink_retries_total")
                .help("How often passing trouble was waited out")
                .callback(count -> count.call(app.retries()))
                .register(metrics);
    }

    @Override
    public void start() {
        try {
            app.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean running() {
        return app.running();
    }

    @Override
    public Throwable await() throws InterruptedException {
        return app.awaitEnd();
    }

    @Override
    public PrometheusRegistry metrics() {
        return metrics;
    }

    @Override
    public void close() {
        app.close();
    }
}
