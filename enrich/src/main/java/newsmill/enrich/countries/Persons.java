package newsmill.enrich.countries;

import static newsmill.enrich.countries.Kind.CITY;
import static newsmill.enrich.countries.Kind.COUNTRY;
import static newsmill.enrich.countries.Kind.CUE;
import static newsmill.enrich.countries.Kind.PEOPLE;
import static newsmill.enrich.countries.Kind.REGION;
import static newsmill.enrich.countries.Kind.SEAT;
import static newsmill.enrich.countries.Kind.TOWN;

import newsmill.enrich.text.Text;
import newsmill.enrich.text.Text.Kind;

/** Tells persons' names from places': by titles, given names, family names and what else is capitalised beside them. */
final class Persons {
    private final Gazetteer gazetteer;

    Persons(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Refuses a name that stands as a person's does, and doubts one that stands beside a capitalised word. */
    void read(Hit hit, Hit previous) {
        if (previous != null && previous.person && previous.last + 1 == hit.first && hit.name.isPersonal()) {
            hit.refusePerson();
            return;
        }
        if (hit.first != hit.last || hit.may(SEAT) || hit.name.capitals || hit.may(CUE)) {
            return;
        }
        Text text = hit.text;
        boolean town = !hit.may(COUNTRY) && !hit.may(REGION) && !hit.may(PEOPLE);
        boolean weak = hit.isWeak();
        int before = Neighbours.wordBefore(text, hit.first);
        if (before >= 0 && text.isCapitalised(before)) {
            long hash = text.hash(before);
            boolean free = Words.FUNCTION.contains(hash) || Words.COMPASS.contains(hash);
            boolean title = text.kind(before) == Kind.INITIAL || Words.HONORIFIC.contains(hash);
            boolean given = !free && gazetteer.isGivenName(hash) && !isPlace(text, before);
            if (title && (weak || hit.name.isPersonal()) || given && (town || hit.name.surname)) {
                hit.refusePerson();
                return;
            }
            if (!free && !Words.OFFICE.contains(hash) && (weak || town && hit.name.surname)) {
                boolean opens = text.sentenceStart(text.sentenceOf(before)) == before;
                hit.local -= weak ? opens ? 1 : 2 : opens ? 0 : 1.5;
            }
        }
        int after = hit.last + 1;
        if (after >= text.size()
                || !text.isCapitalised(after)
                || !text.spaceBefore(after)
                || Neighbours.isLineBreak(text, after)) {
            return;
        }
        long hash = text.hash(after);
        if (Words.STREET.contains(hash)) {
            hit.local -= weak ? 3 : 1;
        } else if (Words.OFFICE.contains(hash)) {
            hit.local += 0.7;
        } else if (hit.name.given && !hit.may(PEOPLE) && isFullName(hit, after)) {
            hit.refusePerson();
        } else if (weak) {
            hit.local -= 2;
        }
    }

    /** True for a word that is a strong name of a place by itself, as in Dallas, Austin and Houston. */
    private boolean isPlace(Text text, int token) {
        Name name = gazetteer.single(text.hash(token));
        return name != null && name.senses.length > 0 && name.senses[0].kind().isStrong();
    }

    /** True if a given name and the word behind it look like a person's full name, not like a dateline. */
    private boolean isFullName(Hit hit, int next) {
        Text text = hit.text;
        int given = hit.first;
        Kind kind = text.kind(next);
        if (given > 0 && Words.LOCATIVE.contains(text.hash(given - 1))
                || text.kind(given) == Kind.UPPER && kind != Kind.UPPER
                || kind != Kind.CAPITALISED && kind != Kind.MIXED_CAPITALISED && kind != text.kind(given)) {
            return false;
        }
        long hash = text.hash(next);
        Name name = gazetteer.single(hash);
        if (name != null && name.isPersonal() && isPersonal(text, next + 1)) {
            return true;
        }
        boolean surname = gazetteer.isSurname(hash);
        return !Words.FUNCTION.contains(hash)
                && (surname || !gazetteer.isGivenName(hash) && !hit.may(CITY))
                && (name == null || name.surname || name.capitals || name.senses[0].kind() == TOWN);
    }

    private boolean isPersonal(Text text, int token) {
        return token < text.size()
                && text.isCapitalised(token)
                && (gazetteer.isSurname(text.hash(token)) || gazetteer.isGivenName(text.hash(token)));
    }
}
