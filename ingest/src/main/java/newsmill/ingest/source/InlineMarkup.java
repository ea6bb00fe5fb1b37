package newsmill.ingest.source;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Markup that stands in a feed as XML, written as HTML: without prefixes and namespaces, empty elements closed as HTML
 * has it, links resolved by the {@code xml:base} around each.
 */
final class InlineMarkup implements NodeVisitor {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final Set<String> ADDRESSES = Set.of(
            "action",
            "background",
            "cite",
            "classid",
            "codebase",
            "data",
            "formaction",
            "href",
            "longdesc",
            "poster",
            "profile",
            "src",
            "usemap");

    private final Element whole;
    private final String document;
    private final StringBuilder html = new StringBuilder();

    private InlineMarkup(Element whole, String document) {
        this.whole = whole;
        this.document = document;
    }

    /** What stands in the element, without its own tags. */
    static String inside(Element element, String document) {
        InlineMarkup markup = new InlineMarkup(element, document);
        element.traverse(markup);
        return markup.html.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            html.append(Entities.escape(text.getWholeText()));
        } else if (node instanceof Element element && element != whole) {
            html.append('<').append(name(element));
            for (Attribute attribute : element.attributes()) {
                attribute(element, attribute);
            }
            html.append('>');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element != whole && !VOID.contains(name(element))) {
            html.append("</").append(name(element)).append('>');
        }
    }

    private void attribute(Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        if (name.indexOf(':') >= 0 || name.equals("xmlns")) {
            return;
        }
        String value = attribute.getValue();
        String shown = ADDRESSES.contains(name) ? XmlBase.resolve(XmlBase.of(element, document), value) : value;
        html.append(' ')
                .append(name)
                .append("=\"")
                .append(Entities.escape(shown).replace("\"", "&quot;"))
                .append('"');
    }

    private static String name(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }
}
