package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsmill.article.CanonicalUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** OPML 1.0 and 2.0 lists of feeds; the groups that feeds stand in become their tags. */
final class Opml {
    private Opml() {}

    static Sources read(String file, String text) throws WrongSources {
        Document document = FeedFormat.parse(text, "");
        List<SourceEntry> entries = new ArrayList<>();
        SourceIds ids = new SourceIds();
        Set<String> addresses = new HashSet<>();
        for (Element outline : document.select("outline")) {
            String url = url(outline);
            if (url != null && isNew(url, addresses)) {
                String name = name(outline);
                entries.add(new SourceEntry(
                        ids.of(name == null ? url : name),
                        url,
                        SourceType.AUTO,
                        name,
                        language(outline),
                        null,
                        null,
                        groups(outline)));
            }
        }
        if (entries.isEmpty()) {
            throw new WrongSources(List.of(file + ": lists no feed (an OPML outline with an xmlUrl)"));
        }
        return new Sources(entries);
    }

    /** OPML 2.0, "Subscription lists": the feed's address is in xmlUrl. Some write url, as for links, with a feed's type. */
    private static String url(Element outline) {
        String url = attribute(outline, "xmlUrl");
        String type = attribute(outline, "type");
        boolean feed = type != null && List.of("rss", "atom", "feed").contains(type.toLowerCase(Locale.ROOT));
        String address = url == null && feed ? attribute(outline, "url") : url;
        return address == null ? null : AddressList.address(address);
    }

    private static String language(Element outline) {
        String language = attribute(outline, "language");
        // Many exporters write "unknown".
        return SourceEntry.isLanguage(language) && language.matches("[A-Za-z]{2,3}(-.*)?") ? language : null;
    }

    private static boolean isNew(String url, Set<String> addresses) {
        try {
            return addresses.add(CanonicalUrl.of(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> groups(Element outline) {
        List<String> groups = new ArrayList<>();
        for (Element around : outline.parents()) {
            String name = around.normalName().equals("outline") ? name(around) : null;
            if (name != null) {
                groups.add(0, name);
            }
        }
        return groups;
    }

    private static String name(Element outline) {
        String title = attribute(outline, "title");
        return title == null ? attribute(outline, "text") : title;
    }

    /** Exporters differ in the case of attributes. */
    private static String attribute(Element element, String name) {
        String value = element.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }
}
