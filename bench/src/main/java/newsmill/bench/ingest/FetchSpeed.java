package newsmill.bench.ingest;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import newsmill.ingest.IngestApp;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;

/**
 * Pages a second from links to committed raw articles, broker and web servers on the same cores, beside what these cores do
 * on extraction alone, over the same pages in memory. Extraction has its turns before, between and after. The time that the
 * process had on the cores is compared too: on a machine that others use, more threads get more of it.
 */
final class FetchSpeed {
    private static final int HOSTS = 400;
    private static final int ROUNDS = 3;
    /** The first part of a round warms up, in the last there are fewer hosts than could be asked at once. */
    private static final double FROM = 0.2;

    private static final double TO = 0.9;

    private final int pages;
    private final IngestRig rig;
    private final RawReader reader;

    /** How fast, and at what cost. @param rate pages a second @param millis of all cores a page */
    private record Speed(double rate, double millis) {
        static Speed mean(List<Speed> all) {
            return new Speed(
                    all.stream().mapToDouble(Speed::rate).average().orElse(0),
                    all.stream().mapToDouble(Speed::millis).average().orElse(0));
        }
    }

    private FetchSpeed(int pages, IngestRig rig, RawReader reader) {
        this.pages = pages;
        this.rig = rig;
        this.reader = reader;
    }

    static void run(int pages) throws Exception {
        try (IngestRig rig = new IngestRig(Map.of("NEWSMILL_INGEST_HOST_GAP", "0ms"));
                RawReader reader = new RawReader(rig.kafka)) {
            new FetchSpeed(pages, rig, reader).run();
        }
    }

    private void run() throws Exception {
        List<Speed> alone = new ArrayList<>();
        List<Speed> whole = new ArrayList<>();
        try (IngestApp app = rig.start()) {
            ingest(0);
            for (int round = 1; round <= ROUNDS; round++) {
                alone.add(extract());
                whole.add(ingest(round));
                print("  round " + round, alone.get(round - 1), whole.get(round - 1));
            }
            alone.add(extract());
        }
        print("fetch and extract", Speed.mean(alone), Speed.mean(whole));
    }

    private void print(String what, Speed alone, Speed whole) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f pages/s of %,d bytes, extraction alone %,.0f, ratio %.2f (to reach: .70);"
                        + " %.2f ms of the cores a page, alone %.2f, ratio %.2f%n",
                what,
                whole.rate(),
                rig.news.page(1, rig.web.host(1)).length,
                alone.rate(),
                whole.rate() / alone.rate(),
                whole.millis(),
                alone.millis(),
                alone.millis() / whole.millis());
    }

    private Speed ingest(int round) throws InterruptedException {
        int before = reader.came.size();
        for (int n = 0; n < pages; n++) {
            rig.link(url(round, n));
        }
        await(before + (int) (pages * FROM));
        long start = System.nanoTime();
        long cpu = cpu();
        await(before + (int) (pages * TO));
        Speed speed = speed(pages * (TO - FROM), start, cpu);
        await(before + pages);
        return speed;
    }

    private static Speed speed(double pages, long start, long cpu) {
        return new Speed(pages / ((System.nanoTime() - start) / 1e9), (cpu() - cpu) / 1e6 / pages);
    }

    /** Time that this process has had on all cores, in ns. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private String url(int round, int n) {
        return rig.web.host(n % HOSTS) + "/story-" + (round * pages + n);
    }

    private void await(int count) throws InterruptedException {
        while (reader.came.size() < count) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Pages a second of as many threads as there are cores. */
    private Speed extract() throws InterruptedException {
        ArticleExtractor extractor = ArticleExtractor.standard();
        int count = Math.max(400, pages / 4);
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        long cpu = cpu();
        for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            Thread thread = new Thread(() -> {
                for (int n; (n = next.getAndIncrement()) < count; ) {
                    String url = url(0, n);
                    extractor.extract(Page.of(url, rig.news.page(n, url)));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return speed(count, start, cpu);
    }
}
