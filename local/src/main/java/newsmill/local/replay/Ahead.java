package newsmill.local.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps a replay from running away from the services that read its target: at most so many records may lie before them, so
 * that a live article which arrives now waits behind no more than those. Services that have never read the topic have
 * nothing that could wait.
 */
final class Ahead {
    private final Admin admin;
    private final String topic;
    private final List<String> groups;
    private final long most;

    /** @param most records before a reader; {@link Long#MAX_VALUE}: any number */
    Ahead(Admin admin, String topic, List<String> groups, long most) {
        this.admin = admin;
        this.topic = topic;
        this.groups = List.copyOf(groups);
        this.most = most;
    }

    /** How many records may lie before a reader. */
    long most() {
        return most;
    }

    /** What to tell somebody who waits. @param room what {@link #room} said */
    String waiting(long room) {
        return String.format(
                Locale.ROOT,
                "waiting for %s, %,d records behind on %s (if it does not run, start it; --ahead all does not wait)",
                String.join(", ", groups),
                most - room,
                topic);
    }

    /**
     * How many records may be sent now; none or less: the readers have to catch up first; {@link Long#MAX_VALUE}: nobody
     * has read the target yet.
     */
    long room() throws InterruptedException {
        if (most == Long.MAX_VALUE) {
            return most;
        }
        try {
            long behind = -1;
            for (String group : groups) {
                behind = Math.max(behind, behind(group));
            }
            return behind < 0 ? Long.MAX_VALUE : most - behind;
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        }
    }

    private long behind(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> read = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        committed.forEach((partition, offset) -> {
            if (partition.topic().equals(topic) && offset != null) {
                read.put(partition, offset.offset());
            }
        });
        if (read.isEmpty()) {
            return -1;
        }
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        read.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        long behind = 0;
        // A commit returns before its markers are written: counted as readers of what is committed see it, what was
        // just sent
        // would not be there yet, and as much again would follow.
        for (var end : admin.listOffsets(wanted).all().get().entrySet()) {
            behind += Math.max(0, end.getValue().offset() - read.get(end.getKey()));
        }
        return behind;
    }
}
