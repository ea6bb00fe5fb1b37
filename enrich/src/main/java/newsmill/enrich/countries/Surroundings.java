package newsmill.enrich.countries;

import java.util.List;
import newsmill.enrich.text.HashSet64;

/** Reads the words around each name: the region behind a town, a person's given name, a street, a preposition. */
final class Surroundings {
    private static final byte ENGLISH = NameLanguage.of("en");

    private final Persons persons;

    Surroundings(Gazetteer gazetteer) {
        persons = new Persons(gazetteer);
    }

    /** Refuses hits, narrows down what they may be, and notes what speaks for a place. */
    void read(List<Hit> hits, int language) {
        HashSet64 locative = language == ENGLISH ? Words.LOCATIVE : Words.FOREIGN_LOCATIVE;
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            Hit before = i > 0 && hits.get(i - 1).text == hit.text ? hits.get(i - 1) : null;
            if (before != null) {
                Containment.read(before, hit);
            }
            if (hit.may(Kind.ABBREVIATION) && !hit.located) {
                Containment.abbreviation(hit);
            }
            if (hit.isOpen() && !hit.located) {
                persons.read(hit, before);
            }
            if (hit.isOpen()) {
                Signs.read(hit, locative);
            }
        }
    }
}
