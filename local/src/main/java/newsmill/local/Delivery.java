package newsmill.local;

import java.time.Duration;
import newsmill.sink.SinkConfig;
import org.apache.kafka.clients.admin.Admin;

/** Waits until the sink has what a reader has seen. */
final class Delivery {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private Delivery() {}

    /** Returns true when all that the feed has given is durable in the sink, false if it is not in time. */
    static boolean await(LocalStack stack, EnrichedFeed feed, Duration patience) {
        String group = SinkConfig.from(stack.settings()).group();
        long deadline = System.nanoTime() + patience.toNanos();
        try (Admin admin = Admin.create(stack.kafka().properties())) {
            while (System.nanoTime() < deadline) {
                if (feed.deliveredTo(
                        Cluster.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()))) {
                    return true;
                }
                feed.next(MOMENT);
            }
            return false;
        }
    }
}
