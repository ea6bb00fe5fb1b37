package newsmill.enrich.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lexicon for each language, and the names that publishers of all languages give to their sections. Immutable. */
final class Lexicons {
    /** The languages that Newsmill knows words of. */
    static final List<String> LANGUAGES = List.of("en", "fr", "de");

    private final Map<String, Lexicon> byLanguage = new HashMap<>();
    private final Lexicon none;
    private final Lexicon sections;

    Lexicons(Taxonomy taxonomy) {
        for (String language : LANGUAGES) {
            byLanguage.put(language, read(taxonomy, language, "lexicon/" + language + ".tsv"));
        }
        none = new Lexicon.Builder(taxonomy, "und").build();
        sections = read(taxonomy, "und", "sections.tsv");
    }

    private static Lexicon read(Taxonomy taxonomy, String language, String resource) {
        return new Lexicon.Builder(taxonomy, language).add(Rows.of(resource)).build();
    }

    /** The words of a language, a BCP 47 tag; none if it is not known. */
    Lexicon of(String language) {
        int dash = language.indexOf('-');
        return byLanguage.getOrDefault(dash < 0 ? language : language.substring(0, dash), none);
    }

    /** The names of sections, in many languages at once. */
    Lexicon sections() {
        return sections;
    }
}
