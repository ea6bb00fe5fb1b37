package newsmill.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path FILE = Path.of("../docs/asyncapi.yaml");
    private final JsonNode api = read();

    @Test
    void everyTopicIsAChannelWithItsConfiguration() {
        List<NewTopic> topics = new TopicSetup(TopicSettings.from(new Settings(Map.of()))).topics(Topics.DEFAULT);
        List<String> channels = new ArrayList<>();
        api.path("channels")
                .forEach(channel -> channels.add(channel.path("address").asText()));
        assertEquals(topics.stream().map(NewTopic::name).toList(), channels);
        for (NewTopic topic : topics) {
            JsonNode kafka = api.path("channels")
                    .findParents("address")
                    .get(channels.indexOf(topic.name()))
                    .at("/bindings/kafka/topicConfiguration");
            List<String> policies = new ArrayList<>();
            kafka.path("cleanup.policy").forEach(policy -> policies.add(policy.asText()));
            assertEquals(topic.configs().get("cleanup.policy"), String.join(",", policies), topic.name());
            if (kafka.has("max.message.bytes")) {
                assertEquals(
                        topic.configs().get("max.message.bytes"),
                        kafka.path("max.message.bytes").asText());
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        List<String> references = api.findValuesAsText("$ref");
        assertTrue(references.size() > 15);
        for (String reference : references) {
            if (reference.startsWith("#")) {
                assertTrue(!api.at(reference.substring(1)).isMissingNode(), reference);
            } else {
                Path schema = FILE.resolveSibling(reference);
                String id = Json.MAPPER
                        .readTree(Files.readAllBytes(schema))
                        .path("$id")
                        .asText();
                assertTrue(id.startsWith("urn:newsmill:schema:"), reference);
            }
        }
    }

    @Test
    void headersAreTheOnesThatAreWritten() {
        Headers headers = EventHeaders.of(EventHeaders.ENRICHED, Samples.raw(), Instant.EPOCH);
        EventHeaders.put(headers, EventHeaders.ENRICHER, "newsmill/0.1.0");
        EventHeaders.put(headers, EventHeaders.REPLAY, "1");
        Set<String> written = new TreeSet<>();
        headers.forEach(header -> written.add(header.key()));
        Set<String> documented = new TreeSet<>();
        api.at("/components/schemas/articleHeaders/properties").fieldNames().forEachRemaining(documented::add);
        assertEquals(documented, written);
    }

    @Test
    void dataSchemaHeaderIsTheIdOfTheSchema() throws IOException {
        for (String type : List.of(EventHeaders.RAW, EventHeaders.ENRICHED)) {
            String schema = type.replace("newsmill.article.", "") + ".schema.json";
            assertEquals(
                    Json.MAPPER
                            .readTree(DataFile.bytes(DataFile.class, schema))
                            .path("$id")
                            .asText(),
                    EventHeaders.get(EventHeaders.of(type, Samples.raw(), Instant.EPOCH), "ce_dataschema"));
        }
    }

    @Test
    void documentHasTheShapeOfAsyncApi3() {
        assertEquals("3.0.0", api.path("asyncapi").asText());
        api.path("operations").forEach(operation -> {
            assertTrue(
                    Set.of("send", "receive").contains(operation.path("action").asText()));
            assertTrue(operation.at("/channel/$ref").asText().startsWith("#/channels/"));
        });
        api.path("channels")
                .forEach(channel -> assertTrue(channel.path("messages").size() > 0));
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
