package newsmill.local.replay;

import newsmill.article.Article;
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

    /** The article for it. */
    Print print(Manuscript manuscript) {
        Article article = manuscript.article();
        if (enricher == null) {
            boolean plain = manuscript.enriched() == null && manuscript.bytes() != null;
            return new Print(plain ? manuscript.bytes() : Json.write(article), null);
        }
        EnrichedArticle enriched = manuscript.enriched() == null ? enricher.enrich(article) : manuscript.enriched();
        boolean ready = manuscript.enriched() != null && manuscript.bytes() != null;
        return new Print(
                ready ? manuscript.bytes() : Json.write(enriched),
                enriched.enriched().by());
    }

    /** @param enricher who tagged it, or null */
    record Print(byte[] json, String enricher) {}
}
