package newsmill.enrich.language;

import java.util.Set;

/** How unlikely a language is before its text is read: news comes in few languages, and mostly in the largest of them. */
final class Prior {
    private static final Set<String> LARGE = Set.of(
            "ar", "bn", "cs", "de", "el", "es", "fa", "fr", "hi", "hu", "id", "it", "nl", "pl", "pt", "ro", "ru", "sv",
            "sw", "tr", "uk", "ur", "vi");
    private static final Set<String> RARE = Set.of(
            "af", "ca", "cy", "eo", "eu", "ga", "gl", "ht", "la", "lg", "ln", "mg", "mi", "ms", "mt", "nn", "ny", "sn",
            "st", "tl", "tn", "ts", "wo", "xh", "zu");

    private Prior() {}

    /** The cost in units of natural logarithm. */
    static int cost(String language) {
        if (language.equals("en")) {
            return 0;
        }
        // Pidgin's letters are those of English: it takes an unmistakable word, or two that English seldom has
        if (language.equals("pcm")) {
            return 7;
        }
        return LARGE.contains(language) ? 2 : RARE.contains(language) ? 6 : 4;
    }
}
