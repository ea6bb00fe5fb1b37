package newsmill.local.replay;

import java.time.Instant;
import newsmill.article.Article;
import newsmill.article.Iso8601;

/** When an article's event happened: it was published, or, where that is not known or cannot be, fetched. */
final class EventTime {
    private EventTime() {}

    /** The time, or null if the article does not say. */
    static Instant of(Article article, Instant now) {
        Instant published = article.publishedAt() == null ? null : Iso8601.instant(article.publishedAt());
        boolean possible = published != null && !published.isAfter(now) && published.getEpochSecond() >= 0;
        return possible ? published : article.fetchedAt();
    }
}
