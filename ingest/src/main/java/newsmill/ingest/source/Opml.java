package newsmill.ingest.source;

import java.text.Normalizer;
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
        Set<String> ids = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (Element outline : document.select("outline")) {
            String url = attribute(outline, "xmlUrl");
            if (url != null && isNew(url, addresses)) {
                String name = name(outline);
                entries.add(new SourceEntry(
                        id(name == null ? url : name, ids),
                        url,
                        SourceType.AUTO,
                        name,
                        null,
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

    private static String id(String name, Set<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("^https?://", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "source" : plain.substring(0, Math.min(60, plain.length()));
        String id = base;
        for (int n = 2; !taken.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }
}
