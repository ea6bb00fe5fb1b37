package newsmill.enrich.countries;

import static newsmill.enrich.countries.Kind.ABBREVIATION;
import static newsmill.enrich.countries.Kind.CITY;
import static newsmill.enrich.countries.Kind.COUNTRY;
import static newsmill.enrich.countries.Kind.CUE;
import static newsmill.enrich.countries.Kind.DISTRICT;
import static newsmill.enrich.countries.Kind.PEOPLE;
import static newsmill.enrich.countries.Kind.REGION;
import static newsmill.enrich.countries.Kind.SEAT;
import static newsmill.enrich.countries.Kind.TOWN;

import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.Text.Kind;
import newsmill.enrich.text.TokenHash;

/** Reads the words around each name: is it a person's, a street's, a state's abbreviation behind its town? */
final class Surroundings {
    private static final long COMMA = TokenHash.of(",");
    private static final long STOP = TokenHash.of(".");
    private static final long HYPHEN = TokenHash.of("-");

    private final Gazetteer gazetteer;

    Surroundings(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void read(List<Hit> hits) {
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            Hit before = i > 0 && hits.get(i - 1).text == hit.text ? hits.get(i - 1) : null;
            if (before != null) {
                pair(before, hit);
            }
            if (hit.may(ABBREVIATION) && !hit.located) {
                abbreviation(hit);
            }
            if (hit.isOpen() && !hit.located) {
                person(hit);
            }
            if (hit.isOpen()) {
                place(hit);
            }
        }
    }

    /** Paris, Texas: each says which the other is. */
    private static void pair(Hit town, Hit region) {
        if (!town.isOpen() || !isComma(town.text, town.last, region.first)) {
            return;
        }
        boolean within = region.may(REGION) || region.may(COUNTRY) || region.may(ABBREVIATION);
        boolean part = town.may(TOWN) || town.may(CITY) || town.may(DISTRICT);
        if (!within || !part) {
            return;
        }
        Sense[] inside = shared(town.senses, region.senses);
        if (inside.length == 0) {
            return;
        }
        town.senses = inside;
        region.senses = shared(region.senses, inside);
        town.located = true;
        region.located = true;
    }

    private static Sense[] shared(Sense[] of, Sense[] with) {
        return Arrays.stream(of)
                .filter(s -> {
                    for (Sense w : with) {
                        if (w.country() == s.country()) {
                            return true;
                        }
                    }
                    return false;
                })
                .toArray(Sense[]::new);
    }

    private static boolean isComma(Text text, int last, int next) {
        return next == last + 2 && text.hash(last + 1) == COMMA;
    }

    /** An abbreviation counts behind a capitalised word and a comma. */
    private static void abbreviation(Hit hit) {
        Text text = hit.text;
        boolean behindTown = hit.first >= 2 && text.hash(hit.first - 1) == COMMA && text.isCapitalised(hit.first - 2);
        if (behindTown) {
            hit.located = true;
        } else {
            hit.senses = without(hit.senses, ABBREVIATION);
            hit.reason = "an abbreviation that stands behind no town";
        }
    }

    private static Sense[] without(Sense[] senses, newsmill.enrich.countries.Kind kind) {
        return Arrays.stream(senses).filter(s -> s.kind() != kind).toArray(Sense[]::new);
    }

    private void person(Hit hit) {
        if (hit.first != hit.last || hit.may(SEAT) || hit.name.isCapitals() || hit.may(CUE)) {
            return;
        }
        Text text = hit.text;
        boolean weak = !hit.may(COUNTRY) && !hit.may(CITY) && !hit.may(REGION) && !hit.may(PEOPLE);
        int before = wordBefore(text, hit.first);
        if (before >= 0 && text.isCapitalised(before)) {
            long hash = text.hash(before);
            boolean title = text.kind(before) == Kind.INITIAL || Words.HONORIFIC.contains(hash);
            boolean given =
                    gazetteer.isGivenName(hash) && !Words.FUNCTION.contains(hash) && !Words.COMPASS.contains(hash);
            if ((title || given) && (weak || hit.name.isPersonal())) {
                hit.refusePerson(before, hit.last);
                return;
            }
            if (weak && !Words.FUNCTION.contains(hash) && !Words.COMPASS.contains(hash)) {
                hit.local -= 2;
            }
        }
        int after = hit.last + 1;
        if (after >= text.size() || !text.isCapitalised(after) || !text.spaceBefore(after)) {
            return;
        }
        long hash = text.hash(after);
        if (Words.STREET.contains(hash)) {
            hit.local -= weak ? 3 : 1;
        } else if (Words.OFFICE.contains(hash)) {
            hit.local += 0.7;
        } else if (hit.name.given && !hit.may(PEOPLE) && isSurnameLike(text, after)) {
            hit.refusePerson(hit.first, after);
        } else if (weak) {
            hit.local -= 2;
        }
    }

    /** True for a capitalised word that is not known to follow places. */
    private boolean isSurnameLike(Text text, int token) {
        Name name = gazetteer.single(text.hash(token));
        return !Words.FUNCTION.contains(text.hash(token))
                && (name == null || name.surname || name.senses[0].kind() == TOWN);
    }

    /** The word right before a token, without a comma or stop between, or -1. */
    private static int wordBefore(Text text, int token) {
        if (token == 0) {
            return -1;
        }
        int before = token - 1;
        if (text.hash(before) == STOP && before > 0 && Words.HONORIFIC.contains(text.hash(before - 1))) {
            return before - 1;
        }
        return text.isWord(before) ? before : -1;
    }

    private static void place(Hit hit) {
        Text text = hit.text;
        if (hit.first > 0) {
            long before = text.hash(hit.first - 1);
            if (Words.LOCATIVE.contains(before)) {
                hit.local += 1;
            } else if (before == HYPHEN && !text.spaceBefore(hit.first - 1)
                    || hit.last + 1 < text.size()
                            && text.hash(hit.last + 1) == HYPHEN
                            && !text.spaceBefore(hit.last + 1)) {
                hit.local -= 0.7;
            }
        }
        if (hit.first == hit.last && text.kind(hit.first) == Kind.UPPER && !isUpperAround(text, hit.first)) {
            hit.senses = without(hit.senses, TOWN);
            hit.reason = "an abbreviation, not a town";
        }
        if (hit.last - hit.first > 0 && !hit.name.word) {
            hit.local += 0.4;
        }
    }

    private static boolean isUpperAround(Text text, int token) {
        return text.end(token) - text.start(token) > 5
                || token > 0 && text.kind(token - 1) == Kind.UPPER
                || token + 1 < text.size() && text.kind(token + 1) == Kind.UPPER;
    }
}
