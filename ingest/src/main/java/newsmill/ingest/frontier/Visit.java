package newsmill.ingest.frontier;

import java.time.Instant;
import newsmill.article.Source;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.source.SourceType;

/** One request to make, and what to make of the answer. */
public sealed interface Visit {
    String url();

    /** A host's robots.txt. */
    record OfRobots(String url) implements Visit {}

    /** A feed, sitemap or listing page. @param pattern which links of a listing page are articles, or null */
    record OfSource(String url, Validators validators, SourceType type, String pattern) implements Visit {}

    /**
     * An article's page.
     *
     * @param title what the feed calls it, or null
     * @param published what the feed says, or null
     * @param time the frontier's time when it was sent off
     */
    record OfPage(String url, Validators validators, Source source, String title, String published, Instant time)
            implements Visit {}
}
