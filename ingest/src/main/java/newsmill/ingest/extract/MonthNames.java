package newsmill.ingest.extract;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The months as the languages of the web's news name them. */
final class MonthNames {
    /** Which month of which calendar a name stands for, and how many tokens the name has. */
    record Named(NewsCalendar calendar, int number, int tokens) {}

    private static final Map<String, Named> ALL = new HashMap<>();
    private static final Map<String, Map<String, Named>> BY_LANGUAGE = new HashMap<>();

    /** Names of at most so many words. */
    private static final int LONGEST = 3;

    static {
        for (String line : Resources.lines("months.txt")) {
            int colon = line.indexOf(':');
            String tag = line.substring(0, colon);
            NewsCalendar calendar = tag.startsWith("@")
                    ? NewsCalendar.valueOf(tag.substring(1).toUpperCase(Locale.ROOT))
                    : NewsCalendar.GREGORIAN;
            String language = tag.startsWith("~") ? tag.substring(1) : tag;
            Map<String, Named> own = BY_LANGUAGE.computeIfAbsent(language.split("-")[0], l -> new HashMap<>());
            int number = 0;
            for (String month : line.substring(colon + 1).split(";")) {
                number++;
                for (String name : month.strip().split("\\|")) {
                    add(own, name, calendar, number);
                    if (!tag.startsWith("~")) {
                        add(ALL, name, calendar, number);
                    }
                }
            }
        }
    }

    private MonthNames() {}

    private static void add(Map<String, Named> names, String name, NewsCalendar calendar, int number) {
        DateTokens tokens = new DateTokens(name);
        String key = joined(tokens, 0, tokens.size());
        if (!key.isEmpty()) {
            names.putIfAbsent(key, new Named(calendar, number, tokens.size()));
        }
    }

    private static String joined(DateTokens tokens, int from, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            out.append(i == from ? "" : " ").append(tokens.at(i).text());
        }
        return out.toString();
    }

    /** The month whose name begins at this token, the page's language (may be null) asked first; or null. */
    static Named at(DateTokens tokens, int i, String language) {
        if (!tokens.at(i).word() || tokens.at(i).text().isEmpty()) {
            return null;
        }
        Map<String, Named> own = language == null ? null : BY_LANGUAGE.get(language.split("-")[0]);
        for (int count = Math.min(LONGEST, tokens.size() - i); count > 0; count--) {
            if (!tokens.at(i + count - 1).word()) {
                continue;
            }
            String name = joined(tokens, i, count);
            Named found = own == null ? null : own.get(name);
            found = found == null ? ALL.get(name) : found;
            if (found == null && name.length() > 2 && name.charAt(0) == '\u05d1') {
                found = ALL.get(name.substring(1));
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Lower case without Latin, Greek, Cyrillic and Arabic accents, and with one form for each Arabic letter. */
    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        StringBuilder out = new StringBuilder(lower.length());
        String parts = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            boolean accent = c >= '\u0300' && c <= '\u036f' || c >= '\u064b' && c <= '\u0655' || c == '\u0640';
            if (!accent && Character.getType(c) != Character.FORMAT) {
                out.append(
                        switch (c) {
                            case '\u0131' -> 'i';
                            case '\u064a', '\u0649' -> '\u06cc';
                            case '\u0643' -> '\u06a9';
                            case '\u0629' -> '\u0647';
                            default -> c;
                        });
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }
}
