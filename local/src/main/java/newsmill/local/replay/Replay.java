package newsmill.local.replay;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import newsmill.article.KafkaSettings;
import newsmill.local.replay.Edited.Verdict;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Reads an archive, edits what it holds and sends it, in order; the cursor goes with it. Killed at any moment and run again
 * it goes on where it was, and nothing is lost or there twice for readers of what is committed.
 */
final class Replay {
    /** A long way through what nobody wants is noted too. */
    private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long MOMENT_MILLIS = 100;
    private static final int MESSAGES = 100;
    /** Who waits longer for the readers is told what for. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String run;
    private final Plan plan;
    private final KafkaSettings kafka;
    private final Pace pace;
    private final Ahead ahead;
    private final Watcher watcher;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Archive archive;
    private Publisher publisher;
    private Tally tally;
    private Reached reached;
    private Map<String, Long> ends;
    private long noted;
    private long room;
    private int said;
    private boolean patient;

    /** @param ahead how far it may run before those who read its target */
    Replay(String run, Plan plan, KafkaSettings kafka, Pace pace, Ahead ahead, Watcher watcher) {
        this.run = run;
        this.plan = plan;
        this.kafka = kafka;
        this.pace = pace;
        this.ahead = ahead;
        this.watcher = watcher;
    }

    /** Ends a replay at the next article; what was sent is committed. May be called by another thread. */
    void stop() {
        stopped.set(true);
    }

    /**
     * Replays from the cursor on, or from the beginning if there is none or an earlier replay came to its end.
     *
     * @param opened makes the archive that stands behind a cursor
     * @param restart whether to begin anew in any case
     * @return what became of all entries since the beginning
     * @throws IllegalArgumentException if a replay of this name with another plan was broken off
     */
    Result run(Editor editor, Opening opened, boolean restart) throws IOException, InterruptedException {
        try (Publisher open = new Publisher(kafka, run, editor.maxRecordBytes())) {
            publisher = open;
            Cursor from = restart ? null : unfinished();
            try (Archive read = opened.at(from)) {
                archive = read;
                ends = opened.ends();
                tally = new Tally(from == null ? null : from.counts(), false);
                reached = new Reached(from == null ? Cursor.Position.START : from.position());
                noted = System.nanoTime();
                room = ahead.room();
                if (from != null) {
                    watcher.say(String.format(
                            Locale.ROOT,
                            "%s was broken off and goes on: %,d read, %,d sent so far",
                            run,
                            from.counts().read(),
                            from.counts().sent()));
                }
                try (InOrder entries =
                        new InOrder(archive, editor, Runtime.getRuntime().availableProcessors())) {
                    sendAll(entries);
                }
                commit(!stopped.get());
                return new Result(tally.counts(), !stopped.get(), from != null);
            }
        }
    }

    private Cursor unfinished() throws IOException {
        Cursor last = CursorTopic.last(kafka, run);
        if (last == null || last.done()) {
            return null;
        }
        if (!last.plan().equals(plan.fingerprint())) {
            throw new IllegalArgumentException("the replay " + run
                    + " was broken off with other files, filters or another target; give --run another name, or begin it"
                    + " anew with --restart");
        }
        return last;
    }

    private void sendAll(InOrder entries) throws IOException, InterruptedException {
        for (List<Edited> batch = entries.next(MOMENT_MILLIS);
                batch != null && !stopped.get();
                batch = entries.next(MOMENT_MILLIS)) {
            for (Edited each : batch) {
                if (stopped.get() || !send(each)) {
                    return;
                }
            }
            if (publisher.due() || System.nanoTime() - noted > NOTE_NANOS) {
                commit(false);
            }
            watcher.at(archive, tally.counts());
        }
    }

    /** False if the replay was stopped while the article waited for its time. */
    private boolean send(Edited edited) throws InterruptedException {
        if (edited.verdict() == Verdict.SENT
                && !(waited(pace.wait(edited.time(), System.nanoTime())) && roomFor(edited))) {
            return false;
        }
        for (ProducerRecord<byte[], byte[]> record : edited.records()) {
            publisher.send(record);
        }
        if (edited.verdict() == Verdict.REJECTED && ++said <= MESSAGES) {
            watcher.say(edited.entry().place().text() + ": " + edited.word()
                    + (said == MESSAGES ? "; further ones are counted, not named" : ""));
        }
        tally.add(edited);
        archive.note(reached, edited.entry());
        if (publisher.due()) {
            commit(false);
        }
        return true;
    }

    private boolean waited(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            if (publisher.due()) {
                commit(false);
            }
            if (stopped.get()) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS)));
            watcher.at(archive, tally.counts());
        }
        return true;
    }

    /** Waits, once there is no room, until the readers have caught up half way. */
    private boolean roomFor(Edited edited) throws InterruptedException {
        if (room <= 0) {
            commit(false);
            long since = System.nanoTime();
            for (room = ahead.room(); room < ahead.most() / 2; room = ahead.room()) {
                if (stopped.get()) {
                    return false;
                }
                if (!patient && System.nanoTime() - since > QUIET_NANOS) {
                    patient = true;
                    watcher.say(ahead.waiting(room));
                }
                watcher.at(archive, tally.counts());
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS / 4);
            }
        }
        room -= edited.records().size();
        return true;
    }

    private void commit(boolean done) throws InterruptedException {
        publisher.commit(new Cursor(run, plan.fingerprint(), reached.position(), ends, tally.counts(), done));
        noted = System.nanoTime();
        if (!done && room > ahead.most()) {
            // Nobody read the target: by now somebody may.
            room = ahead.room();
        }
    }

    /** Makes the archive that a replay reads. */
    interface Opening {
        /** The archive from a cursor on; from its beginning where that is null. */
        Archive at(Cursor from) throws IOException;

        /** Where the partitions of a topic end for this replay; of files nothing. For after {@link #at}. */
        Map<String, Long> ends();
    }

    /**
     * How it went.
     *
     * @param counts since its beginning
     * @param done whether it came to its end, or was stopped
     * @param resumed whether it went on from an earlier run
     */
    record Result(Tally.Counts counts, boolean done, boolean resumed) {}
}
