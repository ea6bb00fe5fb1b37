package newsmill.ingest.frontier;

import newsmill.ingest.source.SourceEntry;

/**
 * What the owner of one host asks of the owner of another, beside a link or in its place. All but one field are null.
 *
 * @param was the address under which the source listed the same item before; goes to the owner of that address
 * @param known the id of an article that has been published already and stands at the link's address now
 * @param namedBy the address of a page that names the link's as its canonical one
 * @param refusedBy the canonical address that a page named and that turned out to be no page
 * @param guest a source that was redirected to the link's address
 */
record Errand(String was, String known, String namedBy, String refusedBy, Guest guest) {
    /**
     * A source, or a sitemap of its index, that stands on another host than the one it is configured for: it is polled in
     * that host's turn, by that host's robots.txt.
     *
     * @param entry as configured
     * @param depth how many sitemap indexes stand above it; 0 for the source itself
     * @param modified what the index said of it, or null
     * @param lasting whether it was redirected for good, and is polled from now on without being asked to
     * @param next when its home is polled next, in ms
     * @param hops how many redirects led here
     * @param over that it is not to be polled any more
     */
    record Guest(SourceEntry entry, int depth, String modified, boolean lasting, long next, int hops, boolean over) {
        Guest ended() {
            return new Guest(entry, depth, modified, lasting, next, hops, true);
        }
    }

    static Errand was(String address) {
        return new Errand(address, null, null, null, null);
    }

    static Errand known(String articleId) {
        return new Errand(null, articleId, null, null, null);
    }

    static Errand namedBy(String address) {
        return new Errand(null, null, address, null, null);
    }

    static Errand refusedBy(String address) {
        return new Errand(null, null, null, address, null);
    }

    static Errand guest(Guest guest) {
        return new Errand(null, null, null, null, guest);
    }
}
