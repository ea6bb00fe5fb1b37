package newsmill.ingest.frontier;

/** Told how punctual the frontier is, and what it costs to look for due work. Called by stream threads. */
public interface Punctuality {
    /** Nobody who wants to know. */
    Punctuality UNWATCHED = new Punctuality() {
        @Override
        public void sent(long lateMs) {}

        @Override
        public void scanned(long entries) {}
    };

    /** A request was sent. @param lateMs how long after both the visit and its host's turn were due */
    void sent(long lateMs);

    /** A pass over due work is done. @param entries how many of the stores' entries it looked at */
    void scanned(long entries);
}
