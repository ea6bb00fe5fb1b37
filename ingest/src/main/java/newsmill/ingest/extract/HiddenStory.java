package newsmill.ingest.extract;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The story of a page that a browser would have to build first: mark-up kept in a script template, or in a string of the
 * page's state. Only looked for where the page itself shows no prose.
 */
final class HiddenStory {
    /** Shorter strings are labels and teasers. */
    private static final int SHORTEST = 400;

    private static final int LONGEST = 2 << 20;

    private HiddenStory() {}

    /** A document of the longest run of paragraphs in the scripts, or null. */
    static Document in(List<Element> scripts, String url) {
        String best = "";
        for (Element script : scripts) {
            String data = script.data();
            if (data.length() < SHORTEST || data.length() > LONGEST) {
                continue;
            }
            String found = script.attr("type").contains("template") ? data : longestMarkup(data);
            best = found.length() > best.length() ? found : best;
        }
        return best.length() < SHORTEST ? null : Jsoup.parseBodyFragment(best, url);
    }

    /** The longest string literal in the script that holds paragraphs, unescaped; or "". */
    private static String longestMarkup(String data) {
        String best = "";
        int at = data.indexOf('"');
        while (at >= 0) {
            int end = closing(data, at + 1);
            if (end < 0) {
                break;
            }
            if (end - at > SHORTEST && end - at > best.length()) {
                String text = unescaped(data.substring(at + 1, end));
                if (text.contains("\\\"")) {
                    text = longestMarkup(text);
                }
                best = text.contains("<p") && text.length() > best.length() ? text : best;
            }
            at = data.indexOf('"', end + 1);
        }
        return best;
    }

    private static int closing(String data, int from) {
        for (int i = from; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String literal) {
        StringBuilder out = new StringBuilder(literal.length());
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c != '\\' || i + 1 == literal.length()) {
                out.append(c);
                continue;
            }
            char next = literal.charAt(++i);
            switch (next) {
                case 'n', 'r', 't' -> out.append(' ');
                case 'u' -> {
                    int code = hex(literal, i + 1);
                    out.append(code < 0 ? 'u' : (char) code);
                    i += code < 0 ? 0 : 4;
                }
                default -> out.append(next);
            }
        }
        return out.toString();
    }

    private static int hex(String text, int from) {
        if (from + 4 > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
