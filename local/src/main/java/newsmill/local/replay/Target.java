package newsmill.local.replay;

import java.io.IOException;
import newsmill.article.EnrichedArticle;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.enrich.Enricher;

/** Where articles go, and in what form they must be for it. Thread-safe. */
record Target(String topic, Enricher enricher) {
    /** The raw topic: articles go there without tags. */
    static Target raw(String topic) {
        return new Target(topic, null);
    }

    /** The enriched topic: what has no tags gets them here, as the filter gives them. */
    static Target enriched(String topic, Enricher enricher) {
        return new Target(topic, enricher);
    }

    /** The type of the event there. */
    String type() {
        return enricher == null ? EventHeaders.RAW : EventHeaders.ENRICHED;
    }

    /**
     * The article for it.
     *
     * @throws IOException as {@link Manuscript#of(byte[])}
     */
    Print print(Manuscript manuscript) throws IOException {
        boolean tagged = manuscript.tags() != null;
        if (tagged == (enricher != null) && manuscript.bytes() != null) {
            return new Print(manuscript.bytes(), tagged ? manuscript.tags().by() : null);
        }
        if (enricher == null) {
            return new Print(Json.write(manuscript.article()), null);
        }
        EnrichedArticle enriched = tagged ? manuscript.enriched() : enricher.enrich(manuscript.article());
        return new Print(Json.write(enriched), enriched.enriched().by());
    }

    /** @param enricher who tagged it, or null */
    record Print(byte[] json, String enricher) {}
}
