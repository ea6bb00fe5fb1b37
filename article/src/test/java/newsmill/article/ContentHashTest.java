package newsmill.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    @Test
    void whiteSpaceAndCompatibilityFormsDoNotCount() {
        String hash = ContentHash.of("Ferries wait", "Rain fell.\n\nIt fell for ½ a day in Kärdla.");
        assertEquals(
                hash,
                ContentHash.of("  Ferries\u00A0wait\t", "Rain  fell. It\u2028fell for ½ a day in Ka\u0308rdla. \n"));
        assertEquals(ContentHash.of("ﬁne", ""), ContentHash.of("fine", null));
        assertEquals(ContentHash.of(null, null), ContentHash.of(" ", "\n"));
    }

    @Test
    void wordsCountAndSoDoesWhichOfTheTwoHoldsThem() {
        assertNotEquals(ContentHash.of("a", "b"), ContentHash.of("a", "B"));
        assertNotEquals(ContentHash.of("a b", ""), ContentHash.of("a", "b"));
    }

    @Test
    void textThatNeedsNoTablesIsIndeedNormal() {
        for (char c = 0; c < 0xD800; c++) {
            String text = "a" + c + "b";
            String normal =
                    Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
            if (!Character.isWhitespace(c)) {
                assertEquals(normal, ContentHash.normal(text), () -> "after " + text);
            }
        }
    }
}
