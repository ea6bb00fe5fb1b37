package newsmill.ingest.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What a page's JSON-LD says about its article: the node that fits the page best, and what it refers to. */
final class JsonLd {
    /** Nobody describes an article in more; what is longer is left alone. */
    private static final int LONGEST = 4 << 20;

    private static final int MOST_NODES = 20_000;

    private static final ObjectMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .build();

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> nodes = new ArrayList<>();
    /** The article's node; a missing node if there is none. */
    final JsonNode article;

    private JsonLd(List<Element> scripts, String url, String title) {
        for (Element script : scripts) {
            if (script.attr("type").toLowerCase(java.util.Locale.ROOT).contains("ld+json")) {
                gather(parse(script.data()));
            }
        }
        article = best(url, Text.plain(title));
    }

    static JsonLd of(List<Element> scripts, String url, String title) {
        return new JsonLd(scripts, url, title);
    }

    private static JsonNode parse(String data) {
        if (data.length() > LONGEST) {
            return null;
        }
        String json = unwrapped(data);
        try (JsonParser parser = LENIENT.createParser(json)) {
            return LENIENT.readTree(parser);
        } catch (IOException e) {
            return null;
        }
    }

    /** Without the CDATA and comment marks that some put around it. */
    private static String unwrapped(String data) {
        int start = 0;
        while (start < data.length() && data.charAt(start) != '{' && data.charAt(start) != '[') {
            start++;
        }
        if (data.startsWith("[CDATA[", start)) {
            start += 7;
        }
        int end = Math.max(data.lastIndexOf('}'), data.lastIndexOf(']'));
        return end > start ? data.substring(start, Math.min(data.length(), end + 1)) : "";
    }

