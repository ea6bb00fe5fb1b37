package newsmill.ingest.source;

/**
 * A CDATA section without its end takes in all items up to the next one's: it is closed where its element is. Sections that
 * end as they should stay as they are.
 */
final class UnclosedCdata {
    private static final String OPEN = "<![CDATA[";
    private static final String CLOSE = "]]>";
    private static final int LONGEST_TAG = 200;

    private UnclosedCdata() {}

    static String closed(String xml) {
        int open = xml.indexOf(OPEN);
        if (open < 0) {
            return xml;
        }
        StringBuilder out = null;
        int copied = 0;
        int close = -1;
        boolean more = true;
        while (open >= 0) {
            int inside = open + OPEN.length();
            if (more && close < inside) {
                close = xml.indexOf(CLOSE, inside);
                more = close >= 0;
            }
            int next = xml.indexOf(OPEN, inside);
            if (!more || next >= 0 && next < close) {
                int end = endTag(xml, open, next < 0 ? xml.length() : next);
                if (end >= 0) {
                    out = out == null ? new StringBuilder(xml.length() + 64) : out;
                    out.append(xml, copied, withoutHalfAnEnd(xml, inside, end)).append(CLOSE);
                    copied = end;
                }
            } else if (next >= 0) {
                next = xml.indexOf(OPEN, close);
            }
            open = next;
        }
        return out == null ? xml : out.append(xml, copied, xml.length()).toString();
    }

    /** Where the element ends that the section stands in; -1 if not before the limit. */
    private static int endTag(String xml, int open, int limit) {
        int tag = xml.lastIndexOf('<', open - 1);
        if (tag < 0 || open - tag > LONGEST_TAG) {
            return -1;
        }
        int end = tag + 1;
        while (end < open && xml.charAt(end) > ' ' && xml.charAt(end) != '>' && xml.charAt(end) != '/') {
            end++;
        }
        int length = end - tag - 1;
        for (int i = open; i < limit - length - 1; i++) {
            if (xml.charAt(i) == '<' && xml.charAt(i + 1) == '/' && xml.regionMatches(i + 2, xml, tag + 1, length)) {
                return length == 0 ? -1 : i;
            }
        }
        return -1;
    }

    private static int withoutHalfAnEnd(String xml, int from, int end) {
        int i = end;
        while (i > from && xml.charAt(i - 1) <= ' ') {
            i--;
        }
        boolean half = i > from && (xml.charAt(i - 1) == '>' && xml.charAt(i - 2) == ']' || xml.charAt(i - 1) == ']');
        while (half && i > from && (xml.charAt(i - 1) == '>' || xml.charAt(i - 1) == ']')) {
            i--;
        }
        return half ? i : end;
    }
}
