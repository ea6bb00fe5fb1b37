package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FingerprintsTest {
    @Test
    void everyTextThatWasAddedIsFoundAndNoOther() {
        Fingerprints prints = new Fingerprints();
        for (int i = 0; i < 100_000; i++) {
            prints.add("article-" + i);
            prints.add("article-" + i);
        }
        assertEquals(100_000, prints.size());
        for (int i = 0; i < 100_000; i++) {
            assertTrue(prints.mayContain("article-" + i));
            assertFalse(prints.mayContain("other-" + i));
        }
        assertFalse(new Fingerprints().mayContain(""));
    }
}
