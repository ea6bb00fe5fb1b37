package newsmill.ingest.source;

import org.jsoup.nodes.Element;

/** Where an item leads: Atom's alternate link, RSS's link, a permanent GUID, or the item's own name. */
final class FeedLinks {
    private FeedLinks() {}

    static String of(Fields fields, String base) {
        return of(fields, base, "");
    }

    static String of(Fields fields, String base, String about) {
        String original = fields.text("feedburner:origlink", "pheedo:origlink");
        if (original != null) {
            return XmlBase.resolve(base, original);
        }
        String best = null;
        int rank = 0;
        for (Element link : fields.all("link")) {
            int own = rank(link);
            if (own > rank) {
                rank = own;
                String target = link.hasAttr("href") ? link.attr("href") : link.wholeText();
                best = XmlBase.resolve(XmlBase.of(link, base), target);
            }
        }
        return best != null ? best : other(fields, base, about);
    }

    private static String other(Fields fields, String base, String about) {
        for (Element guid : fields.all("guid")) {
            String text = guid.wholeText().strip();
            boolean permanent = !guid.attr("isPermaLink").equalsIgnoreCase("false");
            if (permanent && text.startsWith("http")) {
                return XmlBase.resolve(base, text);
            }
        }
        for (Element content : fields.all("content")) {
            if (!content.attr("src").isBlank()) {
                return XmlBase.resolve(XmlBase.of(content, base), content.attr("src"));
            }
        }
        if (about.startsWith("http")) {
            return about;
        }
        String id = fields.text("id", "dc:identifier");
        return id != null && id.startsWith("http") ? id : null;
    }

    /** RFC 4287, 4.2.7.2: a link without "rel" is an alternate; pages before other media types. */
    private static int rank(Element link) {
        if (!link.hasAttr("href")) {
            return link.wholeText().isBlank() ? 0 : 3;
        }
        String rel = link.attr("rel").strip();
        boolean alternate = rel.isEmpty() || rel.equalsIgnoreCase("alternate") || rel.endsWith("relation/alternate");
        String type = link.attr("type").strip();
        boolean page = type.isEmpty() || type.contains("html");
        return alternate ? page ? 4 : 2 : rel.equalsIgnoreCase("via") || rel.equalsIgnoreCase("related") ? 1 : 0;
    }
}
