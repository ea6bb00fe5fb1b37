package newsmill.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseMatcherTest {
    private final PhraseMatcher<String> matcher = PhraseMatcher.of(
            Map.of("Guinea", "GN", "Guinea-Bissau", "GW", "Papua New Guinea", "PG", "U.S.", "US", "中国", "CN"));

    @Test
    void theLongestPhraseWins() {
        Text text = Text.of("guinea-bissau and Guinea");
        PhraseMatcher.Match<String> match = matcher.longest(text, 0);
        assertEquals("GW", match.value());
        assertEquals("guinea-bissau", text.slice(match.first(), match.last()));
        assertEquals("GN", matcher.longest(text, 4).value());
    }

    @Test
    void aPhraseThatBreaksOffFallsBackToTheShorterOne() {
        assertEquals("GN", matcher.longest(Text.of("Guinea - and"), 0).value());
        assertNull(matcher.longest(Text.of("Papua New York"), 0));
    }

    @Test
    void signsOfScriptsWithoutSpacesMatchInsideARun() {
        assertEquals("CN", matcher.longest(Text.of("在中国的"), 1).value());
    }

    @Test
    void aPhraseIsNotFoundBeyondTheLimit() {
        assertEquals("GN", matcher.longest(Text.of("Guinea-Bissau"), 0, 2).value());
    }
}
