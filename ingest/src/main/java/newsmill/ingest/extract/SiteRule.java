package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;

/**
 * Selectors for the pages of one site; each may be absent.
 *
 * @param site a host, or the end of one: {@code example.com} also stands for {@code news.example.com}
 * @param body the elements that hold the story
 * @param drop elements inside them that do not belong to it
 * @param title the headline
 * @param byline one element for each author, or one for all
 * @param published the publication date: its datetime or content attribute, or its text
 */
record SiteRule(String site, String body, List<String> drop, String title, String byline, String published) {
    /** The attributes that mark elements as chosen or dropped by a rule; {@link ClassWords} reads them. */
    static final String KEEP = "newsmill-keep";

    static final String DROP = "newsmill-drop";

    SiteRule {
        if (site == null || site.isBlank()) {
            throw new IllegalArgumentException("a site rule without a site");
        }
        drop = drop == null ? List.of() : List.copyOf(drop);
        List<String> selectors = new ArrayList<>(drop);
        for (String selector : new String[] {body, title, byline, published}) {
            if (selector != null) {
                selectors.add(selector);
            }
        }
        for (String selector : selectors) {
            try {
                new Element("p").select(selector);
            } catch (Selector.SelectorParseException | IllegalArgumentException e) {
                throw new IllegalArgumentException("site rule for " + site + ": not a selector: " + selector, e);
            }
        }
    }

    /** Marks what the rule chooses and drops; a page's own marks go. */
    void mark(Document document) {
        document.select("[" + KEEP + "],[" + DROP + "]").removeAttr(KEEP).removeAttr(DROP);
        if (body != null) {
            document.select(body).attr(KEEP, "");
        }
        for (String selector : drop) {
            document.select(selector).attr(DROP, "");
        }
    }

    /** The text of the first element that the selector finds, or null. */
    static String text(Document document, String selector) {
        Element element = selector == null ? null : document.selectFirst(selector);
        return element == null ? null : Text.line(new Clue(element, 0, null, 0).value());
    }

    /** The texts of all elements that the selector finds. */
    static List<String> texts(Document document, String selector) {
        List<String> out = new ArrayList<>();
        Elements found = selector == null ? new Elements() : document.select(selector);
        for (Element element : found) {
            String text = new Clue(element, 0, null, 0).text();
            if (!text.isEmpty() && out.size() < 20) {
                out.add(text);
            }
        }
        return out;
    }
}
