package newsmill.ingest.source;

import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** What XML says about an element on the elements around it: {@code xml:base} and {@code xml:lang}. */
final class XmlBase {
    private XmlBase() {}

    /** What relative addresses in this element are relative to (XML Base, section 4). */
    static String of(Element element, String document) {
        String base = document == null ? "" : document;
        for (Element around : element.parents().isEmpty() ? new Element[] {element} : outermostFirst(element)) {
            String own = around.attr("xml:base");
            if (!own.isBlank()) {
                base = resolve(base, own);
            }
        }
        return base;
    }

    /** The language of this element; empty if it is said to have none; or null. */
    static String language(Element element) {
        return language(element, null);
    }

    /** As said on the element or those around it, no further out than the last. */
    static String language(Element element, Element last) {
        for (Element around = element; around != null; around = around == last ? null : around.parent()) {
            if (around.hasAttr("xml:lang")) {
                return around.attr("xml:lang").strip();
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

    private static Element[] outermostFirst(Element element) {
        var around = element.parents();
        Element[] all = new Element[around.size() + 1];
        for (int i = 0; i < around.size(); i++) {
            all[i] = around.get(around.size() - 1 - i);
        }
        all[around.size()] = element;
        return all;
    }
}
