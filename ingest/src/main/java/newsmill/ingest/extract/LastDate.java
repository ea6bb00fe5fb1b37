package newsmill.ingest.extract;

import newsmill.article.Article.DateOrigin;
import org.jsoup.nodes.Element;

/** Weak evidence for pages that say nowhere else when they appeared; each must name a whole day. */
final class LastDate {
    /** A script of so many characters does no more than write the date. */
    private static final int BRIEF = 200;

    private final Evidence evidence;
    private final PageCalendar calendar;

    LastDate(Evidence evidence, PageCalendar calendar) {
        this.evidence = evidence;
        this.calendar = calendar;
    }

    /** The title element, a script that writes a date, the folder of the article's image; or null. */
    PublishedDate.Found find() {
        PublishedDate.Found found = title();
        found = found == null ? script() : found;
        return found == null ? image() : found;
    }

    private PublishedDate.Found title() {
        String title = evidence.title;
        DateText.Hit hit = calendar.hit(title);
        return hit == null || DateLine.another(title, hit)
                ? null
                : new PublishedDate.Found(hit.stamp(), DateOrigin.TEXT, "title element " + title);
    }

    private PublishedDate.Found script() {
        for (Element script : evidence.clues.scripts) {
            String data = script.data();
            Stamp stamp = data.length() > BRIEF ? null : calendar.read(data);
            if (stamp != null && stamp.time() != null) {
                return new PublishedDate.Found(stamp, DateOrigin.TEXT, "script " + data);
            }
        }
        return null;
    }

    private PublishedDate.Found image() {
        String image = evidence.meta.first("og:image", "twitter:image", "twitter:image:src");
        Stamp stamp = image == null || image.indexOf("://") < 0 ? null : UrlDate.of(image);
        return stamp == null ? null : new PublishedDate.Found(stamp, DateOrigin.URL, "image " + image);
    }
}
