package newsmill.local.replay;

import java.io.Closeable;
import java.io.IOException;

/** Something to replay from, read once from its beginning to its end by one thread. */
interface Archive extends Closeable {
    /** The next entry, or null at the end. */
    Entry next() throws IOException;

    /** True if the next entry may have to be waited for. */
    boolean mayWait() throws IOException;

    /** How much of it has been read: bytes of files, records of topics. May be asked by another thread. */
    long done();

    /** How much there is to read in all, in the same unit; -1 if nobody knows. */
    long all();

    /** Notes that an entry was dealt with. */
    void note(Reached reached, Entry entry);
}
