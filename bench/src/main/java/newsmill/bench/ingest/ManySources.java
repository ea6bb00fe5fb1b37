package newsmill.bench.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsmill.ingest.IngestApp;

/**
 * Thousands of sources, each polled once a minute at 1 s between two requests to a host: how late requests are, and
 * whether the heap stays flat. A tenth of the polls finds a new item.
 */
final class ManySources {
    private static final int INTERVAL = 60;
    private static final int SAMPLES = 9;
    private static final int NOISE_MIB = 32;

    private final int sources;
    private final int hosts;
    private final int seconds;
    private final IngestRig rig;

    private ManySources(int sources, int hosts, int seconds, IngestRig rig) {
        this.sources = sources;
        this.hosts = hosts;
        this.seconds = seconds;
        this.rig = rig;
    }

    static void run(int sources, int hosts, int seconds) throws Exception {
        try (IngestRig rig = new IngestRig(Map.of(
                "NEWSMILL_INGEST_HOST_GAP", "1s",
                "NEWSMILL_INGEST_EVERY", INTERVAL + "s",
                "NEWSMILL_INGEST_EVERY_FLOOR", INTERVAL + "s",
                "NEWSMILL_INGEST_EVERY_CEILING", INTERVAL + "s"))) {
            new ManySources(sources, hosts, seconds, rig).run();
        }
    }

    private void run() throws Exception {
        try (IngestApp app = rig.start()) {
            // Over their interval, since sources that are added at once fall due at once.
            double spread = Math.min(INTERVAL, seconds);
            for (int n = 0; n < sources; n++) {
                rig.source("source-" + n, rig.web.host(n % hosts) + "/feed-" + n + ".xml");
                if (n % 100 == 99) {
                    rig.flush();
                    TimeUnit.MILLISECONDS.sleep((long) (spread * 100_000 / sources));
                }
            }
            steady(app);
        }
    }

    private void steady(IngestApp app) throws InterruptedException {
        Lateness before = IngestRig.lateness(app);
        long polls = rig.news.polls.get();
        long unchanged = rig.news.unchanged.get();
        long scanned = IngestRig.count(app, "newsmill_ingest_scanned_entries_total");
        List<Long> heaps = new ArrayList<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            TimeUnit.MILLISECONDS.sleep(seconds * 1000L / SAMPLES);
            System.gc();
            heaps.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
        }
        Lateness late = IngestRig.lateness(app).since(before);
        double growth = mean(heaps, 2) - mean(heaps, 1);
        System.out.printf(
                Locale.ROOT,
                "%,d sources on %,d hosts, %d s: %,d polls (%,d unchanged), %,d requests; late by at most %s s at the 99th"
                        + " percentile (to reach: 2), %s s at the 99.9th%n"
                        + "  %.1f entries scanned a request; heap after collection %s MiB: %s%n",
                sources,
                hosts,
                seconds,
                rig.news.polls.get() - polls,
                rig.news.unchanged.get() - unchanged,
                late.total(),
                late.within(.99),
                late.within(.999),
                (IngestRig.count(app, "newsmill_ingest_scanned_entries_total") - scanned)
                        / (double) Math.max(1, late.total()),
                heaps,
                growth <= NOISE_MIB ? "flat" : "GROWS");
    }

    private static double mean(List<Long> heaps, int third) {
        int length = heaps.size() / 3;
        return heaps.subList(third * length, (third + 1) * length).stream()
                .mapToLong(Long::longValue)
                .average()
                .orElse(0);
    }
}
