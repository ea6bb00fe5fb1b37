package newsmill.ingest.source;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Where a tag was never closed, what follows has ended up inside of it: it is put back beside it. */
final class UnclosedFields {
    private static final Set<String> LINES =
            Set.of("title", "link", "guid", "id", "pubdate", "published", "updated", "dc:date", "dc:creator");
    private static final Set<String> FIELDS = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "description",
            "summary",
            "content",
            "pubdate",
            "published",
            "updated",
            "author",
            "category",
            "content:encoded",
            "dc:date",
            "dc:creator",
            "item",
            "entry");

    private UnclosedFields() {}

    static void separate(Element entry) {
        for (Element child = entry.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (child.childrenSize() > 0 && LINES.contains(FeedNames.of(child))) {
                Element first = child.firstElementChild();
                while (first != null && !FIELDS.contains(FeedNames.of(first))) {
                    first = first.nextElementSibling();
                }
                if (first != null) {
                    List<Node> rest =
                            List.copyOf(child.childNodes().subList(first.siblingIndex(), child.childNodeSize()));
                    entry.insertChildren(child.siblingIndex() + 1, rest);
                }
            }
        }
    }
}
