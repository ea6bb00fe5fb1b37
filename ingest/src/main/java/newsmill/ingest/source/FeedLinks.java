package newsmill.ingest.source;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Where an item leads. In this order: the address a feed service replaced, RSS's link, Atom's alternate link, a
 * permanent GUID, the place of content kept elsewhere, the item's own name, and, where all else is missing, what is
 * enclosed. Scripts are no addresses.
 */
final class FeedLinks {
    private FeedLinks() {}

    /** @param document the feed's own address @return as absolute as the feed allows, or null */
    static String of(Fields fields, Element entry, String document) {
        String here = XmlBase.of(entry, document);
        String original = fields.text("feedburner:origlink", "pheedo:origlink");
        if (original != null) {
            return address(here, original);
        }
        String best = null;
        int rank = 0;
        for (Element link : fields.all("link")) {
            int own = rank(link);
            String address = own > rank ? address(XmlBase.of(link, document), target(link)) : null;
            if (address != null) {
                rank = own;
                best = address;
            }
        }
        return best != null ? best : other(fields, entry, here, document);
    }

    private static String other(Fields fields, Element entry, String here, String document) {
        for (Element guid : fields.all("guid")) {
            String permanent = attribute(guid, "ispermalink");
            String text = guid.wholeText().strip();
            if (permanent == null ? isWeb(text) : permanent.equalsIgnoreCase("true") && !text.isEmpty()) {
                return address(XmlBase.of(guid, document), text);
            }
        }
        for (Element content : fields.all("content")) {
            if (!content.attr("src").isBlank()) {
                return address(XmlBase.of(content, document), content.attr("src"));
            }
        }
        // The channel definition format's anchor.
        for (Element anchor : fields.all("a")) {
            if (attribute(anchor, "href") != null) {
                return address(here, attribute(anchor, "href"));
            }
        }
        String about = about(entry);
        for (String name : new String[] {about, attribute(entry, "href"), fields.text("url")}) {
            if (name != null && !name.isBlank() && (isWeb(name.strip()) || !name.equals(about))) {
                return address(here, name);
            }
        }
        String id = fields.text("id", "dc:identifier", "dcterms:identifier");
        if (id != null && isWeb(id)) {
            return id;
        }
        return enclosed(fields, document);
    }

    private static String enclosed(Fields fields, String document) {
        String address = null;
        for (Element enclosed : fields.all("enclosure")) {
            address = address == null ? address(XmlBase.of(enclosed, document), target(enclosed)) : address;
        }
        for (Element link : fields.all("link")) {
            boolean encloses = link.attr("rel").strip().equalsIgnoreCase("enclosure");
            address = address == null && encloses ? address(XmlBase.of(link, document), target(link)) : address;
        }
        return address;
    }

    /** RDF's name of an item; empty if it has none. */
    static String about(Element entry) {
        return ofRdf(entry, "about");
    }

    /** An attribute of RDF's, whatever prefix the feed chose for RDF; empty if there is none. */
    private static String ofRdf(Element element, String name) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().equals(name) || attribute.getKey().endsWith(":" + name)) {
                return attribute.getValue().strip();
            }
        }
        return "";
    }

    /** RFC 4287, 4.2.7.2: a link without "rel" is an alternate; pages before other media types. */
    private static int rank(Element link) {
        if (target(link).isBlank()) {
            return 0;
        }
        String rel = link.attr("rel").strip();
        if (rel.isEmpty() && !link.hasAttr("href") && !link.wholeText().isBlank()) {
            return 5;
        }
        boolean alternate = rel.isEmpty() || rel.equalsIgnoreCase("alternate") || rel.endsWith("relation/alternate");
        String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
        boolean page = type.isEmpty() || type.contains("html");
        return alternate ? page ? 4 : 2 : rel.equalsIgnoreCase("via") || rel.equalsIgnoreCase("related") ? 1 : 0;
    }

    private static String target(Element link) {
        for (String name : new String[] {"href", "url", "uri"}) {
            if (link.hasAttr(name)) {
                return link.attr(name);
            }
        }
        String resource = ofRdf(link, "resource");
        if (!resource.isEmpty()) {
            return resource;
        }
        boolean behind = link.childNodeSize() == 0 && link.nextSibling() instanceof TextNode;
        String text = behind ? ((TextNode) link.nextSibling()).getWholeText() : "";
        // What has been through a parser of HTML has its links behind the element.
        return isWeb(text.strip()) ? text : link.wholeText();
    }

    /** The attribute, in whatever case its name is written; or null. */
    static String attribute(Element element, String name) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().equalsIgnoreCase(name)) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }

    private static boolean isWeb(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Null for an empty link, which is the feed's own address. {@code &amp;} is left where an ampersand was escaped twice. */
    private static String address(String base, String link) {
        String line = link.lines().map(String::strip).collect(Collectors.joining());
        String own = line.replace("\t", "").replace(" ", "%20").replace("&amp;", "&");
        String address = own.isEmpty() ? "" : XmlBase.resolve(base, own);
        String scheme = address.length() < 11 ? "" : address.substring(0, 11).toLowerCase(Locale.ROOT);
        boolean script =
                scheme.startsWith("javascript:") || scheme.startsWith("vbscript:") || scheme.startsWith("data:");
        return address.isEmpty() || script ? null : address;
    }
}
