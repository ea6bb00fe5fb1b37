package newsmill.service;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.CountDownLatch;

/** A service that does nothing until it is closed, or told to fail. */
final class IdleService implements Service {
    private final PrometheusRegistry metrics = new PrometheusRegistry();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final RuntimeException atStart;
    private volatile boolean running;
    private volatile Throwable failure;

    IdleService(RuntimeException atStart) {
        this.atStart = atStart;
        Counter.builder().name("idle_starts_total").register(metrics).inc();
    }

    @Override
    public void start() {
        if (atStart != null) {
            throw atStart;
        }
        running = true;
    }

    void fail(Throwable reason) {
        failure = reason;
        close();
    }

    @Override
    public boolean running() {
        return running;
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
        running = false;
        ended.countDown();
    }
}
