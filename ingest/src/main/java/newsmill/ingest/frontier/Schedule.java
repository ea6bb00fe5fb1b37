package newsmill.ingest.frontier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;
import newsmill.article.Settings;

/** When the next visit is due: pure arithmetic. Times are ms. */
record Schedule(ScheduleSettings settings) {
    /** A failed visit is tried again this often before it waits for its next regular turn. */
    static final int MOST_RETRIES = 5;

    /** A source without news is still polled this seldom at most, in usual intervals, unless it asks for less. */
    private static final int QUIETEST = 3;

    private static final int MOST_DOUBLINGS = 16;

    /**
     * How long until a source is polled again.
     *
     * @param source whose turn it was
     * @param hint what the source said about itself: {@code ttl}, {@code Cache-Control}; or null
     * @param news whether there was something new
     */
    long untilPoll(SourceState source, Duration hint, boolean news) {
        long interval = interval(source, hint, news);
        return jitter(source.entry().id(), interval);
    }

    /** The source's own rhythm: as configured, else faster when there is news and slower when there is none. */
    long interval(SourceState source, Duration hint, boolean news) {
        if (source.entry().every() != null) {
            return bounded(Settings.duration(source.entry().every()).toMillis());
        }
        long before =
                source.interval() > 0 ? source.interval() : settings.every().toMillis();
        long quiet = settings.every().toMillis() * QUIETEST;
        long next = bounded(news ? before * 2 / 3 : Math.min(before * 5 / 4, quiet));
        return hint == null ? next : bounded(Math.max(next, hint.toMillis()));
    }

    /** How long until a source is asked again that has sent us elsewhere for what is new. */
    long untilAsked(SourceState source, boolean lasting) {
        String every = source.entry().every();
        long usual = every == null
                ? settings.every().toMillis()
                : Settings.duration(every).toMillis();
        return jitter(source.entry().id(), lasting ? settings.probe().toMillis() : bounded(usual));
    }

    /** A source's illness after one more failure: parked when it has lasted, or the server says it is gone for good. */
    SourceState.Illness worse(SourceState source, String problem, boolean gone, long now) {
        SourceState.Illness before = source.illness();
        long since = before == null ? now : before.since();
        boolean lasting = now - since >= settings.parkAfter().toMillis();
        return new SourceState.Illness(since, source.failures() + 1, problem, gone, lasting || gone);
    }

    /**
     * How long until a source that failed is polled again: doubling, up to the ceiling; from time to time if it is parked.
     * One that has just said 410 gets a second chance before.
     */
    long untilRetry(SourceState source) {
        SourceState.Illness illness = source.illness();
        if (illness.parked() && !(illness.gone() && illness.failures() == 1)) {
            return jitter(source.entry().id(), settings.probe().toMillis());
        }
        if (illness.gone()) {
            return jitter(source.entry().id(), settings.ceiling().toMillis());
        }
        long interval = source.interval() > 0 ? source.interval() : interval(source, null, false);
        long wait = interval << Math.min(source.failures(), MOST_DOUBLINGS);
        return jitter(source.entry().id(), wait <= 0 ? settings.ceiling().toMillis() : bounded(wait));
    }

    /** How long until a page that failed is tried again. */
    long untilRetry(int failures) {
        return settings.retry().toMillis() << Math.min(failures, MOST_DOUBLINGS);
    }

    /** When the article first visited at {@code first} is looked at next, after {@code steps} looks; -1 for never. */
    long revisit(long first, int steps, long now) {
        return steps >= settings.revisits().size()
                ? -1
                : Math.max(now, first + settings.revisits().get(steps).toMillis());
    }

    private long bounded(long interval) {
        return Math.max(settings.floor().toMillis(), Math.min(settings.ceiling().toMillis(), interval));
    }

    /** Up to a tenth longer, by the source's id: sources added together do not stay together. */
    private static long jitter(String id, long interval) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return interval + interval / 10 * (crc.getValue() % 1000) / 1000;
    }
}
