package newsmill.service;

import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** A long-running part of Newsmill. Its methods may be called from different threads. */
public interface Service extends AutoCloseable {
    /**
     * Starts to work; returns when work has begun.
     *
     * @throws RuntimeException if it cannot; the message is one line that says why and how to mend it
     */
    void start();

    /** True while it works; false before {@link #start}, after {@link #close} and after a failure that ended it. */
    boolean running();

    /** Waits until it has ended by itself or was closed; returns what ended it, or null if it was closed. */
    Throwable await() throws InterruptedException;

    /** What it counts. */
    PrometheusRegistry metrics();

    /** Finishes what is in hand and ends; a second call does nothing. */
    @Override
    void close();
}
