package newsmill.enrich.countries;

import static newsmill.enrich.countries.Kind.ABBREVIATION;
import static newsmill.enrich.countries.Kind.CITY;
import static newsmill.enrich.countries.Kind.COUNTRY;
import static newsmill.enrich.countries.Kind.DISTRICT;
import static newsmill.enrich.countries.Kind.PROVINCE;
import static newsmill.enrich.countries.Kind.REGION;
import static newsmill.enrich.countries.Kind.TOWN;

import java.util.Arrays;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** Reads a town and what it lies in, by the comma between: Paris, Texas; Gainesville, Va. */
final class Containment {
    private static final long COMMA = TokenHash.of(",");
    /** Of a town that is known only by the region beside it. */
    private static final byte SMALL = 30;

    private Containment() {}

    /** Each says which the other is; a region says where a town lies that nobody knows. */
    static void read(Hit town, Hit region) {
        if (!town.isOpen() || !isPair(town, region)) {
            return;
        }
        Sense[] holding = region.only(s -> holds(s.kind()));
        Sense[] inside = town.only(s -> isIn(s.country(), holding));
        if (inside.length == 0) {
            // "London, Germany and Spain" is a list, and so may be a town before a city's name.
            if (region.may(COUNTRY) || holding.length > 1 || region.may(CITY)) {
                return;
            }
            inside = new Sense[] {new Sense(holding[0].country(), TOWN, SMALL, NameLanguage.ANY)};
        }
        Sense[] towns = inside;
        region.senses =
                Arrays.stream(holding).filter(s -> isIn(s.country(), towns)).toArray(Sense[]::new);
        town.senses = inside;
        town.located = true;
        region.located = true;
    }

    private static boolean isPair(Hit town, Hit region) {
        if (region.first != town.last + 2 || town.text.hash(town.last + 1) != COMMA) {
            return false;
        }
        boolean part = town.may(TOWN) || town.may(CITY) || town.may(DISTRICT);
        return part && Arrays.stream(region.senses).anyMatch(s -> holds(s.kind()));
    }

    /** True for what towns lie in. */
    private static boolean holds(Kind kind) {
        return kind == REGION || kind == COUNTRY || kind == ABBREVIATION || kind == PROVINCE;
    }

    private static boolean isIn(int country, Sense[] senses) {
        for (Sense sense : senses) {
            if (sense.country() == country) {
                return true;
            }
        }
        return false;
    }

    /** An abbreviation counts behind a capitalised word and a comma. */
    static void abbreviation(Hit hit) {
        Text text = hit.text;
        if (hit.first >= 2 && text.hash(hit.first - 1) == COMMA && text.isCapitalised(hit.first - 2)) {
            hit.located = true;
        } else {
            hit.senses = hit.without(ABBREVIATION);
            hit.reason = "an abbreviation that stands behind no town";
        }
    }
}
