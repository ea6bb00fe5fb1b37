package newsmill.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedFormat {
    /** With what people leave in JSON that they write by hand or by templates. */
    private static final JsonMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(64 << 20)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonFeedFormat() {}

    static SourceContent read(String text, String url) throws UnreadableSource {
        JsonNode feed = parse(text);
        if (!feed.path("items").isArray()) {
            throw new UnreadableSource("JSON without \"items\": not a JSON Feed");
        }
        String base = url == null || url.isEmpty() ? home(feed) : url;
        String language = text(feed, "language");
        List<String> authors = authors(feed);
        List<Item> items = new ArrayList<>();
        for (JsonNode node : feed.path("items")) {
            if (node.isObject()) {
                items.add(item(node, base, language, authors));
            }
        }
        return new SourceContent("json", text(feed, "title"), language, items, List.of(), Hints.NONE);
    }

    /** The feed as far as it can be read: where it breaks off, the items before are whole. */
    private static JsonNode parse(String text) throws UnreadableSource {
        ObjectNode feed = LENIENT.createObjectNode();
        ArrayNode items = null;
        try (JsonParser parser = LENIENT.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && field.equals("items")) {
                    items = feed.putArray(field);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        items.add((JsonNode) LENIENT.readTree(parser));
                    }
                } else {
                    feed.set(field, LENIENT.readTree(parser));
                }
            }
        } catch (IOException e) {
            if (items == null || items.isEmpty()) {
                throw new UnreadableSource("neither XML nor JSON: " + firstLine(e.getMessage()));
            }
        }
        return feed;
    }

    /** The site's address as the feed gives it, or the feed's own. */
    private static String home(JsonNode feed) {
        String home = text(feed, "home_page_url");
        String self = text(feed, "feed_url");
        String base = home != null && home.startsWith("http") ? home : self;
        return base == null ? "" : base;
    }

    private static Item item(JsonNode node, String base, String language, List<String> inherited) {
        String id = text(node, "id");
        String link = first(text(node, "url"), text(node, "external_url"));
        String url = link != null ? XmlBase.resolve(base, link) : id != null && id.startsWith("http") ? id : null;
        List<String> own = authors(node);
        String html = text(node, "content_html");
        String plain = text(node, "content_text");
        String summary = text(node, "summary");
        return new Item(
                url,
                id,
                title(text(node, "title")),
                date(node, "date_published"),
                date(node, "date_modified"),
                own.isEmpty() ? inherited : own,
                summary == null ? null : new Markup(summary, false, base),
                html != null ? new Markup(html, true, base) : plain == null ? null : new Markup(plain, false, base),
                first(text(node, "language"), language));
    }

    /** A title is plain text by the specification; feeds made from HTML leave its character references in. */
    private static String title(String title) {
        return title == null ? null : Markup.guessed(title, null).plain();
    }

    private static List<String> authors(JsonNode node) {
        List<String> names = new ArrayList<>();
        JsonNode many = node.path("authors");
        for (JsonNode author : many.isArray() && !many.isEmpty() ? many : List.of(node.path("author"))) {
            String name = author.isTextual() ? author.asText() : first(text(author, "name"), address(author));
            if (name != null && !name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private static String address(JsonNode author) {
        String url = text(author, "url");
        return url != null && url.startsWith("mailto:")
                ? url.substring("mailto:".length()).split("\\?", 2)[0]
                : null;
    }

    private static String date(JsonNode node, String field) {
        String date = text(node, field);
        return date == null ? null : FeedDates.iso(date);
    }

    /** Ids may be numbers in the wild. */
    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }

    private static String first(String one, String other) {
        return one != null ? one : other;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
