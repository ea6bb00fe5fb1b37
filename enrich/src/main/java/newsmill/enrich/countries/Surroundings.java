package newsmill.enrich.countries;

import static newsmill.enrich.countries.Kind.ABBREVIATION;
import static newsmill.enrich.countries.Kind.CITY;
import static newsmill.enrich.countries.Kind.COUNTRY;
import static newsmill.enrich.countries.Kind.CUE;
import static newsmill.enrich.countries.Kind.DISTRICT;
import static newsmill.enrich.countries.Kind.PEOPLE;
import static newsmill.enrich.countries.Kind.PROVINCE;
import static newsmill.enrich.countries.Kind.REGION;
import static newsmill.enrich.countries.Kind.SEAT;
import static newsmill.enrich.countries.Kind.TOWN;

import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.HashSet64;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.Text.Kind;
import newsmill.enrich.text.TokenHash;

/** Reads the words around each name: is it a person's, a street's, a state's abbreviation behind its town? */
final class Surroundings {
    private static final long COMMA = TokenHash.of(",");
    private static final long STOP = TokenHash.of(".");
    private static final long HYPHEN = TokenHash.of("-");

    private static final long AS = TokenHash.of("as");
    private static final long KNOWN = TokenHash.of("known");
    private static final long SAINT = TokenHash.of("saint");
    private static final long ST = TokenHash.of("st");
    private static final long POSSESSIVE = TokenHash.of("'s");
    private static final long US = TokenHash.of("us");
    private static final long OF = TokenHash.of("of");

    private final Gazetteer gazetteer;

