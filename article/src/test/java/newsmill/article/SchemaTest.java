package newsmill.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** The frozen forms are what consumers were promised: copy a schema there when a new optional field is released. */
    @ParameterizedTest
    @ValueSource(strings = {"raw.v1", "enriched.v1", "link.v1", "source.v1", "visit.v1", "source-health.v1"})
    void publishedSchemaBreaksNobody(String name) throws IOException {
        assertEquals(
                List.of(),
                BreakingChanges.between(json("frozen/" + name + ".schema.json"), json(name + ".schema.json")),
                "a breaking change is a new version of the topic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'properties':{}} | .id was removed",
                "{'properties':{'id':{'type':'integer'},'x':{'items':{'type':'string'}}}} | .id: type was",
                "{'properties':{'id':{'type':'string','maxLength':9},'x':{'items':{'type':'string'}}}} | .id: maxLength was",
                "{'properties':{'id':{'type':'string'},'x':{'items':{'type':['string','null']}}}} | .x[]: type was",
                "{'properties':{'id':{'type':'string'},'x':{'items':{'type':'string'}}},'required':['id']} | : required was",
                "{'properties':{'id':{'type':'string'},'x':{'items':{'type':'string'}}},'additionalProperties':false} | : additionalProperties was",
            })
    void removingNarrowingWideningAndRequiringAreBreakingChanges(String changed, String first) throws IOException {
        JsonNode frozen = tree("{'properties':{'id':{'type':'string'},'x':{'items':{'type':'string'}}}}");
        List<String> changes = BreakingChanges.between(frozen, tree(changed));
        assertTrue(changes.get(0).startsWith(first), changes.toString());
    }

    @Test
    void newOptionalFieldAndNewWordsAreNone() throws IOException {
        JsonNode frozen = tree("{'properties':{'id':{'type':'string'}},'required':['id']}");
        JsonNode current = tree(
                "{'properties':{'id':{'type':'string','description':'d'},'mood':{'type':'string'}},'required':['id']}");
        assertEquals(List.of(), BreakingChanges.between(frozen, current));
    }

    @ParameterizedTest
    @CsvSource({
        "raw-full.json, raw.v1", "raw-least.json, raw.v1", "raw-withdrawn.json, raw.v1",
        "enriched-full.json, enriched.v1", "enriched-withdrawn.json, enriched.v1", "enriched-emoji.json, enriched.v1",
        "enriched-full.json, raw.v1", "link.json, link.v1", "source.json, source.v1",
        "visit.json, visit.v1", "source-health.json, source-health.v1"
    })
    void goldenRecordsHoldToTheirSchema(String golden, String schema) throws IOException {
        assertEquals(List.of(), mistakes(schema, json("golden/" + golden).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw-full.json", "raw-least.json", "raw-withdrawn.json"})
    void goldenRawArticlesAreReadAndWrittenWithoutLoss(String golden) throws IOException {
        byte[] bytes = DataFile.bytes(DataFile.class, "golden/" + golden);
        assertEquals(Json.MAPPER.readTree(bytes), Json.MAPPER.readTree(Json.write(Json.read(bytes, Article.class))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enriched-full.json", "enriched-withdrawn.json", "enriched-emoji.json"})
    void goldenEnrichedArticlesAreReadAndWrittenWithoutLoss(String golden) throws IOException {
        byte[] bytes = DataFile.bytes(DataFile.class, "golden/" + golden);
        EnrichedArticle article = Json.read(bytes, EnrichedArticle.class);
        assertEquals(Json.MAPPER.readTree(bytes), Json.MAPPER.readTree(Json.write(article)));
        String body = article.article().body();
        article.countries()
                .forEach(country -> country.spans()
                        .forEach(span -> assertEquals(span.text(), body.substring(span.start(), span.end()))));
        article.quotes().forEach(quote -> assertEquals(quote.text(), body.substring(quote.start(), quote.end())));
    }

    @Test
    void goldenSourceHealthIsReadAndWrittenWithoutLoss() throws IOException {
        byte[] bytes = DataFile.bytes(DataFile.class, "golden/source-health.json");
        SourceHealth health = Json.read(bytes, SourceHealth.class);
        assertEquals(Json.MAPPER.readTree(bytes), Json.MAPPER.readTree(Json.write(health)));
        assertEquals(
                "urn:newsmill:schema:newsmill.source-health.v1",
                EventHeaders.get(EventHeaders.of(health), "ce_dataschema"));
        assertEquals("harbour-post:1772618400000", EventHeaders.get(EventHeaders.of(health), "ce_id"));
    }

    @Test
    void schemasNameExactlyTheFieldsOfTheRecords() throws IOException {
        assertEquals(fields(Article.class), properties("raw.v1", ""));
        Set<String> enriched = fields(EnrichedArticle.class);
        enriched.remove("article");
        enriched.addAll(fields(Article.class));
        assertEquals(enriched, properties("enriched.v1", ""));
        assertEquals(fields(Source.class), properties("raw.v1", "/properties/source"));
        assertEquals(fields(SourceHealth.class), properties("source-health.v1", ""));
        assertEquals(fields(Rights.OptOut.class), properties("raw.v1", "/properties/rights/properties/optOuts/items"));
        assertEquals(fields(MediaTopic.class), properties("enriched.v1", "/properties/topics/items"));
        assertEquals(fields(Country.class), properties("enriched.v1", "/properties/countries/items"));
        assertEquals(fields(Quote.class), properties("enriched.v1", "/properties/quotes/items"));
        assertEquals(
                fields(Quote.Speaker.class), properties("enriched.v1", "/properties/quotes/items/properties/speaker"));
        assertEquals(fields(Enriched.class), properties("enriched.v1", "/properties/enriched"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"revision\":1,\"status\":\"usable\"}",
                "{\"id\":\"7\",\"revision\":0,\"status\":\"usable\"}",
                "{\"id\":\"7\",\"revision\":1,\"status\":\"lost\"}",
                "{\"id\":\"7\",\"revision\":1,\"status\":\"usable\",\"byline\":\"Bo\"}",
                "{\"id\":\"7\",\"revision\":1,\"status\":\"usable\",\"publishedAt\":\"yesterday\"}",
                "[]"
            })
    void whatIsNoRawArticleFailsTheSchema(String json) {
        assertFalse(mistakes("raw.v1", json).isEmpty());
    }

    private static List<String> mistakes(String schema, String json) {
        Schema read = REGISTRY.getSchema(
                new String(DataFile.bytes(DataFile.class, schema + ".schema.json"), StandardCharsets.UTF_8));
        return read
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Set<String> fields(Class<? extends Record> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
        return names;
    }

    private static Set<String> properties(String schema, String pointer) throws IOException {
        Set<String> names = new TreeSet<>();
        json(schema + ".schema.json").at(pointer + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(String name) throws IOException {
        return Json.MAPPER.readTree(DataFile.bytes(DataFile.class, name));
    }

    private static JsonNode tree(String quoted) throws IOException {
        return Json.MAPPER.readTree(quoted.replace('\'', '"'));
    }
}
