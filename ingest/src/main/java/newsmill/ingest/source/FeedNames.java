package newsmill.ingest.source;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The one name of a feed's element, whatever prefix the feed chose: {@code dc:creator}, and {@code title} for the feed
 * formats' own elements.
 */
final class FeedNames {
    private static final Map<String, String> BY_NAMESPACE = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", ""),
            Map.entry("http://purl.org/atom/ns#", ""),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://purl.org/rss/1.0", ""),
            Map.entry("http://purl.org/rss/2.0/", ""),
            Map.entry("http://purl.org/net/rss1.1#", ""),
            Map.entry("http://backend.userland.com/rss", ""),
            Map.entry("http://xmlns.com/foaf/0.1/", "foaf"),
            Map.entry("http://purl.org/dc/terms", "dcterms"),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://prismstandard.org/namespaces/basic/2.0/", "prism"),
            Map.entry("http://prismstandard.org/namespaces/1.2/basic/", "prism"));

    private static final Map<String, String> BY_PREFIX =
            Map.of("atom", "", "atom10", "", "a10", "", "rss", "", "dct", "dcterms");

    private FeedNames() {}

    static String of(Element element) {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String space = prefix(element);
        return space.isEmpty() ? local : space + ":" + local;
    }

    private static String prefix(Element element) {
        String namespace = element.tag().namespace();
        String known = namespace == null ? null : BY_NAMESPACE.get(namespace.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        String own = element.tag().prefix().toLowerCase(Locale.ROOT);
        return BY_PREFIX.getOrDefault(own, own);
    }
}
