package newsmill.ingest.frontier;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts a link where its host, which is its key, is owned. */
public final class HostPartitioner implements StreamPartitioner<String, byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String host, byte[] link, int partitions) {
        return Optional.of(Set.of(Host.partition(host, partitions)));
    }
}
