package newsmill.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which articles were withdrawn, at which version. A server forgets the version of a deleted document after a while; the
 * register, an index beside that of the articles, does not. In memory are fingerprints only: for the few ids that may be in
 * the register it is asked, once for all articles that are written together.
 */
final class Withdrawals {
    private final SearchIndex index;
    /** Withdrawn since the last commit: the register's entries may still be under way. */
    private final Map<String, Long> underWay = new HashMap<>();

    private Map<String, Long> registered = Map.of();
    private Fingerprints fingerprints;

    Withdrawals(SearchIndex index) {
        this.index = index;
    }

    /** Has the register read again: another instance may have written it. */
    void forget() {
        fingerprints = null;
        underWay.clear();
    }

    /** Learns which of these articles were withdrawn before. */
    void lookUp(List<Delivery> deliveries) throws IOException {
        if (fingerprints == null) {
            Fingerprints all = new Fingerprints();
            index.registered(all::add);
            fingerprints = all;
        }
        List<String> asked = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (fingerprints.mayContain(delivery.id())) {
                asked.add(delivery.id());
            }
        }
        registered = asked.isEmpty() ? Map.of() : index.versions(index.register(), asked);
    }

    /** The version at which an article that was looked up was withdrawn, or -1. */
    long version(String id) {
        return Math.max(registered.getOrDefault(id, -1L), underWay.getOrDefault(id, -1L));
    }

    /** True if this very withdrawal is under way already: an event, say, that its tombstone follows. */
    boolean isUnderWay(String id, long version) {
        return underWay.getOrDefault(id, -1L) == version;
    }

    void add(String id, long version) {
        underWay.put(id, version);
    }

    /** What was under way has arrived. */
    void settled() {
        underWay.keySet().forEach(fingerprints::add);
        underWay.clear();
    }
}
