package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineageTest {
    @Test
    void lastWritersCommitCameThroughIfTheOffsetIsThere() {
        Lineage lineage = Lineage.of("a@0");
        assertTrue(lineage.holds("a", 100, 100));
        assertFalse(lineage.holds("a", 100, 99));
    }

    @Test
    void deadWriterLearnsFromWhereItsSuccessorBegan() {
        assertFalse(Lineage.of("a@0 b@50").holds("a", 100, 500), "b began at 50: a's commit of 100 was not there");
        assertTrue(Lineage.of("a@0 b@100").holds("a", 100, 500));
        assertTrue(Lineage.of("a@0 b@100 c@300").holds("a", 100, 500));
        assertFalse(Lineage.of("a@0 b@100 a@200 b@300").holds("a", 350, 500));
        assertTrue(Lineage.of("a@0 b@100 a@200 b@350").holds("a", 350, 500));
    }

    @Test
    void writerThatNeverCommittedHoldsNothing() {
        assertFalse(Lineage.of("b@0").holds("a", 100, 500));
    }

    @Test
    void offsetsThatAToolHasSetBearNoWords() {
        for (String words : new String[] {null, "", "set by hand", "@7", "a@", "a@x"}) {
            assertTrue(Lineage.of(words).holds("a", 100, 100));
            assertFalse(Lineage.of(words).holds("a", 100, 50));
        }
    }

    @Test
    void wordsFitBesideAnOffsetAndOldSpellsAreForgottenOpenly() {
        Lineage lineage = Lineage.of(null);
        for (int i = 0; i < 1000; i++) {
            lineage = lineage.with("01234567-89a" + i % 10, 1_000_000_000_000L + i);
        }
        assertTrue(lineage.words().length() < 4096, lineage.words().length() + " characters");
        assertEquals(lineage, Lineage.of(lineage.words()));
        assertFalse(lineage.whole());
        assertTrue(lineage.holds("older", 5, 6), "doubt is decided for what is on the disk");
    }

    @Test
    void writerThatCarriesOnIsNotNamedAgain() {
        assertEquals("a@0", Lineage.of("a@0").with("a", 70).words());
        assertEquals(
                "a@0 b@70 a@90", Lineage.of("a@0").with("b", 70).with("a", 90).words());
    }
}
