package newsmill.bench.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsmill.ingest.IngestApp;
import newsmill.ingest.IngestConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Many links in the store, all waiting for their hosts' turn: what a pass over due work looks at, and how long after a
 * restart the first request is sent, with the state directory and without it. After a kill the stores are rebuilt, as
 * without it.
 */
final class Restart {
    private static final int HOSTS = 2_000;
    private static final int IDLE = 10;
    private static final String SCANNED = "newsmill_ingest_scanned_entries_total";

    private final int links;
    private final IngestRig rig;

    private Restart(int links, IngestRig rig) {
        this.links = links;
        this.rig = rig;
    }

    static void run(int links) throws Exception {
        try (IngestRig rig = new IngestRig(Map.of("NEWSMILL_INGEST_HOST_GAP", "12h"))) {
            new Restart(links, rig).run();
        }
    }

    private void run() throws Exception {
        try (IngestApp app = rig.start()) {
            long start = System.nanoTime();
            for (int n = 0; n < links; n++) {
                rig.link(rig.web.host(n % HOSTS) + "/story-" + n);
            }
            rig.flush();
            awaitTaken();
            System.out.printf(
                    Locale.ROOT, "%,d links taken in, %,.0f/s%n", links, links / ((System.nanoTime() - start) / 1e9));
            TimeUnit.SECONDS.sleep(5);
            long before = IngestRig.count(app, SCANNED);
            TimeUnit.SECONDS.sleep(IDLE);
            System.out.printf(
                    Locale.ROOT,
                    "  %.2f entries scanned a second while nothing is due%n",
                    (IngestRig.count(app, SCANNED) - before) / (double) IDLE);
        }
        firstFetch("with its state directory", HOSTS + 1);
        rig.loseState();
        firstFetch("without its state directory", HOSTS + 2);
    }

    /** A link of a host that was never asked makes the first request. */
    private void firstFetch(String how, int host) throws Exception {
        rig.link(rig.web.host(host) + "/story-1");
        rig.flush();
        long robots = rig.news.robots.get();
        long start = System.nanoTime();
        try (IngestApp app = rig.start()) {
            while (rig.news.robots.get() == robots) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            System.out.printf(
                    Locale.ROOT,
                    "restart %s: first request after %.1f s (to reach: 30)%n",
                    how,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private void awaitTaken() throws Exception {
        String group = IngestConfig.applicationId(rig.settings);
        while (true) {
            long taken = 0;
            var committed = rig.admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (var each : committed.entrySet()) {
                if (each.getKey().topic().equals(rig.topics.links()) && each.getValue() != null) {
                    taken += each.getValue().offset() - start(each.getKey());
                }
            }
            if (taken >= links) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long start(TopicPartition partition) throws Exception {
        return rig.admin
                .listOffsets(Map.of(partition, OffsetSpec.earliest()))
                .partitionResult(partition)
                .get()
                .offset();
    }
}
