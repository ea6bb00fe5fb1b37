package newsmill.local.replay;

import java.util.TreeMap;

/** How far a replay has come, while it moves. Not thread-safe. */
final class Reached {
    private int file;
    private long entry;
    private final TreeMap<String, Long> offsets = new TreeMap<>();

    Reached(Cursor.Position from) {
        file = from.file();
        entry = from.entry();
        offsets.putAll(from.offsets());
    }

    /** So many entries of a file of the list are dealt with, and all files before it. */
    void in(int file, long entry) {
        this.file = file;
        this.entry = entry;
    }

    /** A partition's records before an offset are dealt with. */
    void at(int partition, long offset) {
        offsets.put(Integer.toString(partition), offset);
    }

    Cursor.Position position() {
        return new Cursor.Position(file, entry, offsets);
    }
}
