package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Who wrote it, from every element that feeds use for it. */
final class FeedAuthors {
    private static final String[] ELEMENTS = {
        "author", "dc:creator", "itunes:author", "dc:author", "creator", "managingeditor"
    };

    private FeedAuthors() {}

    /** The authors of the first kind of element that names any. */
    static List<String> of(Fields fields) {
        for (String name : ELEMENTS) {
            Set<String> names = new LinkedHashSet<>();
            for (Element element : fields.all(name)) {
                String author = author(element);
                if (author != null) {
                    names.add(author);
                }
            }
            if (!names.isEmpty()) {
                return new ArrayList<>(names);
            }
        }
        return List.of();
    }

    private static String author(Element element) {
        Fields parts = Fields.of(element);
        String name = parts.text("name", "foaf:name", "rdf:value", "foaf:person");
        if (name != null) {
            return nameIn(name);
        }
        String text = element.childrenSize() == 0 ? element.wholeText().strip() : parts.text("email");
        return text == null || text.isEmpty()
                ? null
                : nameIn(Markup.guessed(text, null).plain());
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
