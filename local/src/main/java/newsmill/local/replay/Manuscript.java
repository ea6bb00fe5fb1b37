package newsmill.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;

/**
 * An article as an archive holds it.
 *
 * @param article the raw article
 * @param enriched the same with its tags, or null if it has none
 * @param bytes the JSON as it stood there, if it can go on as it is; else null
 */
record Manuscript(Article article, EnrichedArticle enriched, byte[] bytes) {
    private static final String TAGGED = "\"enriched\"";

    /**
     * Reads JSON. An article without an id gets the one that its address gives it.
     *
     * @throws IOException if it is no article; the message says what is wrong with it
     */
    static Manuscript of(byte[] json) throws IOException {
        // A character a byte: nothing is searched faster than strings.
        String bytes = new String(json, StandardCharsets.ISO_8859_1);
        byte[] own = asItIs(bytes) ? json : null;
        try {
            if (bytes.contains(TAGGED)) {
                EnrichedArticle enriched = Json.read(json, EnrichedArticle.class);
                if (enriched.enriched() != null) {
                    return new Manuscript(enriched.article(), enriched, own);
                }
            }
            return new Manuscript(Json.read(json, Article.class), null, own);
        } catch (IOException e) {
            byte[] named = named(json);
            if (named == null) {
                throw e;
            }
            return of(named);
        }
    }

    static Manuscript of(Article article) {
        return new Manuscript(article, null, null);
    }

    /** The JSON with an id and a canonical address, if it has an address and no id; else null. */
    private static byte[] named(byte[] json) throws IOException {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(json);
        } catch (IOException e) {
            return null;
        }
        if (!(node instanceof ObjectNode object) || object.hasNonNull("id")) {
            return null;
        }
        JsonNode address = object.hasNonNull("canonicalUrl") ? object.get("canonicalUrl") : object.get("url");
        if (address == null || !address.isTextual()) {
            return null;
        }
        try {
            String canonical = CanonicalUrl.of(address.textValue());
            object.put("id", ArticleId.of(canonical)).put("canonicalUrl", canonical);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        return Json.write(object);
    }

    /** False if it may hold half a surrogate pair, which no record of ours does. */
    private static boolean asItIs(String bytes) {
        for (int i = bytes.indexOf("\\u"); i >= 0; i = bytes.indexOf("\\u", i + 2)) {
            if (i + 2 < bytes.length() && (bytes.charAt(i + 2) | 0x20) == 'd') {
                return false;
            }
        }
        return true;
    }
}
