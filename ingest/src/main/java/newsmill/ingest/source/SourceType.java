package newsmill.ingest.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a source is. */
public enum SourceType {
    /** To be seen from what it serves. */
    @JsonProperty("auto")
    AUTO,
    /** RSS, Atom or JSON Feed. */
    @JsonProperty("feed")
    FEED,
    /** A sitemap or an index of sitemaps. */
    @JsonProperty("sitemap")
    SITEMAP,
    /** A page that lists articles. */
    @JsonProperty("page")
    PAGE
}
