package newsmill.enrich.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import newsmill.enrich.text.Text;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static List<String> stretches(String body) {
        Text text = Text.of(body);
        return Marks.find(text).stream()
                .map(stretch -> text.slice(stretch.first(), stretch.last()))
                .toList();
    }

    @Test
    void everyKindOfMarkIsKnown() {
        for (String body : List.of(
                "He said \"yes now\" again",
                "He said “yes now” again",
                "Er sagte „yes now“ noch",
                "Il dit « yes now » encore",
                "Er sagte »yes now« noch",
                "Hij zei ‘yes now’ weer",
                "He said 'yes now' again",
                "Han sade ”yes now” igen",
                "彼は「yes now」と")) {
            assertEquals(List.of("yes now"), stretches(body), body);
        }
    }

    @Test
    void apostrophesAndInchesAreNoMarks() {
        assertEquals(List.of(), stretches("The 6'4\" player's shoes weren't the team’s, ’twas said in the ’90s."));
    }

    @Test
    void marksInsideBelongToTheStretch() {
        assertEquals(List.of("a ‘b’ c"), stretches("So “a ‘b’ c” it was."));
        assertEquals(List.of("a “b” c"), stretches("So “a “b” c” it was."));
    }

    @Test
    void stretchWithoutCloserEndsWithItsParagraph() {
        assertEquals(List.of("a b.", "c d."), stretches("“a b.\n\n“c d.”\n\nNo more."));
    }
}
