package newsmill.ingest.source;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsmill.ingest.data.WordTable;

/**
 * Month names in the languages feeds write their dates in: from the platform's locale data (Unicode CLDR), and those that it
 * lacks from {@code months.txt}.
 */
final class Months {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "ru", "uk",
            "bg", "el", "tr", "id", "hr", "sr", "sl", "lt", "lv", "et", "ca", "af", "sq", "az", "vi", "fa", "ar", "he",
            "ar-LB", "hi", "bn", "mr", "ur", "ta", "te", "is", "mk", "gl", "eu", "ms");

    private static final int LONGEST = 16;

    /** "In March" is one word. */
    private static final char IN_HEBREW = '\u05d1';

    private Months() {}

    /** 1 to 12, or 0 if the word, in lower case, names no month. */
    static int number(String word) {
        if (word.length() < 2 || word.length() > LONGEST) {
            return 0;
        }
        Integer english = English.NAMES.get(word.length() > 3 && isAscii(word) ? word.substring(0, 3) : word);
        if (english != null && (word.length() <= 4 || English.NAMES.containsKey(word))) {
            return english;
        }
        Integer other = Others.NAMES.getOrDefault(word, Others.NAMES.get(withoutAccents(word)));
        if (other == null && word.charAt(0) == IN_HEBREW) {
            other = Others.NAMES.get(word.substring(1));
        }
        return other != null ? other : english == null ? 0 : english;
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(c -> c < 128);
    }

    /** The word in lower case without a final point. */
    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String withoutAccents(String name) {
        // A Turkish capital I lowers to a dotted one unless the language is known.
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('\u0131', 'i');
    }

    private static void put(Map<String, Integer> names, Month month, Locale locale) {
        for (TextStyle style :
                new TextStyle[] {TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE
                }) {
            String name = plain(month.getDisplayName(style, locale));
            names.putIfAbsent(name, month.getValue());
            names.putIfAbsent(withoutAccents(name), month.getValue());
        }
    }

    private static final class English {
        static final Map<String, Integer> NAMES = new HashMap<>();

        static {
            for (Month month : Month.values()) {
                put(NAMES, month, Locale.ENGLISH);
            }
        }
    }

    /** Loaded only once a date in another language comes by. */
    private static final class Others {
        static final Map<String, Integer> NAMES = new HashMap<>();

        static {
            for (String language : LANGUAGES) {
                for (Month month : Month.values()) {
                    put(NAMES, month, Locale.forLanguageTag(language));
                }
            }
            WordTable.of(Months.class, "months.txt")
                    .forEach((name, number) -> NAMES.putIfAbsent(name, Integer.valueOf(number)));
        }
    }
}
