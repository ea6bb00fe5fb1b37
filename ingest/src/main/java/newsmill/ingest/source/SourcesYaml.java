package newsmill.ingest.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsmill.article.Json;

/** {@code sources.yaml}: a list of sources; every mistake is told with its line. */
final class SourcesYaml {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());
    private static final Set<String> FIELDS =
            Set.of("id", "url", "type", "name", "language", "country", "every", "tags", "pattern");

    private SourcesYaml() {}

    static Sources read(String file, String text) throws WrongSources {
        List<SourceEntry> entries = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        try (JsonParser parser = YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_ARRAY) {
                throw new WrongSources(List.of(file + ": should be a list of sources, each with - id: and url:"));
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String place = file + ":" + parser.currentLocation().getLineNr() + ": ";
                read(parser.readValueAsTree(), place, entries, mistakes);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            mistakes.add(file + ":" + line + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("not YAML"));
        } catch (WrongSources e) {
            throw e;
        } catch (IOException e) {
            mistakes.add(file + ": " + e.getMessage());
        }
        Sources.clashes(entries).forEach(clash -> mistakes.add(file + ": " + clash));
        if (!mistakes.isEmpty()) {
            throw new WrongSources(mistakes);
        }
        return new Sources(entries);
    }

    private static void read(JsonNode node, String place, List<SourceEntry> entries, List<String> mistakes) {
        if (!node.isObject()) {
            mistakes.add(place + "should be a source with id and url, not " + node);
            return;
        }
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                unknown.add(place + "no such field: " + field);
            }
        });
        mistakes.addAll(unknown);
        try {
            entries.add(new SourceEntry(
                    text(node, "id"),
                    text(node, "url"),
                    type(text(node, "type")),
                    text(node, "name"),
                    text(node, "language"),
                    text(node, "country"),
                    text(node, "every"),
                    tags(node.path("tags")),
                    text(node, "pattern")));
        } catch (IllegalArgumentException e) {
            mistakes.add(place + e.getMessage());
        }
    }

    /** YAML reads {@code country: NO} as false, and {@code id: 1} as a number: the words are meant. */
    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isBoolean() && field.equals("country")) {
            return value.asBoolean() ? "YES" : "NO";
        }
        if (value.isContainerNode()) {
            throw new IllegalArgumentException(field + ": should be one word or line");
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText().strip();
    }

    private static SourceType type(String name) {
        for (SourceType type : SourceType.values()) {
            if (name == null || type.name().equalsIgnoreCase(name)) {
                return name == null ? SourceType.AUTO : type;
            }
        }
        throw new IllegalArgumentException("type '" + name + "': should be auto, feed, sitemap or page");
    }

    private static List<String> tags(JsonNode node) {
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            throw new IllegalArgumentException("tags: should be a list such as [europe, daily]");
        }
        List<String> tags = new ArrayList<>();
        node.forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    static String write(Sources sources) {
        try {
            List<JsonNode> nodes = new ArrayList<>();
            for (SourceEntry entry : sources.entries()) {
                var node = (com.fasterxml.jackson.databind.node.ObjectNode) Json.MAPPER.valueToTree(entry);
                if (entry.tags().isEmpty()) {
                    node.remove("tags");
                }
                if (entry.type() == SourceType.AUTO) {
                    node.remove("type");
                }
                nodes.add(node);
            }
            return YAML.writeValueAsString(nodes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sources cannot be written as YAML", e);
        }
    }
}
