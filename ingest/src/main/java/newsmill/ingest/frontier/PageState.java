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
 */
record PageState(
        LinkEntry link,
        long due,
        long first,
        int looks,
        int failures,
        long gone,
        Validators validators,
        Printed printed) {
    /**
     * The last revision that was published.
     *
     * @param id the article's id
     * @param canonicalUrl its canonical address
     * @param sound whether its body was the article, and not a wall or nothing
     */
    record Printed(
            String id,
            String canonicalUrl,
            int revision,
            String contentHash,
            boolean sound,
            String title,
            String publishedAt) {}

    static PageState fresh(LinkEntry link, long due) {
        return new PageState(link, due, 0, 0, 0, 0, Validators.NONE, null);
    }

    PageState due(long time) {
        return new PageState(link, time, first, looks, failures, gone, validators, printed);
    }

    /** There and answered; {@code validators} null keeps those it had. */
    PageState seen(long now, Validators given) {
        return new PageState(
                link,
                due,
                first == 0 ? now : first,
                first == 0 ? 0 : looks + 1,
                0,
                0,
                given == null ? validators : given,
                printed);
    }

    PageState printed(Printed revision) {
        return new PageState(link, due, first, looks, failures, gone, validators, revision);
    }

    PageState failed() {
        return new PageState(link, due, first, looks, failures + 1, gone, validators, printed);
    }

    /** Gives up this look; the next regular one is the next to come. */
    PageState skipped() {
        return new PageState(link, due, first, looks + 1, 0, gone, validators, printed);
    }

    PageState missing(long now) {
        return new PageState(link, due, first, looks, 0, gone == 0 ? now : gone, Validators.NONE, printed);
    }

    /** All that is needed to know it again. */
    PageState settled() {
        return new PageState(link, -1, first, looks, 0, gone, validators, printed);
    }
}
