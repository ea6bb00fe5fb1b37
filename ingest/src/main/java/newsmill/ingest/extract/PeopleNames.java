package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a byline into names: without "By", roles, places and links, split where the languages say "and". */
final class PeopleNames {
    private static final Set<String> BY = new HashSet<>();
    private static final Set<String> AND = new HashSet<>();
    private static final Set<String> ROLES = new HashSet<>();
    private static final Set<String> NOBODY = new HashSet<>();

    static {
        for (String line : Resources.lines("bylines.txt")) {
            int colon = line.indexOf(':');
            Set<String> set = switch (line.substring(0, colon)) {
                case "by" -> BY;
                case "and" -> AND;
                case "role" -> ROLES;
                default -> NOBODY;
            };
            for (String word : line.substring(colon + 1).strip().split("\\|")) {
                set.add(word.strip());
            }
        }
    }

    private PeopleNames() {}

    static boolean startsWithBy(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String by : BY) {
            if (lower.startsWith(by)
                    && lower.length() > by.length()
                    && !Character.isLetterOrDigit(lower.charAt(by.length()))) {
                return true;
            }
        }
        return false;
    }

    /** The names in a byline, in order. */
    static List<String> split(String line) {
        if (line.length() > 400 || line.startsWith("http://") || line.startsWith("https://") || line.startsWith("{")) {
            return List.of();
        }
        String text = withoutBy(line);
        List<String> out = new ArrayList<>();
        for (String part : text.split("\\s*[;,|/\u2022\u00b7\u3001\uff0c&\n]\\s*|\\s+[-\u2013\u2014+]\\s+")) {
            for (String name : atAnd(part)) {
                String clean = clean(name);
                if (clean != null) {
                    out.add(clean);
                }
            }
        }
        return out;
    }

    private static String withoutBy(String line) {
        String text = line.strip();
        for (int round = 0; round < 3; round++) {
            String lower = text.toLowerCase(Locale.ROOT);
            String longest = "";
            for (String by : BY) {
                boolean fits = lower.startsWith(by)
                        && by.length() > longest.length()
                        && (lower.length() == by.length()
                                || !Character.isLetterOrDigit(lower.charAt(by.length()))
                                || Text.ideograph(by.charAt(0)));
                longest = fits ? by : longest;
            }
            if (longest.isEmpty()) {
                return text;
            }
            int at = longest.length();
            while (at < text.length() && " :\uff1a-\u2013\u2022|.".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            text = text.substring(at);
        }
        return text;
    }

    private static List<String> atAnd(String part) {
        List<String> out = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (String word : part.split("\\s+")) {
            if (AND.contains(word.toLowerCase(Locale.ROOT))
                    && !(word.length() == 1 && Character.isUpperCase(word.charAt(0)))) {
                out.add(name.toString());
                name.setLength(0);
            } else {
                name.append(name.length() == 0 ? "" : " ").append(word);
            }
        }
        out.add(name.toString());
        return out;
    }

    private static String clean(String raw) {
        String name = raw.strip();
        int open = name.indexOf('(');
        if (open > 0) {
            name = name.substring(0, open).strip();
        }
        name = withoutBy(name);
        int start = 0;
        int end = name.length();
        while (start < end && !Character.isLetterOrDigit(name.charAt(start))) {
            start++;
        }
        while (end > start
                && !Character.isLetterOrDigit(name.charAt(end - 1))
                && name.charAt(end - 1) != '.'
                && name.charAt(end - 1) != ')') {
            end--;
        }
        name = name.substring(start, end);
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.length() < 2
                || name.length() > 60
                || NOBODY.contains(lower)
                || ROLES.contains(lower)
                || lower.contains("http")
                || name.indexOf('@') >= 0
                || lower.startsWith("www.")) {
            return null;
        }
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
        }
        return digits > 4 || name.split(" ").length > 7 ? null : name;
    }
}
