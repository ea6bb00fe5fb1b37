package newsmill.ingest.frontier;

import newsmill.ingest.fetch.Validators;

/**
 * What is known of a link. Without a due time it is only remembered, so that it is not fetched again.
 *
 * @param link as it was found
 * @param due when its next visit is queued; -1 if there is none
 * @param first when it was first read, in ms; 0 before
 * @param looks how many of the regular looks after the first are done
 * @param failures visits that failed in a row
 * @param gone when it was first found gone, in ms; 0 if it is there
 * @param validators of the last full response
 * @param printed what was published of it, or null
 * @param hop where a redirect sent this visit, or null
 */
record PageState(
        LinkEntry link,
        long due,
        long first,
        int looks,
        int failures,
        long gone,
        Validators validators,
        Printed printed,
        Hop hop) {
    /**
     * The last revision that was published.
     *
     * @param id the article's id
     * @param canonicalUrl its canonical address
     * @param wording a hash of the words that make a revision; null in what an earlier version wrote
     * @param sound whether its body was the article, and not a wall or nothing
     */
    record Printed(
            String id,
            String canonicalUrl,
            int revision,
            String contentHash,
            String wording,
            boolean sound,
            String title,
            String publishedAt) {}

    static PageState fresh(LinkEntry link, long due) {
        return new PageState(link, due, 0, 0, 0, 0, Validators.NONE, null, null);
    }

    /** A link to an article that is kept under another id. */
    static PageState alias(LinkEntry link, String articleId) {
        return fresh(link.at(link.url(), link.hops(), Errand.known(articleId)), -1);
    }

    /** The address to ask. */
    String address() {
        return hop == null ? link.url() : hop.url();
    }

    /** The id under which its article was published, or null. */
    String publishedAs() {
        if (printed != null) {
            return printed.id();
        }
        return link.errand() == null ? null : link.errand().known();
    }

    PageState due(long time) {
        return new PageState(link, time, first, looks, failures, gone, validators, printed, hop);
    }

    /** There and answered; {@code validators} null keeps those it had. */
    PageState seen(long now, Validators given) {
        boolean moved = hop != null && hop.lasting();
        Validators next = given == null ? validators : given;
        return new PageState(
                moved ? link.at(hop.url(), link.hops(), link.errand()) : link,
                due,
                first == 0 ? now : first,
                first == 0 ? 0 : looks + 1,
                0,
                0,
                // Those of a detour say nothing about the address that is asked first.
                hop == null || moved ? next : Validators.NONE,
                printed,
                null);
    }

    PageState printed(Printed revision) {
        return new PageState(link, due, first, looks, failures, gone, validators, revision, hop);
    }

    PageState failed() {
        return new PageState(link, due, first, looks, failures + 1, gone, validators, printed, null);
    }

    /** Gives up this look; the next regular one is the next to come. */
    PageState skipped() {
        return new PageState(link, due, first, looks + 1, 0, gone, validators, printed, null);
    }

    PageState missing(long now) {
        return new PageState(link, due, first, looks, 0, gone == 0 ? now : gone, Validators.NONE, printed, null);
    }

    /** On its way over a redirect. */
    PageState hopping(Hop next) {
        return new PageState(link, due, first, looks, failures, gone, Validators.NONE, printed, next);
    }

    /** The same article at another address. */
    PageState at(LinkEntry other) {
        return new PageState(other, due, first, looks, failures, gone, Validators.NONE, printed, null);
    }

    /** All that is needed to know it again. */
    PageState settled() {
        return new PageState(link, -1, first, looks, 0, gone, validators, printed, null);
    }
}
