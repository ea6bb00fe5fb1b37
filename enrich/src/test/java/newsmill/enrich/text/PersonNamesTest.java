package newsmill.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import newsmill.enrich.text.PersonNames.Gender;
import org.junit.jupiter.api.Test;

class PersonNamesTest {
    private final PersonNames names = PersonNames.standard();

    @Test
    void givenNamesTellTheSexTheyAreMostlyGivenTo() {
        assertEquals(Gender.FEMALE, names.gender(TokenHash.of("Hannah")));
        assertEquals(Gender.MALE, names.gender(TokenHash.of("Jürgen")));
        assertEquals(Gender.EITHER, names.gender(TokenHash.of("Leslie")));
    }

    @Test
    void otherWordsTellNothing() {
        assertNull(names.gender(TokenHash.of("ministry")));
        assertFalse(names.isGiven(TokenHash.of("harbour")));
    }

    @Test
    void spellingIsFoundWhateverTheCase() {
        assertTrue(names.isGiven(TokenHash.of("VOLODYMYR")));
    }

    @Test
    void unknownSexAgreesWithBoth() {
        assertTrue(Gender.EITHER.agrees(Gender.MALE));
        assertTrue(Gender.FEMALE.agrees(Gender.EITHER));
        assertFalse(Gender.FEMALE.agrees(Gender.MALE));
    }
}
