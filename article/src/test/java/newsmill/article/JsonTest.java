package newsmill.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Test
    void rawArticleComesBackAsItWas() throws IOException {
        assertEquals(Samples.raw(), Json.read(Json.write(Samples.raw()), Article.class));
    }

    @Test
    void enrichedArticleIsOneFlatObjectAndComesBackAsItWas() throws IOException {
        byte[] json = Json.write(Samples.enriched());
        List<String> fields = new ArrayList<>();
        Json.MAPPER.readTree(json).fieldNames().forEachRemaining(fields::add);
        assertEquals("id", fields.get(0));
        assertFalse(fields.contains("article"));
        assertEquals(
                List.of("rights", "topics", "countries", "quotes", "enriched"),
                fields.subList(fields.size() - 5, fields.size()));
        assertEquals(Samples.enriched(), Json.read(json, EnrichedArticle.class));
    }

    @Test
    void rawArticleCanBeReadOutOfAnEnrichedOne() throws IOException {
        assertEquals(Samples.raw(), Json.read(Json.write(Samples.enriched()), Article.class));
    }

    @Test
    void idAndBodyAreEnough() throws IOException {
        Article article = Json.read(utf8("{\"id\":\"7\",\"body\":\"Rain.\",\"mood\":{\"x\":[1]}}"), Article.class);
        assertEquals(Article.of("7").body("Rain.").build(), article);
        assertEquals(
                "{\"id\":\"7\",\"revision\":1,\"status\":\"usable\",\"byline\":[],\"keywords\":[],\"body\":\"Rain.\"}",
                new String(Json.write(article), StandardCharsets.UTF_8));
    }

    @Test
    void emojiAreWrittenInUtf8AndHalvesOfPairsAreReplaced() throws IOException {
        Article odd = Article.of("7")
                .title("\uD83D\uDE00 ok")
                .body("a\uD83Db\uDE00c\uD83D")
                .build();
        String json = new String(Json.write(odd), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"title\":\"\uD83D\uDE00 ok\""), json);
        assertEquals(
                "a\uFFFDb\uFFFDc\uFFFD", Json.read(utf8(json), Article.class).body());
        assertEquals(ContentHash.of(odd.title(), odd.body()), ContentHash.of(odd.title(), "a\uFFFDb\uFFFDc\uFFFD"));
    }

    @Test
    void controlCharactersSurvive() throws IOException {
        Article odd = Article.of("7").body("a\u0000b\u001b[31m\u202e\r\n\u2028").build();
        assertEquals(odd, Json.read(Json.write(odd), Article.class));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json                        | Unrecognized token 'not'",
                "{\"id\":\"7\"                   | Unexpected end-of-input",
                "[]                              | should be an object (Article)",
                "\"text\"                        | should be an object (Article)",
                "{}                              | an article without an id",
                "{\"id\":\" \"}                  | an article without an id",
                "{\"id\":7}                      | id: should be text",
                "{\"id\":\"7\",\"id\":\"8\"}     | Duplicate field 'id'",
                "{\"id\":\"7\",\"x\":{\"a\":1,\"a\":2}} | Duplicate field 'a'",
                "{\"id\":\"7\",\"title\":{}}     | title: should be text",
                "{\"id\":\"7\",\"byline\":\"Bo\"}| byline: should be a list",
                "{\"id\":\"7\",\"byline\":[1]}   | byline.[0]: should be text",
                "{\"id\":\"7\",\"revision\":1.5} | revision: should be a whole number",
                "{\"id\":\"7\",\"revision\":\"2\"} | revision: should be a whole number",
                "{\"id\":\"7\",\"fetchedAt\":\"monday\"} | fetchedAt: should be a time",
                "{\"id\":\"7\"} {\"id\":\"8\"}   | something follows the object",
            })
    void mistakesAreNamed(String json, String message) {
        String found = assertThrows(IOException.class, () -> Json.read(utf8(json), Article.class))
                .getMessage();
        assertTrue(found.startsWith(message), found);
        assertTrue(found.matches("[^\\n]{1,310}"), found);
    }

    @Test
    void tenThousandLevelsAreRefusedAtOnce() {
        for (String deep :
                List.of("[".repeat(10_000), "{\"a\":".repeat(10_000), "{\"id\":\"7\",\"x\":" + "[".repeat(10_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
                IOException e = assertThrows(IOException.class, () -> Json.read(utf8(deep), Article.class));
                assertTrue(
                        e.getMessage().contains("nesting depth")
                                || e.getMessage().contains("should be an object"),
                        e.getMessage());
            });
        }
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] json = utf8("{\"id\":\"7x\"}");
        json[8] = (byte) 0xFF;
        String message = assertThrows(IOException.class, () -> Json.read(json, Article.class))
                .getMessage();
        assertTrue(message.startsWith("id: Invalid UTF-8"), message);
    }

    @Test
    void serdeNamesTheTopicAndKeepsTombstones() {
        JsonSerde<Article> serde = new JsonSerde<>(Article.class);
        assertEquals(null, serde.deserializer().deserialize("newsmill.raw.v1", null));
        assertEquals(null, serde.serializer().serialize("newsmill.raw.v1", null));
        String message = assertThrows(
                        SerializationException.class,
                        () -> serde.deserializer().deserialize("newsmill.raw.v1", utf8("{}")))
                .getMessage();
        assertEquals("newsmill.raw.v1: not a usable Article: an article without an id", message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRecordWithALongTextTurnsIntoATreeAndIntoAStringToo() throws IOException {
        Article article = Article.of("a").body("“long”, ".repeat(100)).build();
        assertEquals(
                article.body(), Json.MAPPER.valueToTree(article).get("body").asText());
        assertEquals(Json.MAPPER.writeValueAsString(article), new String(Json.write(article), StandardCharsets.UTF_8));
    }
}
