package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The places where pages name their authors: for machines, beside the headline, where the text begins and where it ends. */
final class BylinePlaces {
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

    private static final Evaluator NAME = QueryParser.parse("[itemprop=name]");

    /** More are the authors of works cited. */
    private static final int MOST_BY_PROPERTY = 12;

    private static final Pattern BARS = Pattern.compile("\\s*[|\u2022\u00b7]\\s*");

    /** How many blocks behind the headline a byline may stand. */
    static final int NEAR = 10;

    private final Evidence evidence;
    private final Layout layout;

    private BylinePlaces(Evidence evidence, Layout layout) {
        this.evidence = evidence;
        this.layout = layout;
    }

    static BylinePlaces of(Evidence evidence, Layout layout) {
        return new BylinePlaces(evidence, layout);
    }

    /** What is written for machines, best evidence first: the JSON-LD, properties, then the metas. */
    List<Byline.Found> forMachines() {
        List<Byline.Found> out = new ArrayList<>();
        out.add(new Byline.Found(jsonLd(), "json-ld author"));
        out.add(new Byline.Found(properties(), "itemprop author"));
        for (String meta : METAS) {
            List<String> contents = evidence.meta.all(meta);
            if (!contents.isEmpty()) {
                out.add(new Byline.Found(Byline.names(contents), "meta " + meta));
            }
        }
        return out;
    }

    /** What readers see, best evidence first; read when asked for. */
    List<Supplier<Byline.Found>> forReaders() {
        return List.of(
                () -> new Byline.Found(elements(), "author element"),
                () -> new Byline.Found(blocks(), "text by the headline"),
                () -> new Byline.Found(datedLine(), "line with the date by the headline"),
                () -> new Byline.Found(HanByline.of(layout), "label in a line of Chinese"),
                () -> new Byline.Found(credit(), "credit under the text"),
                () -> new Byline.Found(signature(), "signature under the text"),
                () -> new Byline.Found(opening(), "line above the text"));
    }

