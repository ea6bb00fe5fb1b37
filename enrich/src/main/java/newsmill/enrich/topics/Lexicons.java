package newsmill.enrich.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A lexicon for each language, and the names that publishers of all languages give to their sections. Immutable. */
final class Lexicons {
    /** The languages that Newsmill knows words of. */
    static final Set<String> LANGUAGES = Set.of(
            "am", "ar", "de", "en", "es", "fr", "ha", "hi", "id", "ig", "it", "ja", "ko", "lg", "ln", "nl", "om", "pcm",
            "pl", "pt", "rn", "ru", "rw", "sn", "so", "sw", "ti", "tr", "uk", "xh", "yo", "zh");
    /** Languages whose readers know the words of another one, too: Pidgin takes most of its words from English. */
    private static final Map<String, String> RELATED = Map.of("pcm", "en", "rn", "rw", "rw", "rn");

    private final Taxonomy taxonomy;
    /** Each is read when its first story comes: a newsroom writes in few of them. */
    private final Map<String, Lexicon> byLanguage = new ConcurrentHashMap<>();

    private final Lexicon none;
    private final Lexicon sections;

    Lexicons(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        none = new Lexicon.Builder(taxonomy, "und").build();
        sections = new Lexicon.Builder(taxonomy, "und")
                .add(Rows.of("sections.tsv"))
                .build();
    }

    private Lexicon read(String language) {
        Lexicon.Builder lexicon = new Lexicon.Builder(taxonomy, language).add(rows(language));
        String related = RELATED.get(language);
        return (related == null ? lexicon : lexicon.add(rows(related))).build();
    }

    private static List<Rows.Row> rows(String language) {
        return Rows.of("lexicon/" + language + ".tsv");
    }

    /** The words of a primary language; none if it is not known. */
    Lexicon of(String language) {
        return LANGUAGES.contains(language) ? byLanguage.computeIfAbsent(language, this::read) : none;
    }

    /** The names of sections, in many languages at once. */
    Lexicon sections() {
        return sections;
    }
}
