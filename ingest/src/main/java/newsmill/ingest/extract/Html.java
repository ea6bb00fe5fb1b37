package newsmill.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What the tags of HTML mean to a reader of its text. */
final class Html {
    /** How an element takes part in the text. */
    enum Kind {
        /** Never text: scripts, controls, drawings. */
        SKIP,
        /** Part of the line it stands in. */
        INLINE,
        /** Begins and ends a block. */
        BLOCK,
        /** A line break. */
        BREAK
    }

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        put(
                Kind.SKIP,
                "script style noscript template svg math iframe frame frameset noframes object embed applet canvas map "
                        + "select option optgroup textarea input button datalist audio video picture source img head "
                        + "title meta link base progress meter rp rt area param track colgroup col dialog menuitem "
                        + "amp-ad amp-embed amp-consent amp-user-notification amp-social-share");
        put(
                Kind.BLOCK,
                "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure "
                        + "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section "
                        + "summary table tbody td tfoot th thead tr ul caption search amp-accordion");
        put(Kind.BREAK, "br");
    }

    private Html() {}

    static Kind kind(Element element) {
        Kind kind = KINDS.get(element.normalName());
        return kind == null ? Kind.INLINE : kind;
    }

    /** 1 to 6 for h1 to h6, else 0. */
    static int heading(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
                ? tag.charAt(1) - '0'
                : 0;
    }

    private static void put(Kind kind, String tags) {
        for (String tag : tags.split(" ")) {
            KINDS.put(tag, kind);
        }
    }
}
