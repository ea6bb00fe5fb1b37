package newsmill.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManuscriptTest {
    @Test
    void aBodyIsMadeOnlyForWhoAsksForIt() throws IOException {
        byte[] json = utf8("{\"id\":\"7\",\"title\":\"Ice\",\"body\":\"The lake \\\"froze\\\" – é\",\"extra\":[1]}");
        Manuscript manuscript = Manuscript.of(json);
        assertNull(manuscript.head().body());
        assertEquals("Ice", manuscript.head().title());
        assertEquals("The lake \"froze\" – é", manuscript.article().body());
        assertSame(json, manuscript.bytes());
        assertNull(manuscript.tags());
    }

    @Test
    void aTaggedArticleKeepsItsTagsAndItsBody() throws IOException {
        byte[] json = utf8("{\"id\":\"7\",\"body\":\"Ice.\",\"countries\":[{\"code\":\"FI\",\"score\":0.5}],"
                + "\"enriched\":{\"by\":\"0.1.0\"}}");
        Manuscript manuscript = Manuscript.of(json);
        assertEquals("0.1.0", manuscript.tags().by());
        assertEquals("FI", manuscript.enriched().countries().get(0).code());
        assertEquals("Ice.", manuscript.enriched().article().body());
        assertEquals("Ice.", manuscript.article().body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"7\",\"body\":5}",
                "{\"id\":\"7\",\"body\":true}",
                "{\"id\":\"7\",\"body\":{\"text\":\"Ice\"}}",
                "{\"id\":\"7\",\"body\":[\"Ice\"]}",
                "{\"id\":\"7\",\"body\":\"Ice",
                "{\"id\":\"7\",\"body\":\"a\\qb\"}",
                "{\"id\":\"7\",\"body\":\"Ice\",\"body\":\"Snow\"}",
                "{\"id\":\"7\",\"body\":\"a\tb\"}",
                "{\"id\":\"7\",\"body\":\"Ice\"} x",
            })
    void aBodyThatIsPassedOverIsCheckedAllTheSame(String json) {
        assertThrows(IOException.class, () -> Manuscript.of(utf8(json)));
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() {
        byte[] json = "{\"id\":\"7\",\"body\":\"caf\u00e9 au lait\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(IOException.class, () -> Manuscript.of(json));
    }

    @Test
    void halfACharacterDoesNotGoOnAsItIs() throws IOException {
        Manuscript manuscript = Manuscript.of(utf8("{\"id\":\"7\",\"body\":\"a\\ud83d b\"}"));
        assertNull(manuscript.bytes());
        assertEquals("7", manuscript.head().id());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
