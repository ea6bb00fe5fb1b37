package newsmill.enrich.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lexicon for each language, and the names that publishers of all languages give to their sections. Immutable. */
final class Lexicons {
    /** The languages that Newsmill knows words of. */
    static final List<String> LANGUAGES =
            List.of("am", "ar", "de", "en", "es", "fr", "ha", "it", "pcm", "pt", "ru", "so", "sw", "tr", "yo", "zh");

    private final Map<String, Lexicon> byLanguage = new HashMap<>();
    private final Lexicon none;
    private final Lexicon sections;

    Lexicons(Taxonomy taxonomy) {
        for (String language : LANGUAGES) {
            Lexicon.Builder lexicon = new Lexicon.Builder(taxonomy, language).add(rows(language));
            if (language.equals("pcm")) {
                lexicon.add(rows("en"));
            }
            byLanguage.put(language, lexicon.build());
        }
        none = new Lexicon.Builder(taxonomy, "und").build();
        sections = new Lexicon.Builder(taxonomy, "und")
                .add(Rows.of("sections.tsv"))
                .build();
    }

    private static List<Rows.Row> rows(String language) {
        return Rows.of("lexicon/" + language + ".tsv");
    }

    /** The words of a language, a BCP 47 tag; none if it is not known. */
    Lexicon of(String language) {
        return byLanguage.getOrDefault(primary(language), none);
    }

    /** The primary language of a tag. */
    static String primary(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    /** The names of sections, in many languages at once. */
    Lexicon sections() {
        return sections;
    }
}
