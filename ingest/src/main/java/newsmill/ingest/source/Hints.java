package newsmill.ingest.source;

import java.time.Duration;

/** How often a source says it changes. @param every from {@code ttl} or {@code sy:updatePeriod}, or null */
public record Hints(Duration every) {
    static final Hints NONE = new Hints(null);
}
