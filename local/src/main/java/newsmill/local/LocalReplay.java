package newsmill.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import newsmill.enrich.EnrichConfig;
import newsmill.local.replay.LastRecords;
import newsmill.local.replay.ReplayOrder;
import newsmill.local.replay.ReplayRun;
import newsmill.sink.SinkConfig;
import org.apache.kafka.clients.admin.Admin;

/** A replay through all of Newsmill in this process: it ends when the sink has everything. */
final class LocalReplay {
    private LocalReplay() {}

    static ReplayRun.Done run(ReplayOrder order, Path data, boolean json) throws IOException, InterruptedException {
        Logs.ofOneProcess();
        try (LocalStack stack = LocalStack.open(data, System.getenv(), Map.of());
                OnExit closed = OnExit.close(stack)) {
            stack.startServices();
            ReplayRun.Done done = new ReplayRun(order, stack.settings(), Console.interactive(), Console::say).run(json);
            if (done.complete()) {
                awaitSink(stack);
            }
            return done;
        }
    }

    private static void awaitSink(LocalStack stack) throws InterruptedException {
        try (Admin admin = Admin.create(stack.kafka().properties())) {
            for (List<String> step : List.of(
                    List.of(
                            stack.kafka().topics().raw(),
                            EnrichConfig.from(stack.settings()).applicationId()),
                    List.of(
                            stack.kafka().topics().enriched(),
                            SinkConfig.from(stack.settings()).group()))) {
                LastRecords last = LastRecords.of(stack.kafka(), step.get(0));
                while (!last.readBy(Cluster.answer(
                        admin.listConsumerGroupOffsets(step.get(1)).partitionsToOffsetAndMetadata()))) {
                    if (!stack.running()) {
                        throw Trouble.unavailable("a service has stopped; run it again to go on", null);
                    }
                    Thread.sleep(100);
                }
            }
        }
    }
}
