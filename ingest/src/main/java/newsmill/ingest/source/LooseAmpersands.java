package newsmill.ingest.source;

/**
 * Feeds full of {@code ?a=1&section=2}: an ampersand that begins no reference is meant as it stands. Read by the rules
 * of HTML, {@code &sect} would become a paragraph sign.
 */
final class LooseAmpersands {
    private static final String CDATA = "<![CDATA[";
    private static final int LONGEST_NAME = 32;

    private LooseAmpersands() {}

    static String escaped(String xml) {
        int and = xml.indexOf('&');
        if (and < 0) {
            return xml;
        }
        StringBuilder out = null;
        int copied = 0;
        int cdata = xml.indexOf(CDATA);
        while (and >= 0) {
            if (cdata >= 0 && cdata < and) {
                int end = xml.indexOf("]]>", cdata);
                if (end < 0) {
                    break;
                }
                and = and < end ? xml.indexOf('&', end) : and;
                cdata = xml.indexOf(CDATA, end);
            } else {
                if (!isReference(xml, and)) {
                    out = out == null ? new StringBuilder(xml.length() + 64) : out;
                    out.append(xml, copied, and).append("&amp;");
                    copied = and + 1;
                }
                and = xml.indexOf('&', and + 1);
            }
        }
        return out == null ? xml : out.append(xml, copied, xml.length()).toString();
    }

    private static boolean isReference(String xml, int and) {
        int end = Math.min(xml.length(), and + LONGEST_NAME);
        for (int i = and + 1; i < end; i++) {
            char c = xml.charAt(i);
            if (c == ';') {
                return i > and + 1;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && !(c == '#' && i == and + 1)) {
                return false;
            }
        }
        return false;
    }
}
