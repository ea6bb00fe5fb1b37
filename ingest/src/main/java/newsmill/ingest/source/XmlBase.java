package newsmill.ingest.source;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** What XML says about an element on the elements around it: {@code xml:base} and {@code xml:lang}. */
final class XmlBase {
    private static final String BASE = "xml:base";

    private XmlBase() {}

    /** Makes every base in the element absolute, once, so that afterwards the nearest one is the whole of it. */
    static void settle(Element root, String document) {
        Deque<String> bases = new ArrayDeque<>();
        bases.push(document);
        root.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    String own = element.attr(BASE);
                    String base = own.isBlank() ? bases.peek() : resolve(bases.peek(), own);
                    if (!own.isBlank()) {
                        element.attr(BASE, base);
                    }
                    bases.push(base);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element) {
                    bases.pop();
                }
            }
        });
    }

    /** What relative addresses in this element are relative to (XML Base, section 4), after {@link #settle}. */
    static String of(Element element, String document) {
        for (Element around = element; around != null; around = around.parent()) {
            String own = around.attr(BASE);
            if (!own.isBlank()) {
                return own;
            }
        }
        return document == null ? "" : document;
    }

    /** The language of this element; empty if it is said to have none; or null. */
    static String language(Element element) {
        return language(element, null);
    }

    /** As said on the element or those around it, no further out than the last. */
    static String language(Element element, Element last) {
        for (Element around = element; around != null; around = around == last ? null : around.parent()) {
            String name = around.hasAttr("xml:lang") ? "xml:lang" : "lang";
            if (around.hasAttr(name)) {
                return around.attr(name).strip().replace('_', '-');
            }
        }
        return null;
    }

    /** The absolute address of a link, or as it stands where there is nothing to resolve it with. */
    static String resolve(String base, String link) {
        String stripped = link.strip();
        if (base.isEmpty()) {
            return stripped;
        }
        String absolute = StringUtil.resolve(base, stripped);
        return absolute.isEmpty() ? stripped : absolute;
    }
}
