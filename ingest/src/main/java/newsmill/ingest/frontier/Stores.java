package newsmill.ingest.frontier;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The names of the frontier's stores. Each has a changelog topic: a dead instance takes nothing with it. */
public final class Stores {
    /** Every visit that is to be made, by host and time. */
    static final String QUEUE = "queue";
    /** One entry for each host that has any, by the time of its turn. */
    static final String READY = "ready";
    /** When a host may be asked again. */
    static final String HOSTS = "hosts";
    /** Every link and source ever seen: what was published of it, its validators, its next visit. */
    static final String SEEN = "seen";
    /** Copies of robots.txt, by host. */
    static final String ROBOTS = "robots";
    /** The links to other partitions that a source's last poll gave, so that they are not sent again and again. */
    static final String OFFERED = "offered";

    private static final List<String> ALL = List.of(QUEUE, READY, HOSTS, SEEN, ROBOTS, OFFERED);

    private Stores() {}

    /** Builders of all the stores. */
    public static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> builders() {
        return ALL.stream().map(Stores::builder).toList();
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
