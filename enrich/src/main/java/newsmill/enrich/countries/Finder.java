package newsmill.enrich.countries;

import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.Text.Kind;

/** Finds the names of the gazetteer in a text: the longest at each place, written as names are. */
final class Finder {
    private static final byte ENGLISH = NameLanguage.of("en");

    private final Gazetteer gazetteer;

    Finder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Adds the names of a text to the hits, and counts its cue words by country. */
    void find(Text text, boolean inTitle, int language, List<Hit> hits, int[] cues) {
        boolean small = language != ENGLISH && language != NameLanguage.ANY;
        for (int t = 0; t < text.size(); t++) {
            Kind kind = text.kind(t);
            if (kind == Kind.PUNCTUATION || kind == Kind.NUMBER) {
                continue;
            }
            if (kind == Kind.LOWER && !small) {
                int country = gazetteer.cues().country(text.hash(t));
                if (country >= 0) {
                    cues[country]++;
                }
                continue;
            }
            Hit hit = at(text, t, inTitle, language);
            if (hit != null) {
                // Days, months and brands stand in every story; only of phrases is it worth a word that they are no
                // place.
                if (hit.isOpen() && !(hit.name.nothing && hit.first == hit.last)) {
                    hits.add(hit);
                }
                t = hit.last;
            }
        }
    }

    /** The name at a token, or null. */
    private Hit at(Text text, int t, boolean inTitle, int language) {
        long found = gazetteer.longest(text, t, text.hash(t));
        int start = text.start(t);
        int end = -1;
        if (found == NameTrie.NONE && language == ENGLISH) {
            return null;
        }
        if (found == NameTrie.NONE) {
            start = Clitics.start(text, t);
            end = Clitics.end(text, t);
            if (start == text.start(t) && end == text.end(t)) {
                return null;
            }
            found = gazetteer.longest(text, t, Clitics.hash(text, start, end));
            if (found == NameTrie.NONE) {
                return null;
            }
        }
        int last = (int) found;
        Name name = gazetteer.name(found);
        boolean whole = end < 0;
        if (whole ? !isWrittenAsName(text, t, last, name) : name.capitals && !isUpper(text.string(), start, end)) {
            return null;
        }
        Sense[] senses = spoken(name.senses, language);
        if (text.kind(t) == Kind.LOWER) {
            senses = people(senses);
        } else if (!mayBePlace(text, last, name)) {
            senses = new Sense[0];
        }
        return new Hit(text, inTitle, t, last, start, whole || last > t ? text.end(last) : end, name, senses);
    }

    private static boolean isUpper(String text, int start, int end) {
        return text.substring(start, end).chars().allMatch(Character::isUpperCase);
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

    /** What a word written small may be: an adjective of the text's own language. */
    private static Sense[] people(Sense[] senses) {
        return Arrays.stream(senses)
                .filter(s -> s.kind() == newsmill.enrich.countries.Kind.PEOPLE && s.language() > ENGLISH)
                .toArray(Sense[]::new);
    }

    private static boolean isWrittenAsName(Text text, int first, int last, Name name) {
        Kind kind = text.kind(last);
        if (name.capitals) {
            Kind begin = text.kind(first);
            return begin == Kind.UPPER || begin == Kind.DOTTED || begin == Kind.INITIAL || begin == Kind.IDEOGRAPH;
        }
        if (kind == Kind.IDEOGRAPH) {
            return !isKana(text, last) || !isKana(text, last + 1) && !isKana(text, first - 1);
        }
        return kind != Kind.LOWER || text.kind(first) == Kind.LOWER || name.nothing;
    }

    /** Words in katakana are written without spaces, so that タイ is Thailand and the beginning of タイトル. */
    private static boolean isKana(Text text, int token) {
        return token >= 0
                && token < text.size()
                && text.first(token) >= 'ァ'
                && text.first(token) <= 'ー'
                && text.first(token) != '・';
    }

    /** An ordinary word is a town only if its region stands behind it. */
    private static boolean mayBePlace(Text text, int last, Name name) {
        return !name.plainWord || last + 1 < text.size() && text.first(last + 1) == ',';
    }
}
