package newsmill.enrich.countries;

import static newsmill.enrich.countries.Kind.CITY;
import static newsmill.enrich.countries.Kind.PEOPLE;
import static newsmill.enrich.countries.Kind.TOWN;

import newsmill.enrich.text.HashSet64;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.Text.Kind;
import newsmill.enrich.text.TokenHash;

/** The small signs around a name that speak for a place or against one. */
final class Signs {
    private static final long HYPHEN = TokenHash.of("-");
    private static final long AS = TokenHash.of("as");
    private static final long KNOWN = TokenHash.of("known");
    private static final long SAINT = TokenHash.of("saint");
    private static final long ST = TokenHash.of("st");
    private static final long POSSESSIVE = TokenHash.of("'s");
    private static final long US = TokenHash.of("us");
    private static final long IN = TokenHash.of("in");
    private static final long OF = TokenHash.of("of");

    private Signs() {}

    /**
     * Reads the signs around a hit.
     *
     * @param locative words that stand before places in the language of the text
     */
    static void read(Hit hit, HashSet64 locative) {
        municipality(hit);
        if (isCalled(hit) && (hit.name.isPersonal() || hit.name.word)) {
            hit.refuse("another name for something");
        } else if (isPronoun(hit)) {
            hit.refuse("may be the pronoun, in capitals as all around it");
        } else if (isSaint(hit)) {
            hit.refuse("a saint's name");
        } else if (hit.may(PEOPLE) && isLanguage(hit)) {
            hit.refuse("a language");
        } else {
            before(hit, locative);
            capitals(hit);
            hit.local += hit.last > hit.first && !hit.name.word ? 0.4 : 0;
        }
    }

    private static void before(Hit hit, HashSet64 locative) {
        if (hit.first == 0) {
            return;
        }
        long before = hit.text.hash(hit.first - 1);
        if (locative.contains(before)) {
            hit.local += 1;
        } else if (hit.isWeak() && Words.DETERMINER.contains(before)) {
            hit.local -= 1.5;
        } else if (hit.isWeak() && isHyphenated(hit)) {
            hit.local -= 0.7;
        }
    }

    /** A short word in capitals among small ones is an abbreviation, unless it is a dateline. */
    private static void capitals(Hit hit) {
        Text text = hit.text;
        if (hit.first != hit.last || text.kind(hit.first) != Kind.UPPER || isUpperAround(text, hit.first)) {
            return;
        }
        hit.senses = hit.without(TOWN);
        if (!hit.name.capitals && hit.first != text.paragraphStart(text.paragraphOf(hit.first))) {
            hit.senses = hit.without(CITY);
        }
        hit.reason = "an abbreviation, not a town";
    }

    /** Speaks Spanish, the English version, in French. */
    private static boolean isLanguage(Hit hit) {
        Text text = hit.text;
        int after = hit.last + 1;
        long before = hit.first == 0 ? 0 : text.hash(hit.first - 1);
        boolean ends = after >= text.size() || text.kind(after) == Kind.PUNCTUATION && text.hash(after) != HYPHEN;
        return Words.SPEAKING.contains(before)
                || before == IN && ends
                || after < text.size() && Words.TONGUE.contains(text.hash(after));
    }

    /** Known as Mali, nicknamed Paris. */
    private static boolean isCalled(Hit hit) {
        Text text = hit.text;
        return hit.first > 1
                && (text.hash(hit.first - 1) == AS && text.hash(hit.first - 2) == KNOWN
                        || Words.NAMING.contains(text.hash(hit.first - 1)));
    }

    private static boolean isHyphenated(Hit hit) {
        Text text = hit.text;
        int after = hit.last + 1;
        return text.hash(hit.first - 1) == HYPHEN && !text.spaceBefore(hit.first - 1)
                || after < text.size() && text.hash(after) == HYPHEN && !text.spaceBefore(after);
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
    private static boolean isPronoun(Hit hit) {
        Text text = hit.text;
        int token = hit.first;
        if (token != hit.last
                || text.hash(token) != US
                || token == 0
                || text.kind(token) != Kind.UPPER
                || text.kind(token - 1) != Kind.UPPER) {
            return false;
        }
        long before = text.hash(token - 1);
        boolean last = token + 1 == text.size() || text.kind(token + 1) != Kind.UPPER;
        return last || before == OF || !Words.FUNCTION.contains(before);
    }

    /** City of Paris, Paris City Council: a town, not a country or its capital. */
    private static void municipality(Hit hit) {
        Text text = hit.text;
        int after = hit.last + 1;
        boolean named = hit.first > 1
                && text.hash(hit.first - 1) == OF
                && Words.MUNICIPALITY.contains(text.hash(hit.first - 2));
        boolean capitalised = after < text.size() && text.isCapitalised(after);
        boolean office = capitalised
                && (Words.MUNICIPALITY.contains(text.hash(after))
                        || after + 1 < text.size()
                                && Words.MUNICIPAL.contains(TokenHash.pair(text.hash(after), text.hash(after + 1))));
        if (named || office) {
            hit.municipal = true;
            if (hit.may(TOWN) || hit.may(CITY)) {
                hit.senses = hit.only(s -> s.kind() == TOWN || s.kind() == CITY);
            }
        }
    }
}
