package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Who wrote the article: the machine-readable names first, then what stands by the headline. */
final class Byline {
    /** Names, and what gave them. */
    record Found(List<String> names, String evidence) {}

    private static final String[] METAS = {
        "author",
        "article:author",
        "og:article:author",
        "dc.creator",
        "dc:creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
        "citation_author",
        "cxenseparse:author",
        "article.author",
        "article:author_name",
        "authors",
        "twitter:creator"
    };

    private Byline() {}

    static Found of(Evidence evidence, int titleAt) {
        Found house = null;
        for (Found found : readings(evidence, titleAt)) {
            List<String> people = people(found.names(), evidence);
            if (!people.isEmpty()) {
                return new Found(people, found.evidence());
            }
            if (house == null && !found.names().isEmpty()) {
                house = found;
            }
        }
        return house;
    }

    /** Every reading that gives names, best evidence first. */
    private static List<Found> readings(Evidence evidence, int titleAt) {
        List<Found> out = new ArrayList<>();
        out.add(new Found(jsonLd(evidence), "json-ld author"));
        out.add(new Found(properties(evidence), "itemprop author"));
        for (String meta : METAS) {
            out.add(new Found(names(evidence.meta.all(meta)), "meta " + meta));
        }
        out.add(new Found(elements(evidence), "author element"));
        out.add(new Found(blocks(evidence, titleAt), "text by the headline"));
        return out;
    }

    /** The names without that of the house itself, which many pages give as author of everything. */
    private static List<String> people(List<String> names, Evidence evidence) {
        String site = Title.siteName(evidence);
        String host = Title.host(evidence.page.url());
        String publisher = JsonLd.text(evidence.jsonLd.resolve(evidence.jsonLd.article.path("publisher")), "name");
        List<String> out = new ArrayList<>();
        for (String name : names) {
            if (!house(name, site, host) && !house(name, publisher, host)) {
                out.add(name);
            }
        }
        return out;
    }

    private static boolean house(String name, String site, String host) {
        String plain = Text.plain(name).replace(" ", "");
        String known = site == null ? "" : Text.plain(site).replace(" ", "");
        String bareHost = Text.plain(host).replace(" ", "");
        return plain.equals(known)
                || (known.length() > 3 && plain.startsWith(known))
                || (plain.length() > 3 && bareHost.startsWith(plain))
                || (plain.length() > 6 && bareHost.contains(plain));
    }

    private static List<String> jsonLd(Evidence evidence) {
        List<String> raw = new ArrayList<>();
        JsonNode authors = evidence.jsonLd.article.path("author");
        if (authors.isMissingNode() || authors.isEmpty() && !authors.isTextual()) {
            authors = evidence.jsonLd.article.path("creator");
        }
        gather(evidence.jsonLd, authors, raw, 0);
        return names(raw);
    }

    private static void gather(JsonLd jsonLd, JsonNode node, List<String> out, int depth) {
        if (depth > 4 || out.size() > 40) {
            return;
        }
        if (node.isTextual()) {
            out.add(node.asText());
        } else if (node.isArray()) {
            for (JsonNode one : node) {
                gather(jsonLd, one, out, depth + 1);
            }
        } else if (node.isObject()) {
            gather(jsonLd, jsonLd.resolve(node).path("name"), out, depth + 1);
        }
    }

    private static List<String> properties(Evidence evidence) {
        List<String> raw = new ArrayList<>();
        for (Element element : evidence.clues.properties) {
            if (element.attr("itemprop").equals("author") && !PublishedDate.elsewhere(element)) {
                Element name = element.selectFirst("[itemprop=name]");
                Element from = name == null ? element : name;
                String text = from.hasAttr("content") ? from.attr("content") : PublishedDate.brief(from);
                if (text.length() < 100) {
                    raw.add(text);
                }
            }
        }
        return names(raw);
    }

    private static List<String> elements(Evidence evidence) {
        for (Element element : evidence.clues.authors) {
            if (PublishedDate.elsewhere(element)) {
                continue;
            }
            String text = PublishedDate.brief(element);
            if (text.length() > 120 || text.isEmpty()) {
                continue;
            }
            List<String> names = names(List.of(text));
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static List<String> blocks(Evidence evidence, int titleAt) {
        List<Block> all = evidence.blocks.all;
        for (int i = Math.max(0, titleAt); titleAt >= 0 && i < Math.min(all.size(), titleAt + 8); i++) {
            Block block = all.get(i);
            if (block.words <= 12 && PeopleNames.startsWithBy(block.text)) {
                List<String> names = names(List.of(block.text));
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        return List.of();
    }

    private static List<String> names(List<String> raw) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String text : raw) {
            String line = JsonLd.clean(text);
            if (line != null) {
                for (String name : PeopleNames.split(line)) {
                    out.putIfAbsent(Text.plain(name), name);
                }
            }
        }
        return List.copyOf(out.values());
    }
}
