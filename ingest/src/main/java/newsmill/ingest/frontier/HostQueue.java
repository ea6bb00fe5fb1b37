package newsmill.ingest.frontier;

import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Visits by host and time, over three stores: {@code queue} holds every visit, {@code ready} one entry for each host that
 * has any, {@code hosts} where each host stands. So a host with a million visits costs no more to pass over than one
 * with a single visit, and nothing that is not due is looked at. Scans begin at a remembered low-water mark: to scan
 * over deleted entries is what costs in such a store. Times are ms since 1970.
 */
final class HostQueue {
    private static final byte[] NOTHING = {};

    private final KeyValueStore<Bytes, byte[]> queue;
    private final KeyValueStore<Bytes, byte[]> ready;
    private final KeyValueStore<Bytes, byte[]> hosts;
    private final Predicate<String> busy;
    private long low;
    private long nextReady;
    private long scanned;

    /** A queue over these stores. @param busy hosts with a request in flight, which wait for {@link #settle} */
    HostQueue(
            KeyValueStore<Bytes, byte[]> queue,
            KeyValueStore<Bytes, byte[]> ready,
            KeyValueStore<Bytes, byte[]> hosts,
            Predicate<String> busy) {
        this.queue = queue;
        this.ready = ready;
        this.hosts = hosts;
        this.busy = busy;
    }

    void add(Due due) {
        queue.put(QueueKeys.queue(due), NOTHING);
        HostTurn turn = turn(due.host());
        long lowest = Math.min(turn.lowest(), due.time());
        long at = Math.max(due.time(), turn.allowed());
        if (!busy.test(due.host()) && (turn.ready() < 0 || at < turn.ready())) {
            move(due.host(), turn, new HostTurn(turn.allowed(), at, lowest));
        } else if (lowest < turn.lowest()) {
            put(due.host(), new HostTurn(turn.allowed(), turn.ready(), lowest));
        }
    }

    /** Takes a visit off; {@link #settle} its host when all changes are made. */
    void remove(Due due) {
        queue.delete(QueueKeys.queue(due));
    }

    /** The next visit whose time has come, of a host whose turn it is and that is not busy; or null. */
    Due next(long now) {
        while (now >= nextReady) {
            String host = readyHost(now);
            if (host == null) {
                return null;
            }
            HostTurn turn = turn(host);
            Due due = turn.allowed() > now ? null : first(host, turn);
            if (due != null && due.time() <= now) {
                return due;
            }
            // What made it ready has been removed or put off since, or its turn was taken by an owner before us.
            settle(host, turn(host).allowed());
        }
        return null;
    }

    private String readyHost(long now) {
        boolean head = true;
        try (KeyValueIterator<Bytes, byte[]> entries = ready.range(QueueKeys.ready(low, ""), null)) {
            while (entries.hasNext()) {
                Bytes key = entries.next().key;
                scanned++;
                long time = QueueKeys.readyTime(key);
                if (head) {
                    low = time;
                    head = false;
                }
                if (time > now) {
                    nextReady = time;
                    return null;
                }
                String host = QueueKeys.readyHost(key);
                if (!busy.test(host)) {
                    return host;
                }
            }
        }
        nextReady = Long.MAX_VALUE;
        return null;
    }

    /** Works out anew when it is this host's turn, {@code allowed} at the earliest. */
    void settle(String host, long allowed) {
        HostTurn turn = turn(host);
        Due first = first(host, turn);
        long at = first == null ? -1 : Math.max(first.time(), allowed);
        move(host, turn, new HostTurn(allowed, at, first == null ? Long.MAX_VALUE : first.time()));
    }

    /** How many entries it has looked at since it was made. */
    long scanned() {
        return scanned;
    }

    /** A request is sent: whoever owns the host next, should we not live to settle it, knows of the pause. */
    void hold(String host, long allowed) {
        HostTurn turn = turn(host);
        put(host, new HostTurn(allowed, turn.ready(), turn.lowest()));
    }

    /** When the host's next request may be sent. */
    long allowed(String host) {
        return turn(host).allowed();
    }

    private Due first(String host, HostTurn turn) {
        if (turn.lowest() == Long.MAX_VALUE) {
            return null;
        }
        try (KeyValueIterator<Bytes, byte[]> entries =
                queue.range(QueueKeys.queueFrom(host, turn.lowest()), QueueKeys.queueEnd(host))) {
            if (!entries.hasNext()) {
                return null;
            }
            KeyValue<Bytes, byte[]> entry = entries.next();
            scanned++;
            return QueueKeys.queued(host, entry.key);
        }
    }

    private void move(String host, HostTurn from, HostTurn to) {
        if (from.ready() >= 0 && from.ready() != to.ready()) {
            ready.delete(QueueKeys.ready(from.ready(), host));
        }
        if (to.ready() >= 0) {
            ready.put(QueueKeys.ready(to.ready(), host), NOTHING);
            low = Math.min(low, to.ready());
            nextReady = Math.min(nextReady, to.ready());
        }
        put(host, to);
    }

    private HostTurn turn(String host) {
        return HostTurn.of(hosts.get(QueueKeys.host(host)));
    }

    private void put(String host, HostTurn turn) {
        hosts.put(QueueKeys.host(host), turn.bytes());
    }
}
