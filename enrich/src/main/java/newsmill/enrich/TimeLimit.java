package newsmill.enrich;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs work on a thread beside the caller's, and leaves it behind when its time is up: Java cannot stop a thread that
 * does not listen. For one caller at a time.
 */
final class TimeLimit implements AutoCloseable {
    /** Time is counted in slices, so that a machine that slept for a minute takes one slice from the work and not all. */
    private static final int SLICES = 10;

    private final long sliceNanos;
    private final Consumer<ExecutorService> leftBehind;
    private ExecutorService thread;

    /**
     * @param limit time for one piece of work
     * @param leftBehind is given the thread whose work has been interrupted and may still run
     */
    TimeLimit(Duration limit, Consumer<ExecutorService> leftBehind) {
        this.sliceNanos = limit.toNanos() / SLICES;
        this.leftBehind = leftBehind;
    }

    /**
     * Runs work and returns what it gives.
     *
     * @throws TimeoutException if its time is up
     * @throws ExecutionException if it throws; the cause is what it threw, be it an {@code Error}
     */
    <T> T call(Callable<T> work) throws TimeoutException, ExecutionException, InterruptedException {
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(TimeLimit::daemon);
        }
        Future<T> result = thread.submit(work);
        for (int slice = 1; ; slice++) {
            try {
                return result.get(sliceNanos, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (slice == SLICES) {
                    leave();
                    throw e;
                }
            }
        }
    }

    private void leave() {
        thread.shutdownNow();
        leftBehind.accept(thread);
        thread = null;
    }

    /** Ends the thread; the limit can be used again. */
    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, "tagger");
        daemon.setDaemon(true);
        return daemon;
    }
}
