package newsmill.ingest.source;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The one name of a feed's element, whatever prefix the feed chose: {@code dc:creator}, and {@code title} for the feed
 * formats' own elements. A namespace that is not known says nothing; then the prefix is taken at its word.
 */
final class FeedNames {
    /** Without scheme, final slash and fragment sign, in which feeds vary. */
    private static final Map<String, String> BY_NAMESPACE = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", ""),
            Map.entry("purl.org/atom/ns", ""),
            Map.entry("purl.org/atom-blog/ns", ""),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("purl.org/rss/2.0", ""),
            Map.entry("purl.org/net/rss1.1", ""),
            Map.entry("purl.org/rss/1.0/modules/rss091", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            Map.entry("backend.userland.com/rss", ""),
            Map.entry("backend.userland.com/rss091", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("www.rssboard.org/rss-specification", ""),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/dcterms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.rssboard.org/media-rss", "media"),
            Map.entry("www.google.com/schemas/play-podcasts/1.0", "googleplay"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("www.w3.org/2000/01/rdf-schema", "rdfs"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("xmlns.com/foaf/0.1", "foaf"),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"));

    private static final Map<String, String> BY_PREFIX =
            Map.of("atom", "", "atom10", "", "atom03", "", "a10", "", "rss", "", "dct", "dcterms", "dcterm", "dcterms");

    private static final Set<String> ATOM = Set.of("www.w3.org/2005/atom", "purl.org/atom/ns", "purl.org/atom-blog/ns");
    private static final Set<String> ATOM_PREFIXES = Set.of("atom", "atom10", "atom03", "a10");

    private FeedNames() {}

    static String of(Element element) {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String space = prefix(element);
        return space.isEmpty() ? local : space + ":" + local;
    }

    /** Whether the element is Atom's own, in an Atom feed or as a guest in another. */
    static boolean atom(Element element) {
        String namespace = plain(element.tag().namespace());
        if (ATOM.contains(namespace)) {
            return !element.tag().prefix().isEmpty() || !inItem(element);
        }
        if (BY_NAMESPACE.containsKey(namespace)) {
            return false;
        }
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        return ATOM_PREFIXES.contains(prefix) || prefix.isEmpty() && inFeed(element);
    }

    /** RSS whose default namespace is Atom's is still RSS. */
    private static boolean inItem(Element element) {
        return element.parent() != null && element.parent().tag().localName().equalsIgnoreCase("item");
    }

    private static boolean inFeed(Element element) {
        for (Element around = element; around != null; around = around.parent()) {
            if (around.tag().localName().equalsIgnoreCase("feed")) {
                return true;
            }
        }
        return false;
    }

    private static String prefix(Element element) {
        String namespace = plain(element.tag().namespace());
        String known = BY_NAMESPACE.get(namespace);
        if (known != null) {
            return known;
        }
        if (namespace.startsWith("prismstandard.org/namespaces")) {
            return "prism";
        }
        // On whatever host.
        if (namespace.endsWith("/dtds/podcast-1.0.dtd")) {
            return "itunes";
        }
        String own = element.tag().prefix().toLowerCase(Locale.ROOT);
        return BY_PREFIX.getOrDefault(own, own);
    }

    private static String plain(String namespace) {
        if (namespace == null) {
            return "";
        }
        String lower = namespace.strip().toLowerCase(Locale.ROOT);
        int start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
        int end = lower.length();
        while (end > start && (lower.charAt(end - 1) == '/' || lower.charAt(end - 1) == '#')) {
            end--;
        }
        return lower.substring(start, end);
    }
}
