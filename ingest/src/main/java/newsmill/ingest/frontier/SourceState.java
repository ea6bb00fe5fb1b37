package newsmill.ingest.frontier;

import newsmill.article.Source;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.source.SourceEntry;

/**
 * What is known of a source.
 *
 * @param entry as configured
 * @param due when its next poll is queued
 * @param url what to ask, where it has moved for good; or null
 * @param validators of the last full response
 * @param full when the last full response came, in ms
 * @param interval its rhythm, in ms; 0 at first
 * @param illness if its last poll failed; else null
 * @param part if it is a sitemap of an index; else null
 */
record SourceState(
        SourceEntry entry,
        long due,
        String url,
        Validators validators,
        long full,
        long interval,
        Illness illness,
        Part part) {
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
     * That this is a sitemap of an index, polled when the index says it has changed.
     *
     * @param host whose turn it shares: the index's
     * @param depth how many indexes stand above it
     * @param modified what the index said last, or null
     */
    record Part(String host, int depth, String modified) {}

    static SourceState fresh(SourceEntry entry, long due) {
        return new SourceState(entry, due, null, Validators.NONE, 0, 0, null, null);
    }

    /** A sitemap of an index. */
    static SourceState part(SourceEntry entry, long due, Part part) {
        return new SourceState(entry, due, null, Validators.NONE, 0, 0, null, part);
    }

    SourceState listedAs(Part changed) {
        return new SourceState(entry, due, url, validators, full, interval, illness, changed);
    }

    /** The host whose turn it has to wait for. */
    String host() {
        return part == null ? Host.of(entry.url()) : part.host();
    }

    /** The address to ask. */
    String address() {
        return url == null ? entry.url() : url;
    }

    int failures() {
        return illness == null ? 0 : illness.failures();
    }

    /** What its articles say about where they were found. */
    Source source(String feedTitle) {
        String name = entry.name() == null ? feedTitle : entry.name();
        return new Source(entry.id(), name, entry.country(), entry.url());
    }

    SourceState with(SourceEntry changed) {
        return new SourceState(changed, due, url, validators, full, interval, illness, part);
    }

    SourceState due(long time) {
        return new SourceState(entry, time, url, validators, full, interval, illness, part);
    }

    SourceState answered(Outcome.Answer answer, long now, boolean whole) {
        return new SourceState(
                entry,
                due,
                answer.movedTo() == null ? url : answer.movedTo(),
                whole ? answer.validators() : validators,
                whole ? now : full,
                interval,
                null,
                part);
    }

    SourceState rhythm(long ms) {
        return new SourceState(entry, due, url, validators, full, ms, illness, part);
    }

    SourceState failed(Illness since) {
        return new SourceState(entry, due, url, validators, full, interval, since, part);
    }
}
