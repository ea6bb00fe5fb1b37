package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("ninjs-as-written.schema.json"));

    @Test
    void articleBecomesAnItemOfTheStandard() throws IOException {
        assertEquals(Json.MAPPER.readTree(text("ferry.ninjs.json")), ninjs(text("ferry.json"), 3));
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

    /** What pages say is not always what a standard allows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"../../a b?c#d\"}",
                "{\"id\":\"7\",\"publishedAt\":\"2026-11-23\"}",
                "{\"id\":\"7\",\"publishedAt\":\"yesterday\"}",
                "{\"id\":\"7\",\"image\":\"/praam.jpg\",\"url\":\"not a url\"}",
                "{\"id\":\"7\",\"image\":\"https://example.ee/praam ja meri.jpg\"}",
                "{\"id\":\"7\",\"image\":\"https://example.ee/p\u00e4ev.jpg\"}",
                "{\"id\":\"7\",\"title\":\"\",\"body\":\"\",\"source\":{}}",
                "{\"id\":\"7\",\"topics\":[{\"id\":\"medtop:1 2\",\"score\":7.5}],\"countries\":[{\"name\":\"Nowhere\"}]}",
                "{\"id\":\"7\",\"quotes\":[{\"text\":\"x\",\"speaker\":{\"mention\":\"he\"}}]}"
            })
    void whateverAPageSaysTheItemIsValid(String article) throws IOException {
        ninjs(article, 1);
    }

    private static JsonNode ninjs(String article, int revision) throws IOException {
        EnrichedArticle enriched = Json.read(article.getBytes(StandardCharsets.UTF_8), EnrichedArticle.class);
        String item = new String(Json.write(Ninjs.of(enriched, revision)), StandardCharsets.UTF_8);
        assertEquals(
                List.of(),
                SCHEMA.validate(
                        item,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))),
                item);
        return Json.MAPPER.readTree(item);
    }

    private static String text(String name) {
        try (InputStream in = NinjsTest.class.getResourceAsStream("/newsmill/sink/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
