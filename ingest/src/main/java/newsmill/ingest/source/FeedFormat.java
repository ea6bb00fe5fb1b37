package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and the channel definition format, read liberally: by a parser that takes any sequence of bytes, loads
 * nothing and expands declared entities only where that takes one small step.
 */
final class FeedFormat {
    /** Deeper than any feed; what lies deeper is read as if it stood at this depth. */
    private static final int DEEPEST = 128;

    private static final int MOST_ITEMS = 50_000;
    private static final Set<String> ROOTS = Set.of("rss", "rdf:rdf", "rdf", "feed", "channel");
    private static final Set<String> CONTAINERS = Set.of("channel", "rss", "rdf:rdf", "items");

    private FeedFormat() {}

    /** Parses XML without ever failing. */
    static Document parse(String text, String url) {
        return Parser.xmlParser()
                .setMaxDepth(DEEPEST)
                .parseInput(
                        DeclaredEntities.replaced(LooseAmpersands.escaped(LooseEnds.tied(UnclosedCdata.closed(text)))),
                        url == null ? "" : url);
    }

    /** The feed's outermost element, or null if this is no feed. */
    static Element root(Document document) {
        for (Element element : document.children()) {
            if (ROOTS.contains(FeedNames.of(element))) {
                return element;
            }
            if (FeedNames.of(element).equals("entry") && FeedNames.atom(element)) {
                // RFC 4287, 2: an entry may be a document of its own.
                return document;
            }
        }
        // Some feeds stand in another element, or behind the text of an error message.
        for (Element element : document.getAllElements()) {
            String name = FeedNames.of(element);
            if (name.equals("rss") || name.equals("rdf:rdf") || name.equals("feed")) {
                return element;
            }
        }
        return aroundItems(document);
    }

    /** What is left of a feed whose outer tags are broken: the element that its items stand in; or null. */
    private static Element aroundItems(Element feed) {
        for (Element element : feed.getAllElements()) {
            String name = FeedNames.of(element);
            if (name.equals("html") || name.equals("body")) {
                return null;
            }
            boolean item = name.equals("item") || name.equals("entry");
            if (item && Fields.of(element).first("title", "link", "guid", "id", "description") != null) {
                return element.parent();
            }
        }
        return null;
    }

    /** What a feed says. @param url where it came from; its relative links are relative to it */
    static SourceContent read(Element root, String url) {
        boolean atom = FeedNames.of(root).equals("feed");
        Element channel = atom ? root : channel(root);
        Fields about = Fields.of(channel);
        String document = url == null || url.isEmpty() ? home(about, channel) : url;
        XmlBase.settle(root, document);
        String language = language(about, channel);
        FeedEntry entries = new FeedEntry(document, language, atom ? FeedAuthors.of(about) : List.of());
        List<Item> items = new ArrayList<>();
        collect(root, entries, items);
        Element around = items.isEmpty() ? aroundItems(root) : null;
        if (around != null) {
            collect(around, entries, items);
        }
        // Some documents are several, one behind the other.
        for (Element next = root.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            if (ROOTS.contains(FeedNames.of(next))) {
                XmlBase.settle(next, document);
                collect(next, entries, items);
            }
        }
        String title = FeedEntry.title(about.first("title", "dc:title"));
        return new SourceContent(atom ? "atom" : "rss", title, language, items, List.of(), FeedHints.of(about));
    }

    /** The feed's element for it before XML's attribute, which also says what the feed's own words are in. */
    private static String language(Fields about, Element channel) {
        String own = about.text("language", "dc:language", "dcterms:language");
        String language = own == null ? XmlBase.language(channel) : own;
        return language == null || language.isEmpty() ? null : language.replace('_', '-');
    }

    private static Element channel(Element root) {
        for (Element child : root.children()) {
            if (FeedNames.of(child).equals("channel")) {
                return child;
            }
        }
        return root;
    }

    /** The site's address as the feed gives it; all there is when a feed is read from a file. */
    private static String home(Fields about, Element channel) {
        String base = FeedLinks.attribute(channel, "base");
        String link = base == null ? FeedLinks.of(about, channel, "") : base;
        if (link != null && link.startsWith("http")) {
            return link;
        }
        // The feed's link to itself.
        for (Element other : about.all("link")) {
            String href = FeedLinks.attribute(other, "href");
            if (href != null && href.startsWith("http")) {
                return href;
            }
        }
        return "";
    }

    private static void collect(Element parent, FeedEntry entries, List<Item> items) {
        for (Element child : parent.children()) {
            String name = FeedNames.of(child);
            if (items.size() >= MOST_ITEMS) {
                return;
            }
            if (name.equals("item") || name.equals("entry")) {
                UnclosedFields.separate(child);
                items.add(entries.read(child));
                // An item that was never closed holds the next one.
                collect(child, entries, items);
            } else if (CONTAINERS.contains(name) && child.parents().size() < 6) {
                collect(child, entries, items);
            }
        }
    }
}
