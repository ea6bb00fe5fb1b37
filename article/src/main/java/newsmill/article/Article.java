package newsmill.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A raw article: what a page said, before it is tagged. Absent fields are null, absent lists are empty.
 *
 * @param id see {@link ArticleId}; archives may bring ids of their own
 * @param revision from 1; grows when title or body really changes (white space does not count)
 * @param status whether it stands or was withdrawn
 * @param url the address as fetched
 * @param canonicalUrl the address after canonicalisation ({@link CanonicalUrl}); the id is made from it
 * @param source where it was found
 * @param title the headline, without the site's name
 * @param description the publisher's own summary
 * @param byline people's names, without "By" or roles
 * @param section the publisher's section
 * @param keywords the publisher's keywords
 * @param image address of the lead image
 * @param language BCP 47: what the page declares; in the enriched record: what it is
 * @param publishedAt ISO 8601: a date-time with the page's own offset, or a date where the page gives no time; {@link
 *     Iso8601#instant} gives the moment of either
 * @param publishedAtFrom what on the page gave {@code publishedAt}
 * @param modifiedAt as {@code publishedAt}
 * @param fetchedAt when the page was fetched
 * @param body paragraphs separated by a blank line; no captions, share buttons, related links or author bios
 * @param bodyVerdict what the body is, so that a cookie wall never passes for news
 * @param contentHash see {@link ContentHash}
 * @param rights what the publisher reserves
 */
public record Article(
        String id,
        int revision,
        Status status,
        String url,
        String canonicalUrl,
        Source source,
        String title,
        String description,
        List<String> byline,
        String section,
        List<String> keywords,
        String image,
        String language,
        String publishedAt,
        DateOrigin publishedAtFrom,
        String modifiedAt,
        Instant fetchedAt,
        String body,
        BodyVerdict bodyVerdict,
        String contentHash,
        Rights rights) {

    /** Whether an article stands. */
    public enum Status {
        @JsonProperty("usable")
        USABLE,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    /** What gave the publication date. */
    public enum DateOrigin {
        @JsonProperty("json-ld")
        JSON_LD,
        @JsonProperty("meta")
        META,
        @JsonProperty("time")
        TIME,
        @JsonProperty("feed")
        FEED,
        @JsonProperty("url")
        URL,
        @JsonProperty("text")
        TEXT
    }

    /** What a body is. */
    public enum BodyVerdict {
        /** The article. */
        @JsonProperty("ok")
        OK,
        /** Too little to be a whole article. */
        @JsonProperty("short")
        SHORT,
        /** A teaser before a paywall. */
        @JsonProperty("paywall")
        PAYWALL,
        /** A cookie or consent wall. */
        @JsonProperty("consent")
        CONSENT,
        /** A test for robots. */
        @JsonProperty("challenge")
        CHALLENGE,
        /** Nothing. */
        @JsonProperty("empty")
        EMPTY
    }

    /** Checks that there is an id; defaults: revision 1, {@code usable}, empty lists. */
    public Article {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("an article without an id");
        }
        revision = Math.max(1, revision);
        status = status == null ? Status.USABLE : status;
        byline = byline == null ? List.of() : List.copyOf(byline);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
    }

    /** True if the publisher took it back. */
    public boolean withdrawn() {
        return status == Status.WITHDRAWN;
    }

    /** A builder that holds nothing but an id. */
    public static Builder of(String id) {
        Builder builder = new Builder();
        builder.id = id;
        return builder;
    }

    /** A builder that holds all of this article. */
    public Builder with() {
        Builder builder = new Builder();
        builder.id = id;
        builder.revision = revision;
        builder.status = status;
        builder.url = url;
        builder.canonicalUrl = canonicalUrl;
        builder.source = source;
        builder.title = title;
        builder.description = description;
        builder.byline = byline;
        builder.section = section;
        builder.keywords = keywords;
        builder.image = image;
        builder.language = language;
        builder.publishedAt = publishedAt;
        builder.publishedAtFrom = publishedAtFrom;
        builder.modifiedAt = modifiedAt;
        builder.fetchedAt = fetchedAt;
        builder.body = body;
        builder.bodyVerdict = bodyVerdict;
        builder.contentHash = contentHash;
        builder.rights = rights;
        return builder;
    }

    /** Collects an article's fields; not for use by several threads. */
    public static final class Builder {
        private String id;
        private int revision;
        private Status status;
        private String url;
        private String canonicalUrl;
        private Source source;
        private String title;
        private String description;
        private List<String> byline;
        private String section;
        private List<String> keywords;
        private String image;
        private String language;
        private String publishedAt;
        private DateOrigin publishedAtFrom;
        private String modifiedAt;
        private Instant fetchedAt;
        private String body;
        private BodyVerdict bodyVerdict;
        private String contentHash;
        private Rights rights;

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder revision(int revision) {
            this.revision = revision;
            return this;
        }

        public Builder status(Status status) {
            this.status = status;
            return this;
        }

        public Builder url(String url) {
            this.url = url;
            return this;
        }

        public Builder canonicalUrl(String canonicalUrl) {
            this.canonicalUrl = canonicalUrl;
            return this;
        }

        public Builder source(Source source) {
            this.source = source;
            return this;
        }

        public Builder title(String title) {
            this.title = title;
            return this;
        }

        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public Builder byline(List<String> byline) {
            this.byline = byline;
            return this;
        }

        public Builder section(String section) {
            this.section = section;
            return this;
        }

        public Builder keywords(List<String> keywords) {
            this.keywords = keywords;
            return this;
        }

        public Builder image(String image) {
            this.image = image;
            return this;
        }

        public Builder language(String language) {
            this.language = language;
            return this;
        }

        public Builder publishedAt(String publishedAt) {
            this.publishedAt = publishedAt;
            return this;
        }

        public Builder publishedAtFrom(DateOrigin publishedAtFrom) {
            this.publishedAtFrom = publishedAtFrom;
            return this;
        }

        public Builder modifiedAt(String modifiedAt) {
            this.modifiedAt = modifiedAt;
            return this;
        }

        public Builder fetchedAt(Instant fetchedAt) {
            this.fetchedAt = fetchedAt;
            return this;
        }

        public Builder body(String body) {
            this.body = body;
            return this;
        }

        public Builder bodyVerdict(BodyVerdict bodyVerdict) {
            this.bodyVerdict = bodyVerdict;
            return this;
        }

        public Builder contentHash(String contentHash) {
            this.contentHash = contentHash;
            return this;
        }

        public Builder rights(Rights rights) {
            this.rights = rights;
            return this;
        }

        public Article build() {
            return new Article(
                    id,
                    revision,
                    status,
                    url,
                    canonicalUrl,
                    source,
                    title,
                    description,
                    byline,
                    section,
                    keywords,
                    image,
                    language,
                    publishedAt,
                    publishedAtFrom,
                    modifiedAt,
                    fetchedAt,
                    body,
                    bodyVerdict,
                    contentHash,
                    rights);
        }
    }
}
