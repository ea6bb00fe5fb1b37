package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The page's {@code meta} and {@code link} elements by name. */
final class MetaTags {
    private final Map<String, List<String>> metas = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    private MetaTags(List<Element> elements) {
        for (Element element : elements) {
            if (element.normalName().equals("link")) {
                String href = element.attr("href").strip();
                if (!href.isEmpty()) {
                    links.putIfAbsent(
                            element.attr("rel").toLowerCase(Locale.ROOT).strip(), href);
                }
                continue;
            }
            String content = element.hasAttr("content") ? element.attr("content") : element.attr("value");
            if (content.isBlank()) {
                continue;
            }
            for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
                String name = element.attr(key).toLowerCase(Locale.ROOT).strip();
                if (!name.isEmpty()) {
                    metas.computeIfAbsent(name, n -> new ArrayList<>(1)).add(content);
                }
            }
        }
    }

    static MetaTags of(List<Element> elements) {
        return new MetaTags(elements);
    }

    /** The first meta with one of these names, in the order of the names, on one line; or null. */
    String first(String... names) {
        return Told.value(told(names));
    }

    /** The same, with the name that told it. */
    Told<String> told(String... names) {
        for (String name : names) {
            for (String content : metas.getOrDefault(name, List.of())) {
                String line = Text.line(twiceEscaped(content));
                if (line != null) {
                    return new Told<>(line, "meta " + name);
                }
            }
        }
        return null;
    }

    /** All contents of the metas of this name. */
    List<String> all(String name) {
        return metas.getOrDefault(name, List.of());
    }

    /** The address of the link with this rel, as written; or null. */
    String link(String rel) {
        return links.get(rel);
    }

    private static String twiceEscaped(String content) {
        return content.indexOf('&') >= 0 ? org.jsoup.parser.Parser.unescapeEntities(content, true) : content;
    }
}
