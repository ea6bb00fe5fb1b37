package newsmill.local.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import newsmill.article.Json;
import newsmill.enrich.Enricher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class EnrichStepTest {
    private final EnrichStep step = new EnrichStep(Enricher.standard());

    @Test
    void articleNeedsNoMoreThanIdAndBodyAndKeepsItsId() throws IOException {
        JsonNode record = record("{\"id\": \"my own/id\", \"body\": \"Rain fell on Lyon.\"}");
        assertEquals("my own/id", record.path("id").asText());
        assertEquals("Rain fell on Lyon.", record.path("body").asText());
    }

    @Test
    void outputDependsOnInputAlone() throws IOException {
        assertTrue(record("{\"id\":\"a\",\"body\":\"b\"}")
                .path("enriched")
                .path("at")
                .isMissingNode());
    }

    @Test
    void fieldsOfALaterVersionArePassedOver() {
        assertNull(step.apply(line("{\"id\":\"a\",\"body\":\"b\",\"mood\":{\"good\":true}}"))
                .error());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "null | not a raw article: should be an object (Article), is null",
                "[] | not a raw article: should be an object (Article) (at byte 0)",
                "7 | not a raw article: should be an object (Article) (at byte 0)",
                "{\"body\":\"b\"} | not a raw article: an article without an id",
                "{\"id\":\"a\",\"byline\":\"b\"} | not a raw article: byline: should be a list (at byte 19)",
                "{\"id\":\"a\",\"source\":3} | not a raw article: source: should be an object (Source) (at byte 19)",
            })
    void whatIsNoArticleIsNamedWithTheReason(String json, String reason) throws IOException {
        Outcome outcome = step.apply(line(json));
        assertEquals("test:1: " + reason, outcome.error());
        assertEquals(
                reason, Json.MAPPER.readTree(outcome.record()).path("error").asText());
    }

    @Test
    void idOfARecordThatIsWrongElsewhereIsKept() throws IOException {
        JsonNode record = record("{\"byline\": [[1]], \"id\": \"a\", \"body\": 3x");
        assertEquals("a", record.path("id").asText());
        assertTrue(record.has("error"));
    }

    @Test
    void twoRecordsOnALineAreNotTakenForOne() throws IOException {
        assertTrue(record("{\"id\":\"a\"}{\"id\":\"b\"}").has("error"));
    }

    @Test
    void nestingTenThousandLevelsDeepIsAnErrorAndNoOverflow() throws IOException {
        assertTrue(record("{\"id\":\"a\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                .has("error"));
    }

    @Test
    void bytesThatAreNoTextAreAnError() throws IOException {
        assertTrue(Json.MAPPER
                .readTree(step.apply(new Line("test:1", new byte[] {0, 0, 0, 0}, 4))
                        .record())
                .has("error"));
        assertTrue(Json.MAPPER
                .readTree(
                        step.apply(new Line("test:1", "{\"id\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1), 10))
                                .record())
                .has("error"));
    }

    @Test
    void separatorsThatSomeReadersTakeForLineEndsAreEscaped() {
        String record = new String(
                step.apply(line("{\"id\":\"a\",\"body\":\"one\u2028two\u2029three\u0085four\u00e9\u2027\"}"))
                        .record(),
                StandardCharsets.UTF_8);
        assertTrue(record.contains("one\\u2028two\\u2029three\\u0085four\u00e9\u2027"), record);
    }

    @Test
    void escapeCodesNeverReachTheTerminal() {
        assertEquals(
                "te?st: not a raw article: an article without an id",
                step.apply(new Line("te\u001bst", "{}".getBytes(StandardCharsets.UTF_8), 2))
                        .error());
    }

    private JsonNode record(String json) throws IOException {
        return Json.MAPPER.readTree(step.apply(line(json)).record());
    }

    private static Line line(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Line("test:1", bytes, bytes.length);
    }
}
