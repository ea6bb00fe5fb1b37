package newsmill.article;

import java.time.Instant;

/**
 * Who tagged an article, and when.
 *
 * @param by {@code newsmill/VERSION}: the version of the tagger set
 * @param at the time the service tagged it; absent from the filter's output, which depends on its input alone
 */
public record Enriched(String by, Instant at) {}
