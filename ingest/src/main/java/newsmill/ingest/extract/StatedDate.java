package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsmill.article.Article.DateOrigin;
import org.jsoup.nodes.Element;

/** Dates that a page states for machines: JSON-LD, meta elements, properties, the state in its scripts. */
final class StatedDate {
    private static final Map<String, String[]> NAMES = new HashMap<>();

    /** Longer scripts are programs. */
    private static final int LONGEST_STATE = 2_000_000;

    static {
        for (String line : Resources.lines("date-names.txt")) {
            int colon = line.indexOf(':');
            NAMES.put(
                    line.substring(0, colon), line.substring(colon + 1).strip().split("\\s+"));
        }
    }

    private final Evidence evidence;
    private final PageCalendar calendar;

    StatedDate(Evidence evidence, PageCalendar calendar) {
        this.evidence = evidence;
        this.calendar = calendar;
    }

    PublishedDate.Found published() {
        return jsonLd("datePublished");
    }

    /** What all metas that name the day of publication say, the likeliest first. */
    List<PublishedDate.Found> metas() {
        List<PublishedDate.Found> out = new ArrayList<>();
        for (String name : NAMES.get("published")) {
            PublishedDate.Found found = found(evidence.meta.first(name), DateOrigin.META, name);
            if (found != null) {
                out.add(found);
            }
        }
        return out;
    }

    /** Metas that give a day without saying which. */
    PublishedDate.Found someMeta() {
        return meta("some");
    }

    /** When the article was made, not when it appeared. */
    PublishedDate.Found created(Layout layout) {
        PublishedDate.Found found = jsonLd("dateCreated");
        return found == null ? property("datecreated", layout) : found;
    }

    PublishedDate.Found modified() {
        PublishedDate.Found found = jsonLd("dateModified");
        return found == null ? meta("modified") : found;
    }

    private PublishedDate.Found jsonLd(String field) {
        String text = evidence.jsonLd.text(field);
        if (text == null && !evidence.jsonLd.describesArticle()) {
            text = JsonLd.text(evidence.jsonLd.any("WebPage"), field);
        }
        return found(text, DateOrigin.JSON_LD, field);
    }

    private PublishedDate.Found meta(String kind) {
        for (String name : NAMES.get(kind)) {
            PublishedDate.Found found = found(evidence.meta.first(name), DateOrigin.META, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** An element of the story with this itemprop. */
    PublishedDate.Found property(String name, Layout layout) {
        for (Clue clue : evidence.clues.properties) {
            boolean named =
                    clue.element().attr("itemprop").toLowerCase(Locale.ROOT).contains(name);
            if (!named || layout.elsewhere(clue)) {
                continue;
            }
            for (String text : clue.dateTexts()) {
                PublishedDate.Found found = found(text, DateOrigin.META, "itemprop " + name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** What a browser would make of the page's state. */
    PublishedDate.Found state() {
        for (Element script : evidence.clues.scripts) {
            String data = script.data();
            for (String key : data.length() > LONGEST_STATE ? new String[0] : NAMES.get("state")) {
                int at = data.indexOf(key);
                int from = at + key.length();
                PublishedDate.Found found = at < 0
                        ? null
                        : found(
                                data.substring(from, Math.min(data.length(), from + 50)),
                                DateOrigin.META,
                                "script " + key);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private PublishedDate.Found found(String text, DateOrigin from, String name) {
        Stamp stamp = calendar.read(text);
        return stamp == null ? null : new PublishedDate.Found(stamp, from, name + " " + text);
    }

    /** Words before a date that say that it is another than that of publication. */
    static List<String> others() {
        return List.of(NAMES.get("other"));
    }

    /** Words that say of a date that it is one of a change. */
    static List<String> changes() {
        return List.of(NAMES.get("changes"));
    }
}
