package newsmill.local.replay;

import java.util.Map;

/**
 * How far a replay has come: what stands on the topic of replays, written in one transaction with what was sent.
 *
 * @param run its name
 * @param plan what tells one command from another: inputs, filters, target
 * @param position behind the last entry dealt with
 * @param ends of a topic's partitions: where they ended when the replay began
 * @param counts since its beginning
 * @param done whether it came to its end
 */
record Cursor(String run, String plan, Position position, Map<String, Long> ends, Tally.Counts counts, boolean done) {
    Cursor {
        ends = ends == null ? Map.of() : Map.copyOf(ends);
    }

    /**
     * A place in what is read.
     *
     * @param file the number of the file in the list of files, from 0
     * @param entry how many of its entries are dealt with
     * @param offsets of a topic: by partition, the next one
     */
    record Position(int file, long entry, Map<String, Long> offsets) {
        static final Position START = new Position(0, 0, Map.of());

        Position {
            offsets = offsets == null ? Map.of() : Map.copyOf(offsets);
        }
    }
}