    private void gather(JsonNode top) {
        Deque<JsonNode> open = new ArrayDeque<>();
        if (top != null) {
            open.add(top);
        }
        while (!open.isEmpty() && nodes.size() < MOST_NODES) {
            JsonNode node = open.poll();
            if (node.isObject()) {
                if (node.has("@type")) {
                    nodes.add(node);
                }
                String id = node.path("@id").asText("");
                if (!id.isEmpty() && node.size() > 1) {
                    byId.putIfAbsent(id, node);
                }
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    open.add(child);
                }
            }
        }
    }

    private JsonNode best(String url, String title) {
        JsonNode best = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        int bestFit = 0;
        for (JsonNode node : nodes) {
            int rank = rank(node);
            if (rank == 0) {
                continue;
            }
            int fit = rank;
            String headline = Text.plain(text(node, "headline", "name"));
            if (headline.length() > 8 && title.contains(headline)) {
                fit += 4;
            }
            if (sameAddress(url, node)) {
                fit += 4;
            }
            fit += node.has("articleBody") ? 1 : 0;
            fit += node.has("datePublished") ? 1 : 0;
            fit += node.has("author") ? 1 : 0;
            if (fit > bestFit) {
                bestFit = fit;
                best = node;
            }
        }
        return best;
    }

    private boolean sameAddress(String url, JsonNode node) {
        String path = path(url);
        if (path.length() < 2) {
            return false;
        }
        return path.equals(path(text(node, "url")))
                || path.equals(path(text(node, "@id")))
                || path.equals(path(text(resolve(node.path("mainEntityOfPage")), "@id", "url")));
    }

    private static String path(String url) {
        if (url == null) {
            return "";
        }
        int scheme = url.indexOf("://");
        int slash = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
        if (slash < 0) {
            return "";
        }
        int end = url.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = url.indexOf(stop, slash);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return url.substring(slash, end);
    }

    private static int rank(JsonNode node) {
        JsonNode type = node.path("@type");
        int rank = 0;
        if (type.isArray()) {
            for (JsonNode one : type) {
                rank = Math.max(rank, rank(one.asText("")));
            }
            return rank;
        }
        return rank(type.asText(""));
    }

    private static int rank(String type) {
        String name = type.substring(type.lastIndexOf('/') + 1);
        if (name.endsWith("NewsArticle") || name.equals("LiveBlogPosting") || name.equals("Report")) {
            return 8;
        }
        if (name.endsWith("Article") || name.equals("BlogPosting") || name.equals("SocialMediaPosting")) {
            return 7;
        }
        return switch (name) {
            case "DiscussionForumPosting", "Review", "Recipe", "PodcastEpisode" -> 5;
            case "VideoObject", "ImageGallery", "CreativeWork", "Event" -> 2;
            case "WebPage", "ItemPage", "AboutPage" -> 1;
            default -> 0;
        };
    }

    /** The node that {@code {"@id": …}} refers to, or the node itself. */
    JsonNode resolve(JsonNode node) {
        if (node.isObject() && node.size() <= 2 && node.has("@id")) {
            return byId.getOrDefault(node.get("@id").asText(""), node);
        }
        return node;
    }

    /** True if there is an article, not only a page or a video. */
    boolean describesArticle() {
        return rank(article) >= 5;
    }

    /** The story's text as it is said here, or null: the article's body, and what a recipe says to take and to do. */
    String body() {
        StringBuilder out = new StringBuilder(article.path("articleBody").asText(""));
        for (JsonNode node : nodes) {
            if (node.has("recipeIngredient")) {
                addTexts(node.get("recipeIngredient"), out);
                addTexts(node.path("recipeInstructions"), out);
                break;
            }
        }
        return out.length() == 0 ? null : clean(out.toString());
    }

    /** A text, or the texts of a list of steps, or of sections of steps. */
    private static void addTexts(JsonNode node, StringBuilder out) {
        if (node.isTextual()) {
            out.append('\n').append(node.asText());
        } else if (node.isArray()) {
            node.forEach(one -> addTexts(one, out));
        } else {
            node.findValuesAsText("text").forEach(text -> out.append('\n').append(text));
        }
    }

    /** Any node of one of these types, the first type asked first. */
    JsonNode any(String... types) {
        for (String type : types) {
            for (JsonNode node : nodes) {
                JsonNode own = node.path("@type");
                if (own.asText("").equals(type)
                        || own.isArray() && own.path(0).asText("").equals(type)) {
                    return node;
                }
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /** The first of the named fields of the article that is a text, on one line, or null. */
    String text(String... names) {
        return text(article, names);
    }

    /** A field of the article that is a text, and its name; or null. */
    Told<String> told(String field) {
        String text = text(field);
        return text == null ? null : new Told<>(text, "json-ld " + field);
    }

    /** The first of the named fields that is a text, on one line; mark-up is dropped, entities resolved; or null. */
    static String text(JsonNode node, String... names) {
        if (node.isTextual()) {
            return clean(node.asText());
        }
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isArray() && !value.isEmpty()) {
                value = value.get(0);
            }
            if (value.isObject() && value.has("@value")) {
                value = value.get("@value");
            }
            if (value.isTextual()) {
                String line = clean(value.asText());
                if (line != null) {
                    return line;
                }
            }
        }
        return null;
    }

    /** Publishers write entities and mark-up into their JSON. */
    static String clean(String raw) {
        if (raw.indexOf('&') < 0 && raw.indexOf('<') < 0) {
            return Text.line(raw);
        }
        String plain = raw.length() > 2_000 ? raw : org.jsoup.parser.Parser.unescapeEntities(raw, false);
        if (plain.indexOf('<') >= 0 && plain.length() < 20_000) {
            plain = org.jsoup.Jsoup.parseBodyFragment(plain).body().text();
        } else if (plain.indexOf('&') >= 0) {
            plain = org.jsoup.parser.Parser.unescapeEntities(plain, false);
        }
        return Text.line(plain);
    }

    /** All texts of a field of the article: a list, or a text. */
    List<String> texts(String name) {
        JsonNode value = article.path(name);
        List<String> out = new ArrayList<>();
        if (value.isTextual()) {
            out.add(value.asText());
        }
        for (JsonNode one : value) {
            if (one.isTextual()) {
                out.add(one.asText());
            } else if (one.path("name").isTextual()) {
                out.add(one.path("name").asText());
            }
        }
        return out;
    }
}
