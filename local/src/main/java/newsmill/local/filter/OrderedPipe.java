package newsmill.local.filter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts every line of a stream through a function, on several threads, and prints the results in the order of the lines.
 * What waits is bounded by bytes, so a stream of any length needs the same memory; a slow stream is answered line by
 * line, a fast one in batches.
 */
public final class OrderedPipe implements AutoCloseable {
    private static final int BATCH_LINES = 64;
    private static final int BATCH_BYTES = 1 << 18;
    /** Bytes of input between reading and printing: two of the longest lines. */
    private static final int BYTES_IN_FLIGHT = 2 * Lines.MAX_BYTES;

    private final Function<Line, Outcome> step;
    private final OutputStream out;
    private final Consumer<String> messages;
    private final ExecutorService workers;
    private final BlockingQueue<Batch> inOrder;
    private final Semaphore bytes = new Semaphore(BYTES_IN_FLIGHT);
    private final AtomicLong rejected = new AtomicLong();
    private final Thread printer = new Thread(this::print, "printer");
    private volatile Closed closed;

    /** @param step called by {@code threads} threads at once; what it throws becomes a rejected line */
    public OrderedPipe(int threads, Function<Line, Outcome> step, OutputStream out, Consumer<String> messages) {
        this.step = step;
        this.out = out;
        this.messages = messages;
        this.workers = Executors.newFixedThreadPool(threads, OrderedPipe::daemon);
        this.inOrder = new ArrayBlockingQueue<>(8 * threads);
        printer.setDaemon(true);
        printer.start();
    }

    /** Reads all lines; may be called for one input after another. Blank lines are passed over. */
    public void pass(Lines lines) throws IOException {
        List<Line> batch = new ArrayList<>(BATCH_LINES);
        int size = 0;
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.blank()) {
                int weight = weight(line);
                if (size + weight > BATCH_BYTES || batch.size() == BATCH_LINES) {
                    submit(batch, size);
                    batch = new ArrayList<>(BATCH_LINES);
                    size = 0;
                }
                batch.add(line);
                size += weight;
            }
            if (lines.mayWait()) {
                submit(batch, size);
                batch = new ArrayList<>(BATCH_LINES);
                size = 0;
            }
        }
        submit(batch, size);
    }

    /** Waits until all is printed; then {@link #rejected()} is final. Throws if the output was closed before its end. */
    public void finish() throws IOException {
        try {
            inOrder.put(Batch.END);
            printer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (closed != null) {
            throw closed;
        }
    }

    /** How many lines could not be used. */
    public long rejected() {
        return rejected.get();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        printer.interrupt();
    }

    private void submit(List<Line> lines, int size) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        try {
            bytes.acquire(size);
            Batch batch = new Batch(CompletableFuture.supplyAsync(() -> work(lines), workers), size);
            inOrder.put(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (closed != null) {
            throw closed;
        }
    }

    private Printed work(List<Line> lines) {
        ByteArrayOutputStream records = new ByteArrayOutputStream(BATCH_BYTES);
        List<String> messages = new ArrayList<>();
        int rejected = 0;
        for (Line line : lines) {
            Outcome outcome = outcome(line);
            records.writeBytes(outcome.record());
            records.write('\n');
            messages.addAll(outcome.notes());
            if (outcome.error() != null) {
                messages.add(outcome.error());
                rejected++;
            }
        }
        return new Printed(records, messages, rejected);
    }

    private Outcome outcome(Line line) {
        try {
            return line.tooLong()
                    ? Outcome.rejected(
                            line,
                            "a line of " + line.length() + " bytes; at most " + Lines.MAX_BYTES + " can be one record")
                    : step.apply(line);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Outcome.rejected(line, "could not be used: " + e);
        }
    }

    /** Runs until the end mark. After a failed write it goes on without writing, so that the reader never hangs. */
    private void print() {
        try {
            for (Batch batch = inOrder.take(); batch != Batch.END; batch = inOrder.take()) {
                Printed printed = batch.work().join();
                bytes.release(batch.size());
                rejected.addAndGet(printed.rejected());
                if (closed == null) {
                    write(printed);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Printed printed) {
        try {
            printed.records().writeTo(out);
            out.flush();
        } catch (IOException e) {
            closed = new Closed(e);
        }
        printed.messages().forEach(messages);
    }

    private static int weight(Line line) {
        return line.tooLong() ? 1 : Math.max(1, line.bytes().length);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "filter");
        thread.setDaemon(true);
        return thread;
    }

    /** Nobody reads the output any more. */
    public static final class Closed extends IOException {
        private Closed(IOException cause) {
            super("the output is closed: " + cause.getMessage(), cause);
        }
    }

    private record Batch(CompletableFuture<Printed> work, int size) {
        static final Batch END = new Batch(null, 0);
    }

    private record Printed(ByteArrayOutputStream records, List<String> messages, int rejected) {}
}
