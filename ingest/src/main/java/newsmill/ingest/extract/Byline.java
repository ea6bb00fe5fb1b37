package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** More are the authors of works cited. */
    private static final int MOST_BY_PROPERTY = 12;

    /** How many blocks behind the headline a byline may stand. */
    private static final int NEAR = 10;

    private Byline() {}

    static Found of(Evidence evidence, Layout layout) {
        Found weak = null;
        Found house = null;
        List<Found> readings = readings(evidence, layout);
        Found outvoting = outvoting(readings, evidence);
        if (outvoting != null) {
            return outvoting;
        }
        for (Found found : readings) {
            List<String> people = people(found.names(), evidence);
            if (found.evidence().startsWith("text") && people.stream().anyMatch(PeopleNames::person)) {
                people = people.stream()
                        .filter(name -> !PeopleNames.agency(name))
                        .toList();
            }
            if (house != null && house.evidence().startsWith("json-ld")) {
                people = people.stream()
                        .filter(name -> name.indexOf(' ') > 0 || Text.ideograph(name.charAt(0)))
                        .toList();
            }
            boolean whole = people.stream().anyMatch(name -> name.indexOf(' ') > 0 || Text.ideograph(name.charAt(0)));
            if (weak != null && whole && completes(people, weak.names().get(0))) {
                return new Found(people, found.evidence());
            }
            if (weak == null && whole) {
                return new Found(people, found.evidence());
            }
            if (!people.isEmpty()
                    && (weak == null || PeopleNames.handle(weak.names().get(0)))) {
                weak = weak == null || !PeopleNames.handle(people.get(0)) ? new Found(people, found.evidence()) : weak;
            }
            if (house == null && !found.names().isEmpty()) {
                house = found;
            }
        }
        return weak != null ? weak : house;
    }

    /**
     * Names that readers are shown and a meta gives too, where the JSON-LD names somebody else: whoever put the page
     * online. Null if there is no such dissent.
     */
    private static Found outvoting(List<Found> readings, Evidence evidence) {
        List<String> said = people(readings.get(0).names(), evidence);
        List<String> shown = people(readings.get(1).names(), evidence);
        if (said.isEmpty() || shown.isEmpty() || !Collections.disjoint(plain(said), plain(shown))) {
            return null;
        }
        Set<String> metas = new HashSet<>();
        for (Found found : readings) {
            metas.addAll(found.evidence().startsWith("meta ") ? plain(found.names()) : Set.of());
        }
        boolean agreed = !Collections.disjoint(metas, plain(shown)) && Collections.disjoint(metas, plain(said));
        return agreed ? new Found(shown, readings.get(1).evidence()) : null;
    }

    private static Set<String> plain(List<String> names) {
        Set<String> out = new HashSet<>();
        names.forEach(name -> out.add(Text.plain(name)));
        return out;
    }

    /** True if one of the names has the single name in it, or the single name is but a user's. */
    private static boolean completes(List<String> names, String single) {
        return PeopleNames.handle(single)
                || names.stream()
                        .anyMatch(name -> (" " + Text.plain(name) + " ").contains(" " + Text.plain(single) + " "));
    }

    /** Every reading that gives names, best evidence first. */
    private static List<Found> readings(Evidence evidence, Layout layout) {
        List<Found> out = new ArrayList<>();
        out.add(new Found(jsonLd(evidence), "json-ld author"));
        out.add(new Found(properties(evidence, layout), "itemprop author"));
        for (String meta : METAS) {
            out.add(new Found(names(evidence.meta.all(meta)), "meta " + meta));
        }
        out.add(new Found(elements(evidence, layout), "author element"));
        out.add(new Found(blocks(layout), "text by the headline"));
        out.add(new Found(datedLine(layout), "line with the date by the headline"));
        out.add(new Found(credit(layout), "credit under the text"));
        out.add(new Found(signature(layout), "signature under the text"));
        out.add(new Found(opening(layout), "line above the text"));
        return out;
    }

    /** The names without that of the house itself, which many pages give as author of everything. */
    private static List<String> people(List<String> names, Evidence evidence) {
        String site = Title.siteName(evidence);
        String host = Title.host(evidence.page.url());
        String publisher = JsonLd.text(evidence.jsonLd.resolve(evidence.jsonLd.article.path("publisher")), "name");
        List<String> out = new ArrayList<>();
        for (String name : names) {
            boolean somebody = !PeopleNames.desk(name) && !PeopleNames.address(name);
            if (somebody && !house(name, site, host) && !house(name, publisher, host)) {
                out.add(name);
            }
        }
        return out;
    }

    private static boolean house(String name, String site, String host) {
        String plain = Text.plain(name).replace(" ", "");
        String known = site == null ? "" : Text.plain(site).replace(" ", "");
        String bareHost = Text.plain(host).replace(" ", "");
        String label = bareHost.isEmpty() ? "" : Text.plain(mainLabel(host)).replace(" ", "");
        return plain.equals(known)
                || (label.length() > 2 && name.toLowerCase(Locale.ROOT).startsWith(label + " "))
                || (label.length() > 4 && plain.contains(label))
                || (known.length() > 3 && plain.startsWith(known))
                || (plain.length() > 3 && bareHost.startsWith(plain))
                || (plain.length() > 6 && bareHost.contains(plain));
    }

    /** The label of a host that people know it by: "example" of news.example.co.uk. */
    private static String mainLabel(String host) {
        String[] labels = host.split("\\.");
        int at = labels.length - 2;
        if (at > 0 && labels[at].length() <= 3) {
            at--;
        }
        if (at > 0 && (labels[at].equals("wordpress") || labels[at].equals("blogspot"))) {
            at--;
        }
        return at < 0 ? host : labels[at];
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
            JsonNode person = jsonLd.resolve(node);
            if (person.has("familyName") && !person.has("name")) {
                out.add((person.path("givenName").asText("") + " "
                                + person.path("familyName").asText(""))
                        .strip());
            }
            gather(jsonLd, person.path("name"), out, depth + 1);
        }
    }

    private static List<String> properties(Evidence evidence, Layout layout) {
        int titleAt = layout.headline();
        List<String> raw = new ArrayList<>();
        for (Clue clue : evidence.clues.properties) {
            Element element = clue.element();
            boolean author = element.attr("itemprop").equals("author") && layout.near(clue);
            if (author && (titleAt < 0 || raw.isEmpty() || clue.at() <= titleAt + NEAR)) {
                Element name = element.selectFirst("[itemprop=name]");
                Element from = name == null ? element : name;
                String text = from.hasAttr("content") ? from.attr("content") : new Clue(from, 0, null, 0).text();
                if (text.length() < 100) {
                    raw.add(text);
                }
            }
        }
        return raw.size() > MOST_BY_PROPERTY ? List.of() : names(raw);
    }

    /** Elements named for the author: those from the headline on first, then those above it. */
    private static List<String> elements(Evidence evidence, Layout layout) {
        int titleAt = layout.headline();
        List<Clue> clues = new ArrayList<>();
        for (Clue clue : evidence.clues.authors) {
            if (layout.near(clue) && !describes(clue.element())) {
                clues.add(clue);
            }
        }
        clues.sort(java.util.Comparator.comparing(clue -> clue.at() < titleAt - 3));
        for (int i = 0; i < clues.size(); i++) {
            List<String> inner = new ArrayList<>();
            for (int k = i + 1; k < clues.size() && clues.get(i).holds(clues.get(k)); k++) {
                inner.addAll(brief(clues.get(k), 60));
            }
            List<String> names = names(inner.isEmpty() ? labelled(clues.get(i)) : inner);
            if (!names.isEmpty() && names.size() <= MOST_BY_PROPERTY) {
                return names;
            }
        }
        return List.of();
    }

    /** The text of an element that is short enough for names, and not a sentence. */
    private static List<String> brief(Clue clue, int longest) {
        String text = clue.text();
        return text.isEmpty() || text.length() > longest || !PeopleNames.looksLikeNames(text)
                ? List.of()
                : List.of(text);
    }

    /** The text of an element, or where that is but a label, that of the element around it. */
    private static List<String> labelled(Clue clue) {
        Element around = clue.element().parent();
        boolean label = around != null && PeopleNames.onlySaysBy(clue.text());
        if (!label) {
            return brief(clue, 160);
        }
        List<String> names = names(brief(new Clue(around, clue.signs(), clue.box(), clue.at()), 80));
        return names.stream().allMatch(PeopleNames::person) ? names : List.of();
    }

    private static boolean describes(Element element) {
        String name = element.attr("class").toLowerCase(java.util.Locale.ROOT);
        return name.contains("bio")
                || name.contains("desc")
                || name.contains("role")
                || name.contains("job")
                || name.contains("social");
    }

    private static List<String> blocks(Layout layout) {
        int titleAt = layout.headline();
        List<Block> all = layout.page().all;
        boolean label = false;
        for (int i = Math.max(0, titleAt); titleAt >= 0 && i < Math.min(all.size(), titleAt + NEAR); i++) {
            Block block = all.get(i);
            boolean brief = block.words <= 16 && PeopleNames.looksLikeNames(block.text) && i > titleAt;
            if (brief && (label || PeopleNames.saysBy(block.text))) {
                List<String> names = names(List.of(block.text));
                if (!names.isEmpty()) {
                    return names;
                }
            }
            label = PeopleNames.onlySaysBy(block.text);
        }
        return List.of();
    }

    /** "Ada Byron | 3 May 2021": the one part of a line with a date that is a full name. */
    private static List<String> datedLine(Layout layout) {
        List<Block> all = layout.page().all;
        int at = layout.headline();
        for (int i = Math.max(0, at - 2); at >= 0 && i < Math.min(all.size(), at + NEAR); i++) {
            String text = all.get(i).text;
            boolean dated = all.get(i).words <= 12 && i != at && DateText.find(text, false) != null;
            if (!dated || Phrases.has(Phrases.in(text), Phrases.Kind.CREDIT)) {
                continue;
            }
            List<String> found = new ArrayList<>();
            for (String part : text.split("\\s*[|\u2022\u00b7]\\s*")) {
                if (PeopleNames.person(part)
                        && part.split(" ").length <= 3
                        && DateText.find(part, false) == null
                        && part.chars().noneMatch(Character::isDigit)) {
                    found.add(part);
                }
            }
            if (found.size() == 1 && text.length() > found.get(0).length()) {
                return names(found);
            }
        }
        return List.of();
    }

    /** "Author: Ada Byron" where the story ends. */
    private static List<String> credit(Layout layout) {
        List<Block> all = layout.page().all;
        for (int i = layout.last(); layout.last() >= 0 && i < Math.min(all.size(), layout.last() + 7); i++) {
            Block block = all.get(i);
            String text = block.text.replace("(", "").replace(")", "");
            if (block.words <= 14 && PeopleNames.credits(text)) {
                List<String> names = names(List.of(text));
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        return List.of();
    }

    /** A line of nothing but a full name in bold right above the story, or its first. */
    private static List<String> opening(Layout layout) {
        List<Block> all = layout.page().all;
        for (int i = Math.max(0, layout.first() - 1); layout.first() >= 0 && i <= layout.first() + 1; i++) {
            Block block = i < all.size() && i != layout.headline() ? all.get(i) : null;
            if (block != null
                    && block.words >= 2
                    && block.words <= 4
                    && block.boldWords == block.words
                    && block.linkWords == 0
                    && block.box.tag.equals("p")
                    && Phrases.in(block.text) == 0
                    && PeopleNames.person(block.text)) {
                return names(List.of(block.text));
            }
        }
        return List.of();
    }

    /** A short line in bold or italics where the story ends, of capitalised words only. */
    private static List<String> signature(Layout layout) {
        if (layout.last() < 0) {
            return List.of();
        }
        List<Block> all = layout.page().all;
        int last = layout.last();
        for (int i = last; i <= Math.min(all.size() - 1, last + 2); i++) {
            Block block = all.get(i);
            boolean styled = block.boldWords == block.words || block.italicWords == block.words;
            boolean furniture = Phrases.in(block.text) != 0 && !PeopleNames.saysBy(block.text);
            if (block.words >= 2
                    && block.words <= 5
                    && styled
                    && block.linkWords == 0
                    && !furniture
                    && PeopleNames.fullName(block.text)) {
                return names(List.of(block.text));
            }
        }
        return List.of();
    }

    /** The names in texts that are bylines, each once. */
    static List<String> names(List<String> raw) {
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
