package newsmill.local.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.article.Enriched;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;

/**
 * An article as an archive holds it. All of its JSON is checked; its body, four fifths of it, is made into a string only for
 * who asks for it, because most articles go on byte for byte.
 */
final class Manuscript {
    private static final String TAGGED = "\"enriched\"";

    private static final ObjectMapper WITHOUT_BODY = Json.MAPPER.copy().addMixIn(Article.class, WithoutBody.class);

    private final byte[] json;
    private final boolean asItIs;
    private final Article head;
    private final Enriched tags;

    private Manuscript(byte[] json, boolean asItIs, Article head, Enriched tags) {
        this.json = json;
        this.asItIs = asItIs;
        this.head = head;
        this.tags = tags;
    }

    /**
     * Reads JSON. An article without an id gets the one that its address gives it.
     *
     * @throws IOException if it is no article; the message says what is wrong with it
     */
    static Manuscript of(byte[] json) throws IOException {
        // A character a byte: nothing is searched faster than strings.
        String bytes = new String(json, StandardCharsets.ISO_8859_1);
        boolean asItIs = !mayHoldHalfPairs(bytes);
        try {
            if (bytes.contains(TAGGED)) {
                EnrichedArticle enriched = Json.read(WITHOUT_BODY, json, EnrichedArticle.class);
                if (enriched.enriched() != null) {
                    return new Manuscript(json, asItIs, enriched.article(), enriched.enriched());
                }
            }
            return new Manuscript(json, asItIs, Json.read(WITHOUT_BODY, json, Article.class), null);
        } catch (IOException e) {
            byte[] named = named(json);
            if (named == null) {
                throw e;
            }
            return of(named);
        }
    }

    static Manuscript of(Article article) {
        return new Manuscript(null, false, article, null);
    }

    /** All of the article, its body perhaps excepted. */
    Article head() {
        return head;
    }

    /** Who tagged it, or null. */
    Enriched tags() {
        return tags;
    }

    /** The JSON as it stood there, if it can go on as it is; else null. */
    byte[] bytes() {
        return asItIs ? json : null;
    }

    /** The article without its tags. */
    Article article() throws IOException {
        return json == null ? head : Json.read(json, Article.class);
    }

    /** The article with its tags; only if it has any. */
    EnrichedArticle enriched() throws IOException {
        return Json.read(json, EnrichedArticle.class);
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

    /** True if there may be half a surrogate pair, which no record of ours holds. */
    private static boolean mayHoldHalfPairs(String bytes) {
        for (int i = bytes.indexOf("\\u"); i >= 0; i = bytes.indexOf("\\u", i + 2)) {
            if (i + 2 < bytes.length() && (bytes.charAt(i + 2) | 0x20) == 'd') {
                return true;
            }
        }
        return false;
    }

    /** Says of the field {@code body} of an article how it is read. */
    private interface WithoutBody {
        @JsonDeserialize(using = Unread.class)
        String body();
    }

    /** Passes over a text. That it is well-formed the parser sees to. */
    private static final class Unread extends StdDeserializer<String> {
        private static final long serialVersionUID = 1;

        Unread() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? null
                    : (String) context.handleUnexpectedToken(String.class, parser);
        }
    }
}
