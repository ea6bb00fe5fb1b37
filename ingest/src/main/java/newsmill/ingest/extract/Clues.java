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

    final List<Clue> headings = new ArrayList<>();
    final List<Clue> times = new ArrayList<>();
    final List<Clue> authors = new ArrayList<>();
    final List<Clue> dates = new ArrayList<>();
    final List<Clue> properties = new ArrayList<>();
    final List<Element> scripts = new ArrayList<>();
    final List<Element> metas = new ArrayList<>();

    /** An element of the head, or one that is no text: a script, a meta. */
    void see(Element element) {
        switch (element.normalName()) {
            case "script" -> add(scripts, element);
            case "meta", "link" -> add(metas, element);
            default -> {}
        }
    }

    /** An element of the body; {@code at} blocks came before it. */
    void see(Element element, long signs, Box box, int at) {
        String tag = element.normalName();
        boolean plain = signs == 0 && element.attributesSize() == 0;
        boolean heading = tag.equals("h1") || tag.equals("h2");
        boolean time = tag.equals("time") || tag.equals("relative-time");
        boolean script = tag.equals("script");
        if (plain && !heading && !time && !script) {
            return;
        }
        boolean author = (signs & AUTHOR) != 0 || element.attr("rel").equals("author");
        boolean date = (signs & DATES) != 0;
        boolean property = element.hasAttr("itemprop");
        if (heading || time || author || date || property) {
            Clue clue = new Clue(element, signs, box, at);
            add(headings, clue, heading);
            add(times, clue, time);
            add(authors, clue, author);
            add(dates, clue, date);
            add(properties, clue, property);
        }
        if (property || script || tag.equals("meta") || tag.equals("link")) {
            see(element);
        }
    }

    private static void add(List<Clue> list, Clue clue, boolean fits) {
        if (fits && list.size() < MOST) {
            list.add(clue);
        }
    }

    private static void add(List<Element> list, Element element) {
        if (list.size() < MOST) {
            list.add(element);
        }
    }
}
