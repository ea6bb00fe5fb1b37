package newsmill.local.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import newsmill.article.Article;

/** When an article's event happened: it was published, or, where that is not known or cannot be, fetched. */
final class EventTime {
    private EventTime() {}

    /** The time, or null if the article does not say. */
    static Instant of(Article article, Instant now) {
        Instant published = article.publishedAt() == null ? null : read(article.publishedAt());
        boolean possible = published != null && !published.isAfter(now) && published.getEpochSecond() >= 0;
        return possible ? published : article.fetchedAt();
    }

    /** A date (its first moment in UTC) or a date-time with an offset; null if it is neither. */
    static Instant read(String iso) {
        try {
            return iso.indexOf('T') < 0
                    ? LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
