package newsmill.ingest.frontier;

/**
 * A redirect on the way to an answer. Each is a visit of its own: it waits for the host's turn and for its robots.txt.
 *
 * @param url where to ask next
 * @param count how many redirects led here
 * @param lasting whether all of them were meant for good
 */
record Hop(String url, int count, boolean lasting) {
    static Hop after(Hop before, Outcome.Moved moved) {
        return new Hop(
                moved.to(),
                before == null ? 1 : before.count() + 1,
                moved.lasting() && (before == null || before.lasting()));
    }
}
