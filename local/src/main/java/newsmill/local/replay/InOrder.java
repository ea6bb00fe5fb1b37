package newsmill.local.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads an archive on one thread, edits its entries on several, and hands them out in the order of the archive. What waits
 * in between is bounded by bytes, so that an archive of any size needs the same memory.
 */
final class InOrder implements AutoCloseable {
    private static final int BATCH_ENTRIES = 64;
    private static final int BATCH_BYTES = 256 << 10;
    /** Enough to keep an editor at work; more would grow old, and cold in the processor's cache, waiting for the sender. */
    private static final int BYTES_AN_EDITOR = 1 << 20;

    private final Archive archive;
    private final Function<Entry, Edited> editor;
    private final ExecutorService editors;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(256);
    private final int bytesInFlight;
    private final Semaphore bytes;
    private final Thread reader = new Thread(this::read, "replay-reader");
    private volatile Throwable failure;
    private Batch open;

    InOrder(Archive archive, Function<Entry, Edited> editor, int threads) {
        this.archive = archive;
        this.editor = editor;
        this.bytesInFlight = threads * BYTES_AN_EDITOR;
        this.bytes = new Semaphore(bytesInFlight);
        this.editors = Executors.newFixedThreadPool(threads, work -> daemon(work, "replay-editor"));
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * The next entries, each dealt with when the next ones are asked for; none if there are none yet; null at the end.
     *
     * @throws IOException if the archive cannot be read further
     */
    List<Edited> next(long patienceMillis) throws IOException, InterruptedException {
        if (open != null) {
            bytes.release(open.weight());
            open = null;
        }
        Batch batch = queue.poll(patienceMillis, TimeUnit.MILLISECONDS);
        if (batch == null) {
            return List.of();
        }
        if (batch == Batch.END) {
            if (failure instanceof IOException e) {
                throw e;
            }
            if (failure != null) {
                throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
            }
            return null;
        }
        open = batch;
        try {
            return batch.edited().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private void read() {
        try {
            List<Entry> entries = new ArrayList<>(BATCH_ENTRIES);
            int weight = 0;
            for (Entry entry = archive.next(); entry != null; entry = archive.next()) {
                entries.add(entry);
                weight += entry.weight();
                if (entries.size() == BATCH_ENTRIES || weight >= BATCH_BYTES || archive.mayWait()) {
                    submit(entries, weight);
                    entries = new ArrayList<>(BATCH_ENTRIES);
                    weight = 0;
                }
            }
            submit(entries, weight);
        } catch (InterruptedException e) {
            return;
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        try {
            queue.put(Batch.END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit(List<Entry> entries, int weight) throws InterruptedException {
        if (!entries.isEmpty()) {
            int held = Math.min(weight, bytesInFlight);
            bytes.acquire(held);
            queue.put(new Batch(
                    CompletableFuture.supplyAsync(
                            () -> entries.stream().map(editor).toList(), editors),
                    held));
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Stops reading; the archive can then be closed. */
    @Override
    public void close() {
        editors.shutdownNow();
        reader.interrupt();
        try {
            reader.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Batch(CompletableFuture<List<Edited>> edited, int weight) {
        static final Batch END = new Batch(null, 0);
    }
}
