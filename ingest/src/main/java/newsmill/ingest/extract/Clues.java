package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The elements of a page that may bear a date, a name or a headline, in page order, gathered while its text is read. */
final class Clues {
    /** No page of news has more of one kind; a hostile one may. */
    private static final int MOST = 400;

    private static final long AUTHOR = ClassWords.Sign.AUTHOR.bit();
    private static final long DATES = ClassWords.Sign.META.bit();

    final List<Element> headings = new ArrayList<>();
    final List<Element> times = new ArrayList<>();
    final List<Element> authors = new ArrayList<>();
    final List<Element> dates = new ArrayList<>();
    final List<Element> properties = new ArrayList<>();
    final List<Element> scripts = new ArrayList<>();
    final List<Element> metas = new ArrayList<>();

    void see(Element element, long signs) {
        switch (element.normalName()) {
            case "h1", "h2" -> add(headings, element);
            case "time", "relative-time" -> add(times, element);
            case "script" -> add(scripts, element);
            case "meta", "link" -> add(metas, element);
            default -> {}
        }
        if (signs == 0 && element.attributesSize() == 0) {
            return;
        }
        if ((signs & AUTHOR) != 0 || element.attr("rel").equals("author")) {
            add(authors, element);
        }
        if ((signs & DATES) != 0) {
            add(dates, element);
        }
        if (element.hasAttr("itemprop")) {
            add(properties, element);
        }
    }

    private static void add(List<Element> list, Element element) {
        if (list.size() < MOST) {
            list.add(element);
        }
    }
}
