package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Sitemaps by sitemaps.org 0.9, with Google's news extension, sitemap indexes, and lists of addresses as text. */
final class SitemapFormat {
    /** The protocol's own limit. */
    private static final int MOST_ENTRIES = 50_000;

    private SitemapFormat() {}

    /** The outermost element of a sitemap, or null if this is none. */
    static Element root(Document document) {
        for (Element element : document.children()) {
            String name = local(element);
            if (name.equals("urlset") || name.equals("sitemapindex")) {
                return element;
            }
        }
        return null;
    }

    static SourceContent read(Element root, String url) {
        boolean index = local(root).equals("sitemapindex");
        List<Item> items = new ArrayList<>();
        List<SourceContent.Part> parts = new ArrayList<>();
        for (Element entry : root.children()) {
            if (items.size() + parts.size() >= MOST_ENTRIES) {
                break;
            }
            String location = text(entry, "loc");
            if (location == null) {
                continue;
            }
            String address = XmlBase.resolve(url == null ? "" : url, location);
            if (index) {
                parts.add(new SourceContent.Part(address, date(entry, "lastmod")));
            } else {
                items.add(item(entry, address));
            }
        }
        return new SourceContent(index ? "sitemapindex" : "sitemap", null, null, items, parts, Hints.NONE);
    }

    private static Item item(Element entry, String address) {
        Element news = child(entry, "news");
        Element publication = news == null ? null : child(news, "publication");
        String published = news == null ? null : date(news, "publication_date");
        return new Item(
                address,
                null,
                news == null ? null : title(news),
                published,
                date(entry, "lastmod"),
                List.of(),
                null,
                null,
                publication == null ? null : text(publication, "language"));
    }

    /** Escaped twice as often as a feed's. */
    private static String title(Element news) {
        String text = text(news, "title");
        return text == null ? null : Markup.guessed(text, null).plain();
    }

    /** sitemaps.org: a text file may hold one address on each line. */
    static SourceContent readLines(String text) {
        List<Item> items = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("http://") || line.startsWith("https://"))
                .limit(MOST_ENTRIES)
                .map(line -> Item.of(line, null, null))
                .toList();
        return new SourceContent("sitemap", null, null, items, List.of(), Hints.NONE);
    }

    private static String date(Element entry, String name) {
        String text = text(entry, name);
        return text == null ? null : FeedDates.iso(text);
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        String text = child == null ? "" : child.wholeText().strip();
        return text.isEmpty() ? null : text;
    }

    private static Element child(Element parent, String name) {
        for (Element child : parent.children()) {
            if (local(child).equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static String local(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }
}
