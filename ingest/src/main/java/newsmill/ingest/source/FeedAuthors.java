package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Who wrote it, from every element that feeds use for it. */
final class FeedAuthors {
    private static final String[] ELEMENTS = {
        "author",
        "dc:creator",
        "dcterms:creator",
        "itunes:author",
        "googleplay:author",
        "dc:author",
        "creator",
        "foaf:maker",
        "managingeditor",
        "media:credit"
    };
    private static final String[] NAMES = {"name", "foaf:name", "rdf:value", "rdfs:label", "foaf:person", "foaf:agent"};

    private static final Set<String> PARTS = Set.of("name", "email", "uri", "url", "homepage");

    private FeedAuthors() {}

    /** The authors of the first kind of element that names any; an address will do where nothing names. */
    static List<String> of(Fields fields) {
        List<String> addresses = List.of();
        for (String kind : ELEMENTS) {
            Set<String> names = new LinkedHashSet<>();
            for (Element element : fields.all(kind)) {
                if (!kind.equals("media:credit") || element.attr("role").strip().equalsIgnoreCase("author")) {
                    names.addAll(authors(element));
                }
            }
            if (names.stream().anyMatch(name -> name.indexOf('@') < 0)) {
                return new ArrayList<>(names);
            }
            addresses = addresses.isEmpty() ? new ArrayList<>(names) : addresses;
        }
        return addresses;
    }

    private static List<String> authors(Element element) {
        if (element.childrenSize() == 0) {
            return namesIn(Markup.guessed(element.wholeText(), null).plain());
        }
        // RDF: a list of them, or a description of one.
        List<String> names = new ArrayList<>();
        for (Element item : element.getAllElements()) {
            String kind = FeedNames.of(item);
            if (kind.equals("rdf:li") || kind.equals("rdf:description") || kind.equals("foaf:person")) {
                names.addAll(item.childrenSize() == 0 ? namesIn(item.wholeText()) : described(item));
            }
        }
        List<String> all =
                names.isEmpty() ? described(element) : names.stream().distinct().toList();
        return all.isEmpty() && !isPerson(element) ? namesIn(element.wholeText()) : all;
    }

    /** Not words with markup among them. */
    private static boolean isPerson(Element element) {
        return element.children().stream().anyMatch(part -> PARTS.contains(FeedNames.of(part)));
    }

    private static List<String> described(Element person) {
        Fields parts = Fields.of(person);
        String name = parts.text(NAMES);
        String text = name == null ? parts.text("email", "foaf:mbox") : name;
        return text == null ? List.of() : namesIn(text);
    }

    /** Several of RSS's authors in one element, each with an address. */
    private static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        boolean several = text.indexOf('@') != text.lastIndexOf('@');
        for (String part : several ? text.split("[,;](?=[^,;]*@)") : new String[] {text}) {
            String name = nameIn(part);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** "ann@example.org (Ann Lee)" and "Ann Lee &lt;ann@example.org&gt;" are Ann Lee; an address alone stays. */
    static String nameIn(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int at = line.indexOf('@');
        if (at < 0) {
            return line.isEmpty() ? null : line;
        }
        int start = at;
        while (start > 0 && isOfAddress(line.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < line.length() && isOfAddress(line.charAt(end))) {
            end++;
        }
        String rest = line.substring(0, start) + " " + line.substring(end);
        String name = rest.replaceAll("(?i)mailto:|[()<>\\[\\]\"]", " ").replaceAll("\\s+", " ");
        String bare = name.replaceAll("^[\\s,;:-]+|[\\s,;:-]+$", "");
        return bare.isEmpty() ? line.substring(start, end).replaceFirst("(?i)^mailto:", "") : bare;
    }

    private static boolean isOfAddress(char c) {
        return c > ' ' && "()<>[],;\"".indexOf(c) < 0;
    }
}
