package newsmill.ingest.source;

import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Reads one item or entry.
 *
 * @param base what links are relative to where no {@code xml:base} says otherwise
 * @param language the feed's language, or null
 * @param authors the feed's authors, where its format lets entries inherit them
 */
record FeedEntry(String base, String language, List<String> authors) {
    private static final String[] SUMMARIES = {
        "summary",
        "description",
        "dc:description",
        "dcterms:abstract",
        "itunes:summary",
        "media:description",
        "itunes:subtitle",
        "abstract",
        "excerpt"
    };

    Item read(Element entry) {
        Fields fields = Fields.of(entry);
        String here = XmlBase.of(entry, base);
        String published =
                date(fields, "pubdate", "published", "issued", "dcterms:issued", "dc:date", "prism:publicationdate");
        // Dublin Core's date is "a date in the life of the resource": any of the two.
        String updated = date(fields, "updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date");
        Element content = fields.first("content:encoded", "content", "xhtml:body", "body", "fullitem");
        if (content == null && fields.first("summary") != null) {
            // Who gives both means the description to be the longer one.
            content = fields.first("description");
        }
        return new Item(
                FeedLinks.of(fields, here, about(entry)),
                guid(fields, entry),
                title(fields.first("title", "dc:title", "media:title", "itunes:title")),
                published == null ? date(fields, "dcterms:created", "created", "dcterms:date") : published,
                updated,
                authors(fields),
                markup(fields.first(SUMMARIES)),
                markup(content),
                language(fields, entry));
    }

    static String title(Element element) {
        return element == null ? null : blankToNull(FeedMarkup.of(element, null).plain());
    }

    private Markup markup(Element element) {
        return element == null ? null : FeedMarkup.of(element, XmlBase.of(element, base));
    }

    private List<String> authors(Fields fields) {
        List<String> own = FeedAuthors.of(fields);
        if (!own.isEmpty()) {
            return own;
        }
        Element source = fields.first("source");
        List<String> quoted = source == null ? List.of() : FeedAuthors.of(Fields.of(source));
        return quoted.isEmpty() ? authors : quoted;
    }

    private static String guid(Fields fields, Element entry) {
        String guid = fields.text("guid", "id", "dc:identifier");
        return guid != null ? guid : blankToNull(about(entry));
    }

    /** RSS 1.0's name of an item, whatever prefix the feed chose for RDF. */
    private static String about(Element entry) {
        for (Attribute attribute : entry.attributes()) {
            if (attribute.getKey().equals("about") || attribute.getKey().endsWith(":about")) {
                return attribute.getValue().strip();
            }
        }
        return "";
    }

    private String language(Fields fields, Element entry) {
        String own = fields.text("dc:language", "language");
        if (own != null) {
            return own;
        }
        Element title = fields.first("content", "title", "summary");
        String xml = XmlBase.language(title == null ? entry : title);
        return xml == null ? language : xml;
    }

    private static String date(Fields fields, String... names) {
        for (String name : names) {
            for (Element element : fields.all(name)) {
                String date = FeedDates.iso(element.wholeText());
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
