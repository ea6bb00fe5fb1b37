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

    void find(Text text, boolean inTitle, int language, List<Hit> hits) {
        for (int t = 0; t < text.size(); t++) {
            if (!mayBegin(text, t)) {
                continue;
            }
            long found = gazetteer.longest(text, t);
            if (found == NameTrie.NONE) {
                continue;
            }
            int last = (int) found;
            Name name = gazetteer.name(found);
            if (isWrittenAsName(text, t, last, name)) {
                Hit hit = new Hit(text, inTitle, t, last, name);
                hit.senses = spoken(name.senses, language);
                hits.add(hit);
                t = last;
            }
        }
    }

    /** The senses the name has in a language; all where the language is not known. */
    private static Sense[] spoken(Sense[] senses, int language) {
        for (Sense sense : senses) {
            if (sense.language() != Languages.ANY && sense.language() != language && language != Languages.ANY) {
                return Arrays.stream(senses)
                        .filter(s -> s.language() == Languages.ANY || s.language() == language)
                        .toArray(Sense[]::new);
            }
        }
        return senses;
    }

    private static boolean mayBegin(Text text, int t) {
        Kind kind = text.kind(t);
        return text.isCapitalised(t) || kind == Kind.CASELESS || kind == Kind.IDEOGRAPH;
    }

    private static boolean isWrittenAsName(Text text, int first, int last, Name name) {
        if (name.isCapitals()) {
            Kind kind = text.kind(first);
            return kind == Kind.UPPER || kind == Kind.DOTTED || kind == Kind.INITIAL;
        }
        Kind kind = text.kind(last);
        return kind != Kind.LOWER
                || name.senses[0].kind() == newsmill.enrich.countries.Kind.NOTHING
                || Character.isLowerCase(name.text.charAt(name.text.lastIndexOf(' ') + 1));
    }
}
