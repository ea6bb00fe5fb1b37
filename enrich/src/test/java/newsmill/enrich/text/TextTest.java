package newsmill.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '=', textBlock = """
            Ukraine's army = Ukraine|'s|army
            Ukraine’s army = Ukraine|’s|army
            L’Ukraine et l'Iran = L’|Ukraine|et|l'|Iran
            un coup d'État qu'il voit = un|coup|d'|État|qu'|il|voit
            dell'Ucraina = dell'|Ucraina
            US-backed forces = US|-|backed|forces
            the U.S. said = the|U.S.|said
            U.S.-led = U.S.|-|led
            John F. Kennedy = John|F.|Kennedy
            I don't know O'Brien = I|don't|know|O'Brien
            they're here, we'd go = they|'re|here|,|we|'d|go
            1,000.50 or 30th. = 1,000.50|or|30th|.
            COVID-19 = COVID|-|19
            “Yes,” he said = “|Yes|,|”|he|said
            the workers' strike = the|workers|'|strike
            ロシア軍が来た = ロ|シ|ア|軍|が|来|た
            习近平说 = 习|近|平|说
            قال الرئيس = قال|الرئيس
            e.g. this = e.g.|this
            a😀b = a|😀|b
            """)
    void wordsAreCutAsPhrasesAreLookedUp(String string, String expected) {
        Text text = Text.of(string);
        assertEquals(
                expected, IntStream.range(0, text.size()).mapToObj(text::token).collect(Collectors.joining("|")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He left. She stayed.",
                "“I agree.” Mr. Smith of the U.S. Senate left at 5 p.m. on Jan. 5.",
                "“Stop!” he cried. Then silence.",
                "Am 3. Oktober sprach Dr. Weber. Danach war Ruhe.",
                "他来了。她走了。",
                "It is over.\n\nSo it is",
            })
    void aTextOfTwoSentencesHasTwo(String string) {
        assertEquals(2, Text.of(string).sentences(), () -> sentences(Text.of(string)));
    }

    @Test
    void everyTokenHasItsSentenceAndParagraph() {
        Text text = Text.of("One two. Three.\n\nFour five six. Seven");
        assertEquals(2, text.paragraphs());
        assertEquals(4, text.sentences());
        assertEquals("Four", text.token(text.paragraphStart(1)));
        int seven = text.size() - 1;
        assertEquals(3, text.sentenceOf(seven));
        assertEquals(1, text.paragraphOf(seven));
        assertEquals(text.size(), text.sentenceStart(4));
    }

    @Test
    void linesWrappedAtAWidthAreOneParagraph() {
        String line = "a line of a wire story that was wrapped at its width by some\n";
        assertEquals(1, Text.of(line.repeat(6) + "end.").paragraphs());
        assertEquals(3, Text.of("One line.\nAnother line.\nA third.").paragraphs());
    }

    @Test
    void spellingsThatDifferInCaseApostropheOrCompositionHashAlike() {
        assertEquals(TokenHash.of("o'brien"), TokenHash.of("O’Brien"));
        assertEquals(TokenHash.of("élysée"), TokenHash.of("E\u0301lyse\u0301e"));
        assertEquals(Text.of("E\u0301lyse\u0301e").hash(0), Text.of("Élysée").hash(0));
        assertEquals(TokenHash.of("newspaper"), Text.of("news\u00adpaper").hash(0));
    }

    @Test
    void casesAreToldApart() {
        Text text = Text.of("word Word WORD McDonald F. U.S. iPhone A 12 习 قال ,");
        Text.Kind[] kinds = {
            Text.Kind.LOWER,
            Text.Kind.CAPITALISED,
            Text.Kind.UPPER,
            Text.Kind.MIXED_CAPITALISED,
            Text.Kind.INITIAL,
            Text.Kind.DOTTED,
            Text.Kind.MIXED,
            Text.Kind.CAPITALISED,
            Text.Kind.NUMBER,
            Text.Kind.IDEOGRAPH,
            Text.Kind.CASELESS,
            Text.Kind.PUNCTUATION
        };
        for (int t = 0; t < kinds.length; t++) {
            assertEquals(kinds[t], text.kind(t), text.token(t));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a", "(", "’", "\ud800", "\u0000", "A.", "1.", ". ", "\n", "\u00ad", "'s", "e\u0301"})
    void hostileTextsTakeLinearTime(String unit) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Text.of(unit.repeat(1 << 20)));
    }

    private static String sentences(Text text) {
        return IntStream.range(0, text.sentences())
                .mapToObj(s -> text.slice(text.sentenceStart(s), text.sentenceStart(s + 1) - 1))
                .collect(Collectors.joining(" | "));
    }
}
