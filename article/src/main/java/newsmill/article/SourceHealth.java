package newsmill.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * That a source's condition has changed: an event of the source-health topic. What is not known is null.
 *
 * @param source its id
 * @param name the publisher's name
 * @param url what is polled
 * @param condition what it is now; {@link Condition#WELL} says that it has recovered
 * @param was what it was before
 * @param reason why, in a sentence
 * @param at when it was found
 * @param lastSuccess when it last answered a poll as it should
 * @param lastNews when it last listed something new
 * @param nextVisit when it is polled next
 * @param problem why its last poll failed
 * @param failures how many polls in a row have failed
 * @param usualPerDay new links a day over the last four weeks
 * @param today new links since midnight, UTC
 * @param hollowShare share of its latest pages without a usable text, 0 to 1
 * @param usualLength mean length of its texts over the last four weeks, in characters
 * @param recentLength mean length of its latest texts
 */
public record SourceHealth(
        String source,
        String name,
        String url,
        Condition condition,
        Condition was,
        String reason,
        Instant at,
        Instant lastSuccess,
        Instant lastNews,
        Instant nextVisit,
        String problem,
        int failures,
        Double usualPerDay,
        int today,
        Double hollowShare,
        Integer usualLength,
        Integer recentLength) {
    /** As an event tells it: a poll that failed once is nothing to tell of. */
    public SourceHealth told() {
        return new SourceHealth(
                source,
                name,
                url,
                condition.alarming() ? condition : Condition.WELL,
                was.alarming() ? was : Condition.WELL,
                reason,
                at,
                lastSuccess,
                lastNews,
                nextVisit,
                problem,
                failures,
                usualPerDay,
                today,
                hollowShare,
                usualLength,
                recentLength);
    }

    /** How a source is. */
    public enum Condition {
        /** As it always was. */
        @JsonProperty("well")
        WELL,
        /** Its last poll failed; it is tried again soon. No event tells of it. */
        @JsonProperty("failing")
        FAILING,
        /** It answers or not, but has had nothing new for far longer than is its way. */
        @JsonProperty("silent")
        SILENT,
        /** It lists many times what it used to list. */
        @JsonProperty("flooding")
        FLOODING,
        /** Its pages give no usable text, or only a fraction of what they used to give. */
        @JsonProperty("not-extracting")
        NOT_EXTRACTING,
        /** It has failed for so long that it is only probed now and then. */
        @JsonProperty("parked")
        PARKED,
        /** Its server says that it is gone for good (410); it is only probed now and then. */
        @JsonProperty("gone")
        GONE;

        /** True for what an operator should look at. */
        public boolean alarming() {
            return this != WELL && this != FAILING;
        }
    }
}
