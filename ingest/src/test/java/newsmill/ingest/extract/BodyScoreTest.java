package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import newsmill.article.Json;
import org.junit.jupiter.api.Test;

/** The measure that bodies are judged by. */
class BodyScoreTest {
    private static final String STORY = "the ferry sails at noon from the old pier";

    private static ObjectNode gold(String body) {
        return Json.MAPPER.createObjectNode().put("body", body);
    }

    private static BodyScore score(JsonNode gold, String body) {
        BodyScore score = new BodyScore();
        score.add(gold, body);
        return score;
    }

    @Test
    void theGoldItselfIsPerfect() {
        assertEquals(1, score(gold(STORY), STORY).f1());
    }

    @Test
    void strayWordsCostPrecisionAndMissingOnesRecall() {
        BodyScore stray = score(gold(STORY), STORY + "\n\nread more about the ferry");
        assertEquals(6.0 / 11, stray.precision(), 1e-9);
        assertEquals(1, stray.recall());
        BodyScore missing = score(gold(STORY), "the ferry sails at noon");
        assertEquals(1, missing.precision());
        assertEquals(2.0 / 6, missing.recall(), 1e-9);
    }

    @Test
    void optionalTextIsNeitherNeededNorPunished() {
        ObjectNode gold = gold(STORY).put("optional", "what travellers should know before");
        assertEquals(
                6.0 / 9,
                score(gold, "what travellers should know before\n\n" + STORY).precision(),
                1e-9);
        assertEquals(1, score(gold, STORY).recall());
    }

    @Test
    void segmentsArePooledOverPages() {
        ObjectNode gold = Json.MAPPER.createObjectNode();
        gold.putArray("with").add("sails at  noon").add("from the new pier");
        gold.putArray("without").add("the old");
        BodyScore score = score(gold, STORY);
        assertEquals(0.5, score.precision());
        assertEquals(0.5, score.recall());
    }

    @Test
    void hanCharactersCountOneByOne() {
        assertEquals(0.5, score(gold("山高水长"), "山高水长远").precision(), 1e-9);
    }
}
