package newsmill.enrich.countries;

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
            if (hit.may(newsmill.enrich.countries.Kind.ABBREVIATION) && !hit.located) {
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
        boolean within = region.may(newsmill.enrich.countries.Kind.REGION)
                || region.may(newsmill.enrich.countries.Kind.COUNTRY)
                || region.may(newsmill.enrich.countries.Kind.ABBREVIATION);
        boolean part = town.may(newsmill.enrich.countries.Kind.TOWN)
                || town.may(newsmill.enrich.countries.Kind.CITY)
                || town.may(newsmill.enrich.countries.Kind.DISTRICT);
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
        return java.util.Arrays.stream(of)
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
            hit.senses = without(hit.senses, newsmill.enrich.countries.Kind.ABBREVIATION);
            hit.reason = "an abbreviation that stands behind no town";
        }
    }

    private static Sense[] without(Sense[] senses, newsmill.enrich.countries.Kind kind) {
        return java.util.Arrays.stream(senses).filter(s -> s.kind() != kind).toArray(Sense[]::new);
    }

    private void person(Hit hit) {
        if (hit.first != hit.last || hit.may(newsmill.enrich.countries.Kind.PEOPLE) || hit.may(newsmill.enrich.countries.Kind.SEAT)
                || hit.name.isCapitals()) {
            return;
        }
        Text text = hit.text;
        int before = wordBefore(text, hit.first);
        boolean weak = !hit.may(newsmill.enrich.countries.Kind.COUNTRY) && !hit.may(newsmill.enrich.countries.Kind.CITY)
                && !hit.may(newsmill.enrich.countries.Kind.REGION);
        if (before >= 0 && text.isCapitalised(before)) {
            long hash = text.hash(before);
            if (text.kind(before) == Kind.INITIAL || Words.HONORIFIC.contains(hash) && (weak || hit.name.isPersonal())) {
                hit.refuse("a person's name: " + text.slice(before, hit.last));
                return;
            }
            boolean known = gazetteer.isGivenName(hash) && !Words.FUNCTION.contains(hash) && !Words.COMPASS.contains(hash);
            if (known && (weak || hit.name.isPersonal())) {
                hit.refuse("a person's name: " + text.slice(before, hit.last));
                return;
            }
            if (weak && !Words.FUNCTION.contains(hash) && !Words.COMPASS.contains(hash)) {
                hit.local -= 2;
            }
        }
        int after = hit.last + 1;
        boolean joined = after < text.size() && text.isCapitalised(after) && text.spaceBefore(after);
        if (joined) {
            long hash = text.hash(after);
            if (text.kind(after) == Kind.INITIAL && hit.name.isPersonal()) {
                hit.refuse("a person's name: " + text.slice(hit.first, after));
            } else if (hit.name.given && (gazetteer.isSurname(hash) && gazetteer.single(hash) == null || gazetteer.isSurname(hash) && weak)) {
                hit.refuse("a person's name: " + text.slice(hit.first, after));
            } else if (Words.STREET.contains(hash)) {
                hit.local -= weak ? 3 : 1;
            } else if (Words.OFFICE.contains(hash)) {
                hit.local += 0.7;
            } else if (weak && text.kind(after) != Kind.UPPER) {
                hit.local -= 2;
            }
        }
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
                    || hit.last + 1 < text.size() && text.hash(hit.last + 1) == HYPHEN && !text.spaceBefore(hit.last + 1)) {
                hit.local -= 0.7;
            }
        }
        if (hit.last - hit.first > 0) {
            hit.local += 0.4;
        }
    }
}
