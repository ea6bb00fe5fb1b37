package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** The elements of a page that may bear a date, a name or a headline, in page order, gathered while its text is read. */
final class Clues {
    private enum Kind {
        HEADING,
        TIME,
        SCRIPT,
        META,
        OTHER
    }

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
        switch (kind(element)) {
            case SCRIPT -> add(scripts, element);
            case META -> add(metas, element);
            default -> {}
        }
    }

    private static Kind kind(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2" -> Kind.HEADING;
            case "time", "relative-time" -> Kind.TIME;
            case "script" -> Kind.SCRIPT;
            case "meta", "link" -> Kind.META;
            default -> Kind.OTHER;
        };
    }

    /** An element of the body, and its attributes (null if it has none); {@code at} blocks came before it. */
    void see(Element element, Attributes attributes, long signs, Box box, int at) {
        Kind kind = kind(element);
        if (kind == Kind.OTHER && attributes == null) {
            return;
        }
        boolean heading = kind == Kind.HEADING;
        boolean time = kind == Kind.TIME;
        boolean author = (signs & AUTHOR) != 0
                || attributes != null && attributes.get("rel").equals("author");
        boolean date = (signs & DATES) != 0;
        boolean property = attributes != null && attributes.hasKey("itemprop");
        if (heading || time || author || date || property) {
            Clue clue = new Clue(element, signs, box, at);
            add(headings, clue, heading);
            add(times, clue, time);
            add(authors, clue, author);
            add(dates, clue, date);
            add(properties, clue, property);
        }
        if (property || kind == Kind.SCRIPT || kind == Kind.META) {
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