    private List<String> jsonLd() {
        List<String> raw = new ArrayList<>();
        JsonNode authors = evidence.jsonLd.article.path("author");
        if (authors.isMissingNode() || authors.isEmpty() && !authors.isTextual()) {
            authors = evidence.jsonLd.article.path("creator");
        }
        gather(evidence.jsonLd, authors, raw, 0);
        return Byline.names(raw);
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

    private List<String> properties() {
        int titleAt = layout.headline();
        List<String> raw = new ArrayList<>();
        for (Clue clue : evidence.clues.properties) {
            Element element = clue.element();
            boolean author = element.attr("itemprop").equals("author") && layout.near(clue);
            if (author && (titleAt < 0 || raw.isEmpty() || clue.at() <= titleAt + NEAR)) {
                Element name = element.selectFirst(NAME);
                Element from = name == null ? element : name;
                String text = from.hasAttr("content") ? from.attr("content") : named(new Clue(from, 0, null, 0));
                if (text.length() < 100) {
                    raw.add(text);
                }
            }
        }
        return raw.size() > MOST_BY_PROPERTY ? List.of() : Byline.names(raw);
    }

    /** Elements named for the author: those from the headline on first, then those above it. */
    private List<String> elements() {
        int titleAt = layout.headline();
        List<Clue> clues = new ArrayList<>();
        for (Clue clue : evidence.clues.authors) {
            if (layout.near(clue) && !describes(clue.element())) {
                clues.add(clue);
            }
        }
        clues.sort(Comparator.comparing(clue -> clue.at() < titleAt - 3));
        for (int i = 0; i < clues.size(); i++) {
            List<String> inner = new ArrayList<>();
            for (int k = i + 1; k < clues.size() && clues.get(i).holds(clues.get(k)); k++) {
                inner.addAll(brief(clues.get(k), 60));
            }
            List<String> names = Byline.names(inner.isEmpty() ? labelled(clues.get(i)) : inner);
            if (!names.isEmpty() && names.size() <= MOST_BY_PROPERTY) {
                return names;
            }
        }
        return List.of();
    }

    /** The text of an element that is short enough for names, and not a sentence. */
    private static List<String> brief(Clue clue, int longest) {
        String text = named(clue);
        return text.isEmpty() || text.length() > longest || !PeopleNames.looksLikeNames(text)
                ? List.of()
                : List.of(text);
    }

    /**
     * The text of an element. Where its first line is a person's name, the next ones are roles or lives, unless they are
     * names as well.
     */
    private static String named(Clue clue) {
        List<String> lines = clue.lines();
        if (lines.size() < 2 || !PeopleNames.person(lines.get(0))) {
            return clue.text();
        }
        return lines.stream().filter(PeopleNames::person).collect(Collectors.joining("; "));
    }

    /** The text of an element, or where that is but a label, that of the element around it. */
    private static List<String> labelled(Clue clue) {
        Element around = clue.element().parent();
        boolean label = around != null && PeopleNames.onlySaysBy(clue.text());
        if (!label) {
            return brief(clue, 160);
        }
        List<String> names = Byline.names(brief(new Clue(around, clue.signs(), clue.box(), clue.at()), 80));
        return names.stream().allMatch(PeopleNames::person) ? names : List.of();
    }

    private static boolean describes(Element element) {
        String name = element.attr("class").toLowerCase(Locale.ROOT);
        return name.contains("bio")
                || name.contains("desc")
                || name.contains("role")
                || name.contains("job")
                || name.contains("social");
    }

    private List<String> blocks() {
        int titleAt = layout.headline();
        List<Block> all = layout.page().all;
        boolean label = false;
        for (int i = Math.max(0, titleAt); titleAt >= 0 && i < Math.min(all.size(), titleAt + NEAR); i++) {
            Block block = all.get(i);
            boolean brief = block.words <= 16 && PeopleNames.looksLikeNames(block.text) && i > titleAt;
            if (brief && (label || PeopleNames.saysBy(block.text))) {
                List<String> names = Byline.names(List.of(block.text));
                if (!names.isEmpty()) {
                    return names;
                }
            }
            label = PeopleNames.onlySaysBy(block.text);
        }
        return List.of();
    }

    /** "Ada Byron | 3 May 2021": the one part of a line with a date that is a full name. */
    private List<String> datedLine() {
        List<Block> all = layout.page().all;
        int at = layout.headline();
        for (int i = Math.max(0, at - 2); at >= 0 && i < Math.min(all.size(), at + NEAR); i++) {
            String text = all.get(i).text;
            boolean dated = all.get(i).words <= 12 && i != at && DateText.find(text, false) != null;
            if (!dated || Phrases.has(Phrases.in(text), Phrases.Kind.CREDIT)) {
                continue;
            }
            List<String> found = new ArrayList<>();
            for (String part : BARS.split(text)) {
                if (PeopleNames.person(part)
                        && part.split(" ").length <= 3
                        && DateText.find(part, false) == null
                        && part.chars().noneMatch(Character::isDigit)) {
                    found.add(part);
                }
            }
            if (found.size() == 1 && text.length() > found.get(0).length()) {
                return Byline.names(found);
            }
        }
        return List.of();
    }

    /** "Author: Ada Byron" where the story ends. */
    private List<String> credit() {
        List<Block> all = layout.page().all;
        for (int i = layout.last(); layout.last() >= 0 && i < Math.min(all.size(), layout.last() + 7); i++) {
            Block block = all.get(i);
            String text = block.text.replace("(", "").replace(")", "");
            if (block.words <= 14 && PeopleNames.credits(text)) {
                List<String> names = Byline.names(List.of(text));
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        return List.of();
    }

    /** A line of nothing but a full name in bold right above the story, or its first. */
    private List<String> opening() {
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
                return Byline.names(List.of(block.text));
            }
        }
        return List.of();
    }

    /** A short line in bold or italics where the story ends, of capitalised words only. */
    private List<String> signature() {
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
                return Byline.names(List.of(block.text));
            }
        }
        return List.of();
    }
}
