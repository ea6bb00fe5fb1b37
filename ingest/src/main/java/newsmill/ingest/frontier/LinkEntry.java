package newsmill.ingest.frontier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import newsmill.article.CanonicalUrl;
import newsmill.article.Json;
import newsmill.article.Source;
import newsmill.ingest.fetch.ShownAddress;
import newsmill.ingest.fetch.WebAddress;

/**
 * A link to fetch: the value of a record on the links topic.
 *
 * @param url absolute, http or https
 * @param source where it was found, or null
 * @param published the date its finder gave, ISO 8601, or null
 * @param title the title its finder gave, or null
 * @param hops how often it was passed on already: by redirects
 * @param errand what one owner of hosts asks of another; null in links that others write
 */
public record LinkEntry(String url, Source source, String published, String title, int hops, Errand errand) {
    /** Credentials are the reader's, and would end in the article. */
    public LinkEntry {
        url = url.indexOf('@') < 0 || !url.matches("(?i)https?:[/\\\\]*[^/\\\\?#]*@.*")
                ? url
                : WebAddress.uri(url).toString();
    }

    LinkEntry(String url, Source source, String published, String title) {
        this(url, source, published, title, 0, null);
    }

    /** The same article's link at another address. */
    LinkEntry at(String address, int hop, Errand asked) {
        return new LinkEntry(address, source, published, title, hop, asked);
    }

    /** The address whose owner it goes to. */
    String owner() {
        return errand == null || errand.was() == null ? url : errand.was();
    }

    /** True if it is no link to an article, but a source that was redirected. */
    boolean hasGuest() {
        return errand != null && errand.guest() != null;
    }

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
                    Math.max(0, node.path("hops").asInt(0)),
                    node.path("errand").isObject() ? Json.MAPPER.treeToValue(node.get("errand"), Errand.class) : null);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableRecord("not a link: " + ShownAddress.of(e.getMessage()));
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
