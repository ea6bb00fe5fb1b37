package newsmill.ingest.source;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Reads one item or entry.
 *
 * @param document the feed's own address, which links are relative to where no {@code xml:base} says otherwise
 * @param language the feed's language, or null
 * @param authors the feed's authors, where its format lets entries inherit them
 */
record FeedEntry(String document, String language, List<String> authors) {
    private static final String[] TITLES = {"title", "dc:title", "dcterms:title", "media:title", "itunes:title"};
    private static final String[] SUMMARIES = {
        "summary",
        "description",
        "dc:description",
        "dcterms:description",
        "dcterms:abstract",
        "itunes:summary",
        "googleplay:description",
        "media:description",
        "itunes:subtitle",
        "abstract",
        "excerpt"
    };
    private static final String[] CONTENTS = {
        "content:encoded", "encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div"
    };
    /** What an item is in the language of, the fullest first. */
    private static final String[] TEXTS = {
        "content:encoded", "content", "fullitem", "xhtml:body", "title", "summary", "description"
    };

    private static final String[] MEDIA = {"media:content", "media:group", "media:thumbnail"};

    Item read(Element entry) {
        Fields fields = Fields.of(entry);
        String published =
                date(fields, "pubdate", "published", "issued", "dcterms:issued", "dc:date", "prism:publicationdate");
        // Dublin Core's date is "a date in the life of the resource": any of the two.
        String updated = date(
                fields,
                "updated",
                "modified",
                "dcterms:modified",
                "prism:modificationdate",
                "lastbuilddate",
                "dc:date");
        Element content = fields.first(CONTENTS);
        if (content == null && fields.first("summary") != null) {
            // Who gives both means the description to be the longer one.
            content = fields.first("description");
        }
        return new Item(
                FeedLinks.of(fields, entry, document),
                guid(fields, entry),
                title(fields.first(TITLES), fields),
                published == null
                        ? date(fields, "dcterms:created", "created", "dcterms:available", "dcterms:date", "date")
                        : published,
                updated == null ? lastModified(entry) : updated,
                authors(fields),
                markup(summary(fields)),
                markup(content),
                language(fields, entry));
    }

    static String title(Element element) {
        Markup markup = element == null ? null : FeedMarkup.of(element, "");
        return markup == null ? null : blankToNull(markup.plain());
    }

    /** An item without a title of its own goes by that of what it shows. */
    private static String title(Element own, Fields fields) {
        if (own != null) {
            return title(own);
        }
        for (Element channelDefinition : fields.all("title")) {
            String value = FeedLinks.attribute(channelDefinition, "value");
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        for (String name : MEDIA) {
            for (Element media : fields.all(name)) {
                String title = title(media.children().isEmpty() ? null : titleIn(media));
                if (title != null) {
                    return title;
                }
            }
        }
        return null;
    }

    private static Element titleIn(Element media) {
        Fields inside = Fields.of(media);
        Element title = inside.first("media:title");
        Element content = title == null ? inside.first("media:content") : null;
        return content == null ? title : Fields.of(content).first("media:title");
    }

    /** A group of media is the item itself in several forms; a single one may only illustrate it. */
    private static Element summary(Fields fields) {
        Element own = fields.first(SUMMARIES);
        Element group = own == null ? fields.first("media:group") : null;
        return group == null ? own : Fields.of(group).first("media:description");
    }

    private Markup markup(Element element) {
        return element == null ? null : FeedMarkup.of(element, document);
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

    /** A name, not an address: it stays as it stands, unless the feed itself says what it is relative to. */
    private static String guid(Fields fields, Element entry) {
        Element named = fields.first("guid", "id", "dc:identifier", "dcterms:identifier");
        if (named == null) {
            return blankToNull(FeedLinks.about(entry));
        }
        String base = named.attr("isPermaLink").equalsIgnoreCase("false") ? "" : XmlBase.of(named, "");
        return XmlBase.resolve(base, named.wholeText());
    }

    /** The channel definition format's attribute. */
    private static String lastModified(Element entry) {
        String date = FeedLinks.attribute(entry, "lastmod");
        return date == null ? null : FeedDates.iso(date);
    }

    /** The item's own; or that of its text, as far as it is said within the item; or the feed's. */
    private String language(Fields fields, Element entry) {
        String own = fields.text("dc:language", "dcterms:language", "language");
        if (own != null) {
            return own.replace('_', '-');
        }
        String xml = XmlBase.language(entry, entry);
        for (String name : TEXTS) {
            Element text = fields.first(name);
            String said = text == null ? null : XmlBase.language(FeedMarkup.withoutDiv(text), entry);
            if (said != null) {
                return blankToNull(said);
            }
        }
        return xml == null ? language : blankToNull(xml);
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
