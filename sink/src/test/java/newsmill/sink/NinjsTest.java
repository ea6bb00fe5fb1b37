package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsTest {
    @Test
    void articleBecomesAnItemOfTheStandard() throws IOException {
        assertEquals(
                Json.MAPPER.readTree(NinjsSchema.text("ferry.ninjs.json")), ninjs(NinjsSchema.text("ferry.json"), 3));
    }

    @Test
    void ofAnArticleWithNothingButAnIdNothingIsMadeUp() throws IOException {
        ObjectNode expected = (ObjectNode) Json.MAPPER.readTree(
                "{\"uri\":\"urn:newsmill:7\",\"type\":\"text\"," + "\"version\":\"1\",\"pubStatus\":\"usable\"}");
        expected.set("standard", ninjs(NinjsSchema.text("ferry.json"), 3).get("standard"));
        assertEquals(expected, ninjs("{\"id\":\"7\"}", 1));
        assertEquals(
                expected,
                ninjs(
                        "{\"id\":\"7\",\"title\":\"\",\"body\":\"\",\"byline\":[],\"url\":\"\",\"canonicalUrl\":\"\","
                                + "\"language\":\"\",\"source\":{\"id\":\"\"}}",
                        1));
    }

    @Test
    void textFromRightToLeftStaysAsItIs() throws IOException {
        String article = NinjsSchema.text("ferry-in-arabic.json");
        JsonNode item = ninjs(article, 1);
        String body = Json.MAPPER.readTree(article).path("body").asText();
        assertEquals(body, item.at("/bodies/0/value").asText());
        assertEquals(body.length(), item.at("/bodies/0/charCount").asInt());
        assertEquals("ليلى حدّاد", item.at("/people/0/name").asText());
        assertEquals("partial", item.path("representationType").asText());
    }

    @Test
    void laterRevisionIsTheSameItemsLaterVersion() throws IOException {
        JsonNode first = ninjs("{\"id\":\"7\",\"revision\":1,\"fetchedAt\":\"2026-11-23T07:00:00Z\"}", 1);
        JsonNode second = ninjs("{\"id\":\"7\",\"revision\":2,\"fetchedAt\":\"2026-11-23T09:00:00Z\"}", 2);
        assertEquals(first.path("uri"), second.path("uri"));
        assertEquals("2", second.path("version").asText());
        assertEquals("2026-11-23T09:00:00Z", second.path("versionCreated").asText());
    }

    @Test
    void withdrawnArticleIsCanceled() throws IOException {
        JsonNode item = ninjs("{\"id\":\"7\",\"revision\":4,\"status\":\"withdrawn\"}", 4);
        assertEquals("4", item.path("version").asText());
        assertEquals("canceled", item.path("pubStatus").asText());
    }

    @Test
    void bodyThatIsNotWholeMakesAPartialItem() throws IOException {
        JsonNode item = ninjs("{\"id\":\"7\",\"body\":\"The first words\",\"bodyVerdict\":\"paywall\"}", 1);
        assertEquals("partial", item.path("representationType").asText());
    }

    @Test
    void topicOfTheUsersOwnIsNoneOfIptcs() throws IOException {
        JsonNode subject = ninjs(
                        "{\"id\":\"7\",\"topics\":[{\"id\":\"acme:ferries\",\"name\":\"ferries\",\"score\":0.5}]}", 1)
                .at("/subjects/0");
        assertEquals("acme:ferries", subject.path("literal").asText());
        assertTrue(subject.path("uri").isMissingNode());
    }

    /** What pages say is not always what a standard allows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"../../a b?c#d\"}",
                "{\"id\":\"7\",\"publishedAt\":\"2026-11-23\"}",
                "{\"id\":\"7\",\"publishedAt\":\"yesterday\"}",
                "{\"id\":\"7\",\"publishedAt\":\"2026-11-23T08:30:00+02:00:30\"}",
                "{\"id\":\"7\",\"publishedAt\":\"-0044-03-15T12:00:00Z\"}",
                "{\"id\":\"7\",\"publishedAt\":\"+12026-11-23T12:00:00Z\"}",
                "{\"id\":\"7\",\"fetchedAt\":\"+12026-11-23T12:00:00Z\"}",
                "{\"id\":\"7\",\"image\":\"/praam.jpg\",\"url\":\"not a url\"}",
                "{\"id\":\"7\",\"image\":\"https://example.ee/praam ja meri.jpg\"}",
                "{\"id\":\"7\",\"image\":\"https://example.ee/p\u00e4ev.jpg\"}",
                "{\"id\":\"7\",\"image\":\"https://example.ee/praam[1].jpg?a={b}\"}",
                "{\"id\":\"7\",\"image\":\"https://[::1]:80/praam.jpg\"}",
                "{\"id\":\"7\",\"title\":\"\",\"body\":\"\",\"source\":{}}",
                "{\"id\":\"7\",\"topics\":[{\"id\":\"medtop:1 2\",\"score\":7.5}],\"countries\":[{\"name\":\"Nowhere\"}]}",
                "{\"id\":\"7\",\"quotes\":[{\"text\":\"x\",\"speaker\":{\"mention\":\"he\"}}]}"
            })
    void whateverAPageSaysTheItemIsValid(String article) throws IOException {
        ninjs(article, 1);
    }

    /** Without these the tests above would prove nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/uri | ",
                "/uri | \"ferry 7\"",
                "/quotes | []",
                "/version | 3",
                "/pubStatus | \"withdrawn\"",
                "/representationType | \"short\"",
                "/contentCreated | \"2026-11-23\"",
                "/versionCreated | \"2026-11-23T07:00:00\"",
                "/by | [\"Liis Kask\"]",
                "/headlines/0/value | ",
                "/bodies/0/charCount | \"54\"",
                "/bodies/0/spans | []",
                "/places/0/uri | \"Estonia\"",
                "/places/0/salience | 1",
                "/subjects/0/confidence | 101",
                "/subjects/0/confidence | 0.91",
                "/associations/0/type | \"photo\"",
                "/associations/0/name | "
            })
    void itemThatTheStandardDoesNotAllowIsRefused(String place, String value) throws IOException {
        ObjectNode item = (ObjectNode) Json.MAPPER.readTree(NinjsSchema.text("ferry.ninjs.json"));
        int slash = place.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) item.at(place.substring(0, slash));
        String name = place.substring(slash + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, Json.MAPPER.readTree(value));
        }
        assertEquals(NinjsSchema.count(), NinjsSchema.errors(item.toString()).size(), item.toString());
    }

    private static JsonNode ninjs(String article, int revision) throws IOException {
        EnrichedArticle enriched = Json.read(article.getBytes(StandardCharsets.UTF_8), EnrichedArticle.class);
        String item = new String(Json.write(Ninjs.of(enriched, revision)), StandardCharsets.UTF_8);
        assertEquals(List.of(), NinjsSchema.errors(item), item);
        return Json.MAPPER.readTree(item);
    }
}
