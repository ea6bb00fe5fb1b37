package newsmill.ingest.frontier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import newsmill.article.CanonicalUrl;
import newsmill.article.Json;
import newsmill.article.Source;

/**
 * A link to fetch: the value of a record on the links topic.
 *
 * @param url absolute, http or https
 * @param source where it was found, or null
 * @param published the date its finder gave, ISO 8601, or null
 * @param title the title its finder gave, or null
 * @param hops how often it was passed on already: by a redirect to another host
 */
public record LinkEntry(String url, Source source, String published, String title, int hops) {
    /**
     * Reads what anyone may have written: {@code source} may be an object or just an id.
     *
     * @throws UnusableRecord if it is no JSON, or has no address that can be fetched
     */
    static LinkEntry read(byte[] json) {
        try {
            JsonNode node = Json.MAPPER.readTree(json == null ? new byte[0] : json);
            return new LinkEntry(
                    checked(text(node, "url")),
                    source(node.path("source")),
                    text(node, "published"),
                    text(node, "title"),
                    Math.max(0, node.path("hops").asInt(0)));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableRecord("not a link: " + e.getMessage());
        }
    }

    private static String checked(String url) {
        CanonicalUrl.of(url);
        return url;
    }

    private static Source source(JsonNode node) throws IOException {
        if (node.isTextual()) {
            return new Source(node.asText(), null, null, null);
        }
        return node.isObject() ? Json.MAPPER.treeToValue(node, Source.class) : null;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText().strip() : null;
    }
}
