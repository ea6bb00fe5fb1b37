package newsmill.enrich.countries;

import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.Text.Kind;

/** Finds the names of the gazetteer in a text: the longest at each place, written as names are. */
final class Finder {
    private final Gazetteer gazetteer;

    Finder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Adds the names of a text to the hits, and counts its cue words by country. */
    void find(Text text, boolean inTitle, int language, List<Hit> hits, int[] cues) {
        CueWords cueWords = gazetteer.cues();
        for (int t = 0; t < text.size(); t++) {
            Kind kind = text.kind(t);
            if (kind == Kind.LOWER) {
                int country = cueWords.country(text.hash(t));
                if (country >= 0) {
                    cues[country]++;
                }
            } else if (mayBegin(kind)) {
                long found = gazetteer.longest(text, t);
                int last = (int) found;
                if (found != NameTrie.NONE && isWrittenAsName(text, t, last, gazetteer.name(found))) {
                    Name name = gazetteer.name(found);
                    if (mayBePlace(text, last, name)) {
                        hits.add(new Hit(text, inTitle, t, last, name, spoken(name.senses, language)));
                    }
                    t = last;
                }
            }
        }
    }

    private static boolean mayBegin(Kind kind) {
        return kind != Kind.PUNCTUATION && kind != Kind.NUMBER;
    }

    /** The senses the name has in a language; all where the language is not known. */
    private static Sense[] spoken(Sense[] senses, int language) {
        for (Sense sense : senses) {
            if (sense.language() != NameLanguage.ANY && sense.language() != language && language != NameLanguage.ANY) {
                return Arrays.stream(senses)
                        .filter(s -> s.language() == NameLanguage.ANY || s.language() == language)
                        .toArray(Sense[]::new);
            }
        }
        return senses;
    }

    private static boolean isWrittenAsName(Text text, int first, int last, Name name) {
        if (name.capitals) {
            Kind kind = text.kind(first);
            return kind == Kind.UPPER || kind == Kind.DOTTED || kind == Kind.INITIAL;
        }
        return text.kind(last) != Kind.LOWER || name.senses[0].kind() == newsmill.enrich.countries.Kind.NOTHING;
    }

    /** An ordinary word is a town only if its region stands behind it. */
    private static boolean mayBePlace(Text text, int last, Name name) {
        return !name.isPlainWord() || last + 1 < text.size() && text.first(last + 1) == ',';
    }
}
