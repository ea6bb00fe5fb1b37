package newsmill.ingest.frontier;

import newsmill.article.Source;
import newsmill.ingest.fetch.ShownAddress;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.source.SourceEntry;

/**
 * What is known of a source.
 *
 * @param entry as configured
 * @param due when its next poll is queued
 * @param url what to ask, where it has moved for good; or null
 * @param validators of the last full response
 * @param from the address that gave them, or null
 * @param full when the last full response came, in ms
 * @param interval its rhythm, in ms; 0 at first
 * @param illness if its last poll failed; else null
 * @param part if it is a sitemap of an index, or stands on another host than its own; else null
 * @param hop where a redirect sent this poll, or null
 * @param lodging its address on another host, to which it was redirected and where that host's owner polls it; or null
 */
record SourceState(
        SourceEntry entry,
        long due,
        String url,
        Validators validators,
        String from,
        long full,
        long interval,
        Illness illness,
        Part part,
        Hop hop,
        String lodging) {
    /**
     * That its polls fail.
     *
     * @param since when the first of them failed, in ms
     * @param failures how many in a row
     * @param problem why the last one failed
     * @param gone whether the server said 410
     * @param parked whether it has gone on for so long that it is only probed
     */
    record Illness(long since, int failures, String problem, boolean gone, boolean parked) {}

    /**
     * That this is polled when it is asked for: a sitemap when its index says that it has changed, a guest from another
     * host when its home has been redirected.
     *
     * @param host whose turn it waits for
     * @param depth how many indexes stand above it
     * @param modified what the index said last, or null
     * @param lasting whether it is polled without being asked for, too
     * @param next when its home is polled next, in ms
     * @param hops how many redirects led to its address
     */
    record Part(String host, int depth, String modified, boolean lasting, long next, int hops) {
        static Part of(Errand.Guest guest, String url) {
            return new Part(Host.of(url), guest.depth(), guest.modified(), guest.lasting(), guest.next(), guest.hops());
        }
    }

    static SourceState fresh(SourceEntry entry, long due) {
        return new SourceState(entry, due, null, Validators.NONE, null, 0, 0, null, null, null, null);
    }

    /** A sitemap of an index, or a guest. */
    static SourceState part(SourceEntry entry, String url, long due, Part part) {
        return new SourceState(entry, due, url, Validators.NONE, null, 0, 0, null, part, null, null);
    }

    /** The host whose turn it has to wait for. */
    String host() {
        return part == null ? Host.of(entry.url()) : part.host();
    }

    /** The address to ask. */
    String address() {
        if (hop != null) {
            return hop.url();
        }
        return url == null ? entry.url() : url;
    }

    /** What the address to ask gave when it last answered in full; validators belong to the address they came from. */
    Validators known() {
        return from == null || from.equals(address()) ? validators : Validators.NONE;
    }

    int failures() {
        return illness == null ? 0 : illness.failures();
    }

    /** How many redirects led to the address to ask. */
    int hops() {
        return (part == null ? 0 : part.hops()) + (hop == null ? 0 : hop.count());
    }

    /** True if it plans its own polls. */
    boolean plansItself() {
        return part == null || part.lasting();
    }

    /** What its articles say about where they were found. */
    Source source(String feedTitle) {
        String name = entry.name() == null ? feedTitle : entry.name();
        // The key to a feed is the operator's, not the readers'.
        return new Source(entry.id(), name, entry.country(), ShownAddress.of(entry.url()));
    }

    SourceState with(SourceEntry changed) {
        return new SourceState(changed, due, url, validators, from, full, interval, illness, part, hop, lodging);
    }

    SourceState listedAs(Part changed) {
        return new SourceState(entry, due, url, validators, from, full, interval, illness, changed, hop, lodging);
    }

    SourceState due(long time) {
        return new SourceState(entry, time, url, validators, from, full, interval, illness, part, hop, lodging);
    }

    SourceState answered(Outcome.Answer answer, long now, boolean whole) {
        return new SourceState(
                entry,
                due,
                hop != null && hop.lasting() ? hop.url() : url,
                whole ? answer.validators() : validators,
                whole ? answer.url() : from,
                whole ? now : full,
                interval,
                null,
                part,
                null,
                null);
    }

    SourceState rhythm(long ms) {
        return new SourceState(entry, due, url, validators, from, full, ms, illness, part, hop, lodging);
    }

    SourceState failed(Illness since) {
        return new SourceState(entry, due, url, validators, from, full, interval, since, part, null, lodging);
    }

    SourceState hopping(Hop next) {
        return new SourceState(entry, due, url, validators, from, full, interval, illness, part, next, lodging);
    }

    /** Redirected to an address on another host. */
    SourceState lodging(String address) {
        return new SourceState(entry, due, url, validators, from, full, interval, null, part, null, address);
    }
}
