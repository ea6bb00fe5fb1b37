package newsmill.ingest.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import newsmill.article.Article;
import newsmill.article.Article.BodyVerdict;

/**
 * What came of a visit to a source, or of the first visit to a page that it listed: the value of a record on the visits
 * topic. What does not apply is null.
 *
 * @param source the source's id
 * @param kind what was visited
 * @param url what was asked for
 * @param at when
 * @param outcome what came of it
 * @param reason why it failed
 * @param name the publisher's name
 * @param listed how many links the source lists
 * @param fresh how many of them it had not listed before
 * @param bodyVerdict what the page's body is
 * @param length of the body, in characters
 * @param next when the source is visited next
 * @param failures how many polls of the source in a row have failed
 * @param parked whether it has failed for so long that it is only probed
 * @param gone whether its server says that it is gone for good
 */
public record VisitReport(
        String source,
        Kind kind,
        String url,
        Instant at,
        Result outcome,
        String reason,
        String name,
        Integer listed,
        Integer fresh,
        BodyVerdict bodyVerdict,
        Integer length,
        Instant next,
        Integer failures,
        Boolean parked,
        Boolean gone) {
    public VisitReport {
        if (source == null || kind == null || at == null || outcome == null) {
            throw new IllegalArgumentException("a visit needs source, kind, at and outcome");
        }
    }

    /** What was visited. */
    public enum Kind {
        /** The source itself. */
        @JsonProperty("source")
        SOURCE,
        /** A sitemap of its index. */
        @JsonProperty("part")
        PART,
        /** A page that it listed. */
        @JsonProperty("page")
        PAGE
    }

    /** What came of it. */
    public enum Result {
        /** A source listed its links. */
        @JsonProperty("listed")
        LISTED,
        /** A source had not changed. */
        @JsonProperty("unchanged")
        UNCHANGED,
        /** A page was read. */
        @JsonProperty("read")
        READ,
        /** 404 or 410. */
        @JsonProperty("gone")
        GONE,
        /** No usable answer. */
        @JsonProperty("failed")
        FAILED,
        /** robots.txt disallows it. */
        @JsonProperty("barred")
        BARRED,
        /** It is on another host, whose owner visits it from now on. */
        @JsonProperty("moved")
        MOVED
    }

    /** A page's text as it was read. */
    public static VisitReport read(String source, String url, Instant at, Article article) {
        Integer length = article.body() == null ? 0 : article.body().length();
        return page(source, url, at, Result.READ, null, article.bodyVerdict(), length);
    }

    /** A page that gave nothing. */
    public static VisitReport missed(String source, String url, Instant at, Result outcome, String reason) {
        return page(source, url, at, outcome, reason, null, null);
    }

    private static VisitReport page(
            String source, String url, Instant at, Result outcome, String reason, BodyVerdict verdict, Integer length) {
        return new VisitReport(
                source, Kind.PAGE, url, at, outcome, reason, null, null, null, verdict, length, null, null, null, null);
    }

    /** True for a source, or a part of one, that answered as it should. */
    boolean answered() {
        return outcome == Result.LISTED || outcome == Result.UNCHANGED;
    }

    /** How a page counts: its body's verdict, or what stood in the way of one. */
    String reading() {
        if (outcome != Result.READ) {
            return outcome.name().toLowerCase(java.util.Locale.ROOT);
        }
        return bodyVerdict == null ? "ok" : bodyVerdict.name().toLowerCase(java.util.Locale.ROOT);
    }
}
