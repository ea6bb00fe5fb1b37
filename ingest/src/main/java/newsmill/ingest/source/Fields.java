package newsmill.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** An element's children by their {@link FeedNames}. */
record Fields(Map<String, List<Element>> byName) {
    static Fields of(Element parent) {
        Map<String, List<Element>> byName = new HashMap<>();
        for (Element child : parent.children()) {
            byName.computeIfAbsent(FeedNames.of(child), name -> new ArrayList<>(1))
                    .add(child);
        }
        return new Fields(byName);
    }

    /** All of that name, in order. */
    List<Element> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The first that holds something, names in order of preference; or null. */
    Element first(String... names) {
        for (String name : names) {
            for (Element element : all(name)) {
                if (element.childNodeSize() > 0 && !element.wholeText().isBlank() || element.childrenSize() > 0) {
                    return element;
                }
            }
        }
        return null;
    }

    /** The text of {@link #first}, stripped; or null. */
    String text(String... names) {
        Element element = first(names);
        return element == null ? null : element.wholeText().strip();
    }
}
