package newsmill.bench.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsmill.ingest.IngestApp;

/** How long after the poll that shows a feed's new item its article stands on the raw topic for a reader of what is committed. */
final class ItemLatency {
    private static final int FEEDS = 50;

    private ItemLatency() {}

    static void run(int items) throws Exception {
        try (IngestRig rig = new IngestRig(Map.of(
                        "NEWSMILL_INGEST_HOST_GAP", "0ms",
                        "NEWSMILL_INGEST_EVERY", "3s",
                        "NEWSMILL_INGEST_EVERY_FLOOR", "3s",
                        "NEWSMILL_INGEST_EVERY_CEILING", "3s"));
                RawReader reader = new RawReader(rig.kafka)) {
            rig.news.newsEvery(1);
            for (int n = 0; n < FEEDS; n++) {
                rig.source("source-" + n, rig.web.host(n) + "/feed-" + n + ".xml");
            }
            try (IngestApp app = rig.start()) {
                // The first ones warm up.
                await(reader, 2 * FEEDS);
                int warm = reader.came.size();
                await(reader, warm + items);
            }
            report(rig, reader);
        }
    }

    private static void await(RawReader reader, int count) throws InterruptedException {
        while (reader.came.size() < count) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void report(IngestRig rig, RawReader reader) {
        List<Map.Entry<String, Long>> came = new ArrayList<>(reader.came.entrySet());
        came.sort(Map.Entry.comparingByValue());
        List<Double> waits = new ArrayList<>();
        for (Map.Entry<String, Long> article : came.subList(2 * FEEDS, came.size())) {
            waits.add((article.getValue() - rig.news.shown.get(article.getKey())) / 1e9);
        }
        Collections.sort(waits);
        System.out.printf(
                Locale.ROOT,
                "new item to raw topic after its poll: %,d items, median %.2f s, p95 %.2f s (to reach: 1), p99 %.2f s%n",
                waits.size(),
                at(waits, .5),
                at(waits, .95),
                at(waits, .99));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