    Surroundings(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void read(List<Hit> hits, int language) {
        HashSet64 locative = language == NameLanguage.of("en") ? Words.LOCATIVE : Words.FOREIGN_LOCATIVE;
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
                place(hit, locative);
            }
        }
    }

    /** Paris, Texas: each says which the other is. */
    private static void pair(Hit town, Hit region) {
        if (!town.isOpen() || !isComma(town.text, town.last, region.first)) {
            return;
        }
        boolean within = region.may(REGION) || region.may(COUNTRY) || region.may(ABBREVIATION) || region.may(PROVINCE);
        boolean part = town.may(TOWN) || town.may(CITY) || town.may(DISTRICT);
        if (!within || !part) {
            return;
        }
        Sense[] holding = holding(region.senses);
        Sense[] inside = shared(town.senses, holding);
        if (inside.length == 0 && region.may(COUNTRY)) {
            return;
        }
        if (inside.length == 0) {
            if (holding.length > 1 || region.may(CITY)) {
                return;
            }
            inside = new Sense[] {new Sense(holding[0].country(), TOWN, (byte) 30, NameLanguage.ANY)};
        }
        town.senses = inside;
        region.senses = shared(holding, inside);
        town.located = true;
        region.located = true;
    }

    /** The senses that are of something towns lie in. */
    private static Sense[] holding(Sense[] senses) {
        return Arrays.stream(senses)
                .filter(s ->
                        s.kind() == REGION || s.kind() == COUNTRY || s.kind() == ABBREVIATION || s.kind() == PROVINCE)
                .toArray(Sense[]::new);
    }

    private static Sense[] shared(Sense[] of, Sense[] with) {
        return Arrays.stream(of)
                .filter(s -> Arrays.stream(with).anyMatch(w -> w.country() == s.country()))
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
        if (hit.first != hit.last || hit.may(SEAT) || hit.name.capitals || hit.may(CUE)) {
            return;
        }
        Text text = hit.text;
        boolean town = !hit.may(COUNTRY) && !hit.may(REGION) && !hit.may(PEOPLE);
        boolean weak = isWeak(hit);
        int before = wordBefore(text, hit.first);
        if (before >= 0 && text.isCapitalised(before)) {
            long hash = text.hash(before);
            boolean free = Words.FUNCTION.contains(hash) || Words.COMPASS.contains(hash);
            boolean title = text.kind(before) == Kind.INITIAL || Words.HONORIFIC.contains(hash);
            boolean given = !free && gazetteer.isGivenName(hash) && !isPlace(text, before);
            if (title && (weak || hit.name.isPersonal()) || given && (town || hit.name.surname)) {
                hit.refusePerson(before, hit.last);
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
                || isLineBreak(text, after)) {
            return;
        }
        long hash = text.hash(after);
        if (Words.STREET.contains(hash)) {
            hit.local -= weak ? 3 : 1;
        } else if (Words.OFFICE.contains(hash)) {
            hit.local += 0.7;
        } else if (hit.name.given && !hit.may(PEOPLE) && isFullName(hit, after)) {
            hit.refusePerson(hit.first, after);
        } else if (weak) {
            hit.local -= 2;
        }
    }

    /** True if it can be nothing but a town or district, whose name tells little. */
    private static boolean isWeak(Hit hit) {
        return !hit.may(COUNTRY) && !hit.may(REGION) && !hit.may(PEOPLE) && !hit.may(CITY) && !hit.may(SEAT);
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

    /** The word right before a token on the same line, without a comma or stop between, or -1. */
    private static int wordBefore(Text text, int token) {
        if (token == 0 || isLineBreak(text, token)) {
            return -1;
        }
        int before = token - 1;
        if (text.hash(before) == STOP && before > 0 && Words.HONORIFIC.contains(text.hash(before - 1))) {
            return before - 1;
        }
        return text.isWord(before) ? before : -1;
    }

    private static boolean isLineBreak(Text text, int token) {
        for (int i = text.end(token - 1); i < text.start(token); i++) {
            if (text.string().charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    private static void place(Hit hit, HashSet64 locative) {
        Text text = hit.text;
        municipality(hit);
        if (hit.first > 1
                && (text.hash(hit.first - 1) == AS && text.hash(hit.first - 2) == KNOWN
                        || Words.NAMING.contains(text.hash(hit.first - 1)))) {
            if (hit.name.isPersonal() || hit.name.word) {
                hit.refuse("another name for something");
            }
        }
        if (text.kind(hit.first) == Kind.UPPER
                && hit.first == hit.last
                && text.hash(hit.first) == US
                && isShouted(text, hit.first)) {
            hit.refuse("may be the pronoun, in capitals as all around it");
        }
        if (hit.first > 0) {
            long before = text.hash(hit.first - 1);
            if (locative.contains(before)) {
                hit.local += 1;
            } else if (isWeak(hit) && Words.DETERMINER.contains(before)) {
                hit.local -= 1.5;
            } else if (isWeak(hit) && isHyphenated(hit)) {
                hit.local -= 0.7;
            }
        }
        if (hit.first == hit.last && text.kind(hit.first) == Kind.UPPER && !isUpperAround(text, hit.first)) {
            hit.senses = without(hit.senses, TOWN);
            if (!opensParagraph(text, hit.first) && !hit.name.capitals) {
                hit.senses = without(hit.senses, CITY);
            }
            hit.reason = "an abbreviation, not a town";
        }
        if (isSaint(hit)) {
            hit.refuse("a saint's name");
        }
        if (hit.last - hit.first > 0 && !hit.name.word) {
            hit.local += 0.4;
        }
    }

    private static boolean isHyphenated(Hit hit) {
        Text text = hit.text;
        int after = hit.last + 1;
        return text.hash(hit.first - 1) == HYPHEN && !text.spaceBefore(hit.first - 1)
                || after < text.size() && text.hash(after) == HYPHEN && !text.spaceBefore(after);
    }

    private static boolean opensParagraph(Text text, int token) {
        return token == text.paragraphStart(text.paragraphOf(token));
    }

    /** St. Paul's, St. George Church: the saint, or what bears his name. */
    private static boolean isSaint(Hit hit) {
        Text text = hit.text;
        long first = text.hash(hit.first);
        int after = hit.last + 1;
        if (hit.first == hit.last || first != SAINT && first != ST || after >= text.size() || hit.located) {
            return false;
        }
        return text.hash(after) == POSSESSIVE
                || text.isCapitalised(after) && text.spaceBefore(after) && !Words.OFFICE.contains(text.hash(after));
    }

    private static boolean isUpperAround(Text text, int token) {
        return text.end(token) - text.start(token) > 5
                || token > 0 && text.kind(token - 1) == Kind.UPPER
                || token + 1 < text.size() && text.kind(token + 1) == Kind.UPPER;
    }

    /** In capitals the pronoun looks like the country: it is the country at the beginning and behind THE and IN. */
    private static boolean isShouted(Text text, int token) {
        boolean before = token > 0 && text.kind(token - 1) == Kind.UPPER;
        boolean after = token + 1 < text.size() && text.kind(token + 1) == Kind.UPPER;
        return before && !Words.FUNCTION.contains(text.hash(token - 1))
                || before && text.hash(token - 1) == OF
                || before && !after;
    }

    /** City of Paris, Paris City Council: a town, not a country or its capital. */
    private static void municipality(Hit hit) {
        Text text = hit.text;
        boolean cityOf = hit.first > 1
                && text.hash(hit.first - 1) == OF
                && Words.MUNICIPALITY.contains(text.hash(hit.first - 2));
        int after = hit.last + 1;
        boolean office = after + 1 < text.size()
                && text.isCapitalised(after)
                && Words.MUNICIPAL.contains(TokenHash.pair(text.hash(after), text.hash(after + 1)));
        if (cityOf
                || office
                || after < text.size() && Words.MUNICIPALITY.contains(text.hash(after)) && text.isCapitalised(after)) {
            hit.municipal = true;
            if (hit.may(TOWN) || hit.may(CITY)) {
                hit.senses = Arrays.stream(hit.senses)
                        .filter(s -> s.kind() == TOWN || s.kind() == CITY)
                        .toArray(Sense[]::new);
            }
        }
    }
}
