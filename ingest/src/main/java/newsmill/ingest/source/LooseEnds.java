package newsmill.ingest.source;

/**
 * Quotes and comments that were opened and never closed would take in the items behind them. A value of an attribute may hold no
 * {@code <} (XML 1.0, 3.1): one that goes on over the end of its tag to the next tag is closed where its tag is. A comment
 * without an end begins none.
 */
final class LooseEnds {
    private static final String COMMENT = "<!--";
    private static final String CDATA = "<![CDATA[";

    private final String xml;
    private final StringBuilder out = new StringBuilder();
    private int copied;

    private LooseEnds(String xml) {
        this.xml = xml;
    }

    static String tied(String xml) {
        LooseEnds ends = new LooseEnds(xml);
        int lastComment = xml.lastIndexOf("-->");
        int lastCdata = xml.lastIndexOf("]]>");
        int open = xml.indexOf('<');
        while (open >= 0) {
            int next = open + 1;
            if (xml.startsWith(COMMENT, open)) {
                boolean ended = open < lastComment;
                next = ended ? xml.indexOf("-->", open) : next;
                ends.replace(open, ended ? open : open + 1, ended ? "" : "&lt;");
            } else if (xml.startsWith(CDATA, open)) {
                next = open < lastCdata ? xml.indexOf("]]>", open) : xml.length();
            } else if (next < xml.length() && Character.isLetter(xml.charAt(next))) {
                next = ends.tag(next);
            }
            open = xml.indexOf('<', next);
        }
        return ends.copied == 0
                ? xml
                : ends.out.append(xml, ends.copied, xml.length()).toString();
    }

    /** Goes over a start tag. @return where it ends, or where the next one begins */
    private int tag(int from) {
        char before = 0;
        for (int i = from; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (c == '>' || c == '<') {
                return i;
            }
            if (before == '=' && (c == '"' || c == '\'')) {
                int end = valueEnd(i);
                if (end < 0) {
                    return -end;
                }
                i = end;
            }
            before = c > ' ' ? c : before;
        }
        return xml.length();
    }

    /** Where the value ends that begins at the quote; as a negative number where its tag ends if it was never closed. */
    private int valueEnd(int quote) {
        char mark = xml.charAt(quote);
        int tagEnd = 0;
        for (int i = quote + 1; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (c == mark) {
                return i;
            }
            tagEnd = c == '>' && tagEnd == 0 ? i : tagEnd;
            if (c == '<' && tagEnd > 0) {
                int end = xml.charAt(tagEnd - 1) == '/' ? tagEnd - 1 : tagEnd;
                replace(end, end, String.valueOf(mark));
                return -tagEnd;
            }
            if (c == '<') {
                // Markup where none may be, but within its quotes.
                int close = xml.indexOf(mark, i);
                return close < 0 ? xml.length() - 1 : close;
            }
        }
        return xml.length() - 1;
    }

    private void replace(int from, int to, String text) {
        if (to > from || !text.isEmpty()) {
            out.append(xml, copied, from).append(text);
            copied = to;
        }
    }
}
