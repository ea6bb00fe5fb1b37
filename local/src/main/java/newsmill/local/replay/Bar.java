package newsmill.local.replay;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how a replay goes: on a terminal a bar with rate and time left, elsewhere a line now and then. */
final class Bar implements Watcher, AutoCloseable {
    private static final long MIB = 1 << 20;
    private static final long EVERY_NANOS = Duration.ofSeconds(30).toNanos();

    private final Consumer<String> messages;
    private final boolean terminal;
    private final boolean bytes;
    private final long start = System.nanoTime();
    private ProgressBar bar;
    private long begin = -1;
    private long told = start;

    /**
     * Shows nothing yet.
     *
     * @param bytes whether what is read is counted in bytes, else in records
     */
    Bar(boolean terminal, boolean bytes, Consumer<String> messages) {
        this.terminal = terminal;
        this.bytes = bytes;
        this.messages = messages;
    }

    @Override
    public void at(Archive archive, Tally.Counts counts) {
        if (begin < 0) {
            begin = counts.sent();
        }
        if (terminal) {
            if (bar == null) {
                bar = bar(archive.all());
            }
            bar.stepTo(archive.done());
            bar.setExtraMessage(line(counts));
        } else if (System.nanoTime() - told > EVERY_NANOS) {
            told = System.nanoTime();
            messages.accept(line(counts));
        }
    }

    private String line(Tally.Counts counts) {
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        return String.format(
                Locale.ROOT,
                "%,d sent, %,.0f/s%s",
                counts.sent(),
                (counts.sent() - begin) / seconds,
                counts.rejected() == 0 ? "" : String.format(Locale.ROOT, ", %,d rejected", counts.rejected()));
    }

    private ProgressBar bar(long all) {
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName("replay")
                .setInitialMax(all)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(250)
                .continuousUpdate();
        if (bytes) {
            builder.setUnit(" MiB", MIB);
        }
        return builder.build();
    }

    @Override
    public void say(String message) {
        if (bar != null) {
            // The bar is drawn again below the message.
            System.err.print("\r\u001b[K");
        }
        messages.accept(message);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
