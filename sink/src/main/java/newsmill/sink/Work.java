package newsmill.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What a sink does, on a thread of its own, one piece at a time: so that the worker's thread can go on polling meanwhile. All
 * methods are called on the worker's thread.
 */
final class Work implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "sink-work"));
    private Piece<?> underWay;

    /** What the sink does; runs on the other thread. */
    interface Doing<T> {
        T result() throws IOException;
    }

    /** What the worker does with the result. */
    interface After<T> {
        void take(T result) throws IOException;
    }

    /** A piece of work. */
    static final class Piece<T> {
        private final Future<T> future;
        private final After<T> after;
        private boolean complete;

        private Piece(Future<T> future, After<T> after) {
            this.future = future;
            this.after = after;
        }

        /** True if it was done, and what comes after it. */
        boolean isComplete() {
            return complete;
        }

        private void finish() throws IOException {
            try {
                after.take(future.get());
                complete = true;
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException trouble) {
                    throw trouble;
                } else if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) e.getCause();
            }
        }
    }

    <T> Piece<T> begin(Doing<T> doing, After<T> after) {
        Piece<T> piece = new Piece<>(thread.submit(doing::result), after);
        underWay = piece;
        return piece;
    }

    /** True if nothing is being done, or it ends within {@code longest}. */
    boolean endsWithin(Duration longest) {
        try {
            if (underWay != null) {
                underWay.future.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Waits for what is under way, if anything is, and does what comes after it; throws what it threw. */
    void finish() throws IOException {
        Piece<?> piece = underWay;
        underWay = null;
        if (piece != null) {
            piece.finish();
        }
    }

    /** Waits for what is under way, and does not care what came of it; true if there was anything. */
    boolean abandon() {
        while (!endsWithin(Duration.ofHours(1))) {
            Thread.onSpinWait();
        }
        boolean any = underWay != null;
        underWay = null;
        return any;
    }

    @Override
    public void close() {
        abandon();
        thread.shutdown();
    }
}
