package newsmill.local.replay;

import java.io.IOException;
import java.util.List;

/** Reads and edits everything as a replay does, and sends nothing. */
final class DryRun {
    private DryRun() {}

    static Tally run(Editor editor, Replay.Opening opening, Watcher watcher) throws IOException, InterruptedException {
        Tally tally = new Tally(null, true);
        try (Archive archive = opening.at(null);
                InOrder entries =
                        new InOrder(archive, editor, Runtime.getRuntime().availableProcessors())) {
            for (List<Edited> batch = entries.next(100); batch != null; batch = entries.next(100)) {
                for (Edited each : batch) {
                    tally.add(each);
                    if (each.verdict() == Edited.Verdict.REJECTED) {
                        watcher.say(each.entry().place().text() + ": " + each.word());
                    }
                }
                watcher.at(archive, tally.counts());
            }
        }
        return tally;
    }
}
