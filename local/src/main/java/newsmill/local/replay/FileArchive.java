package newsmill.local.replay;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** Files, one after the other, from a place on. */
final class FileArchive implements Archive {
    private final List<String> files;
    private final long all;
    private int index;
    private OpenFile open;
    private long skip;
    private volatile long before;
    private volatile OpenFile reading;

    /** @param from entries before it were dealt with by an earlier run, and are passed over */
    FileArchive(List<String> files, Cursor.Position from) {
        this.files = files;
        this.index = from.file();
        this.skip = from.entry();
        this.before = bytes(files.subList(0, Math.min(index, files.size())));
        this.all = files.contains(FileSet.STDIN) ? -1 : bytes(files);
    }

    @Override
    public Entry next() throws IOException {
        while (index < files.size()) {
            if (open == null) {
                open = OpenFile.of(index, files.get(index));
                reading = open;
            }
            Entry entry = open.next();
            if (entry == null) {
                close();
                before += bytes(files.subList(index, index + 1));
                index++;
                skip = 0;
            } else if (entry.place().number() > skip) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public boolean mayWait() throws IOException {
        return open != null && open.mayWait();
    }

    @Override
    public long done() {
        OpenFile now = reading;
        return before + (now == null ? 0 : now.bytes());
    }

    @Override
    public long all() {
        return all;
    }

    @Override
    public void note(Reached reached, Entry entry) {
        reached.in(entry.place().file(), entry.place().number());
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            reading = null;
            open.close();
            open = null;
        }
    }

    private static long bytes(List<String> files) {
        return files.stream().mapToLong(file -> new File(file).length()).sum();
    }
}
