package newsmill.enrich;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Articles whose taggers ran past their time, and the threads that still run for them. Thread-safe.
 *
 * <p>Several in a row can last longer than a transaction may; then Kafka aborts it and the same records come again. They
 * are remembered, so that the second time takes no time and the stream gets past them.
 */
final class Overruns {
    /** A thread that cannot be stopped keeps a core busy; when so many do, the process had better start afresh. */
    static final int MOST_RUNNING = 4;

    private static final int MOST_REMEMBERED = 10_000;

    private final Set<String> records = new LinkedHashSet<>();
    private final Set<ExecutorService> running = ConcurrentHashMap.newKeySet();
    private final Runnable tooMany;

    /** @param tooMany what to do when {@value #MOST_RUNNING} taggers cannot be stopped */
    Overruns(Runnable tooMany) {
        this.tooMany = tooMany;
    }

    /** Remembers a record, named by where it lies. */
    synchronized void add(String record) {
        records.add(record);
        if (records.size() > MOST_REMEMBERED) {
            Iterator<String> oldest = records.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean contains(String record) {
        return records.contains(record);
    }

    /** Watches a thread whose work was left behind. */
    void leaveBehind(ExecutorService thread) {
        running.removeIf(ExecutorService::isTerminated);
        running.add(thread);
        if (running.size() >= MOST_RUNNING) {
            tooMany.run();
        }
    }
}
