package newsmill.ingest.source;

import java.util.HashMap;
import java.util.Map;

/**
 * The entities that a document declares for itself, as far as each stands for a short plain text: {@code <!ENTITY agency
 * "The Agency">}. One that names a file, markup or another entity stays the reference it is, and so do all once the
 * document has grown to twice its size: there is nothing to blow up and nothing to load.
 */
final class DeclaredEntities {
    private static final String DECLARATION = "<!ENTITY";
    private static final String CDATA = "<![CDATA[";
    private static final int LONGEST_SUBSET = 1 << 16;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_NAME = 64;

    private DeclaredEntities() {}

    static String replaced(String xml) {
        int doctype = xml.indexOf("<!DOCTYPE");
        if (doctype < 0 || doctype > LONGEST_SUBSET) {
            return xml;
        }
        String head = xml.substring(0, Math.min(xml.length(), doctype + LONGEST_SUBSET));
        int at = head.indexOf(DECLARATION, doctype);
        Map<String, String> values = new HashMap<>();
        int end = at;
        while (at >= 0) {
            end = declaration(head, at + DECLARATION.length(), values);
            at = head.indexOf(DECLARATION, end);
        }
        return values.isEmpty() ? xml : replaced(xml, end, values);
    }

    /** Reads one; gives where it ends. */
    private static int declaration(String head, int from, Map<String, String> values) {
        int name = skip(head, from);
        int nameEnd = name;
        while (nameEnd < head.length() && head.charAt(nameEnd) > ' ' && head.charAt(nameEnd) != '>') {
            nameEnd++;
        }
        int quote = skip(head, nameEnd);
        char mark = quote < head.length() ? head.charAt(quote) : 0;
        int close = mark == '"' || mark == '\'' ? head.indexOf(mark, quote + 1) : -1;
        if (close < 0) {
            return Math.max(from, nameEnd);
        }
        String value = head.substring(quote + 1, close);
        if (nameEnd - name <= LONGEST_NAME && value.length() <= LONGEST_VALUE && isPlain(value)) {
            values.putIfAbsent(head.substring(name, nameEnd), value.replace("\"", "&quot;"));
        }
        return close;
    }

    /** LooseAmpersands has left only references; a character's is as good as the character. */
    private static boolean isPlain(String value) {
        int and = value.indexOf('&');
        while (and >= 0) {
            if (!value.startsWith("&#", and) && !value.startsWith("&amp;", and)) {
                return false;
            }
            and = value.indexOf('&', and + 1);
        }
        return value.indexOf('<') < 0;
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static String replaced(String xml, int from, Map<String, String> values) {
        StringBuilder out = new StringBuilder(xml.length() + 256).append(xml, 0, from);
        int copied = from;
        int cdata = xml.indexOf(CDATA, from);
        int and = xml.indexOf('&', from);
        while (and >= 0 && out.length() - copied < xml.length()) {
            if (cdata >= 0 && cdata < and) {
                int close = xml.indexOf("]]>", cdata);
                cdata = close < 0 ? -1 : xml.indexOf(CDATA, close);
                and = close < 0 ? -1 : xml.indexOf('&', Math.max(close, and));
                continue;
            }
            int end = end(xml, and);
            String value = end < 0 ? null : values.get(xml.substring(and + 1, end));
            if (value != null) {
                out.append(xml, copied, and).append(value);
                copied = end + 1;
            }
            and = xml.indexOf('&', and + 1);
        }
        return out.append(xml, copied, xml.length()).toString();
    }

    private static int end(String xml, int and) {
        int last = Math.min(xml.length(), and + LONGEST_NAME + 2);
        for (int i = and + 1; i < last; i++) {
            if (xml.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }
}
