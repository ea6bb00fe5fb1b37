package newsmill.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import newsmill.article.Json;

/**
 * The protocol of Elasticsearch 8 and 9, which cannot be had as servers here, as far as the sink speaks it and as their
 * reference describes it: media types, the product header, HEAD without a body, aliases, versions of the writer's own, the
 * errors' names and forms. What a server does with a mapping it does not do, but for one kind of wrong date.
 */
final class ElasticsearchStub {
    private final HttpServer http;
    private final int major;
    private final Map<String, Map<String, Document>> indices = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, JsonNode> templates = new TreeMap<>();

    private record Document(long version, JsonNode source) {}

    private record Answer(int status, JsonNode body) {}

    ElasticsearchStub(int major) throws IOException {
        this.major = major;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newFixedThreadPool(2));
        http.createContext("/", this::answer);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void stop() {
        http.stop(0);
    }

    /** What a search over the index behind an alias finds: revision by id. */
    synchronized Map<String, Integer> revisions(String alias) {
        Map<String, Integer> revisions = new TreeMap<>();
        indices.getOrDefault(aliases.getOrDefault(alias, ""), Map.of()).forEach((id, document) -> {
            if (document.source() != null) {
                revisions.put(id, document.source().path("revision").asInt());
            }
        });
        return revisions;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        boolean bulk = path[path.length - 1].equals("_bulk");
        Answer answer = body.length > 0 && !acceptable(type, bulk)
                ? error(406, "media_type_header_exception", "Invalid media-type value on header [Content-Type]")
                : answer(exchange.getRequestMethod(), path, body);
        boolean silent = exchange.getRequestMethod().equals("HEAD");
        byte[] json = Json.write(answer.body());
        exchange.getResponseHeaders().set("X-elastic-product", "Elasticsearch");
        exchange.getResponseHeaders()
                .set("Content-Type", "application/vnd.elasticsearch+json;compatible-with=" + major);
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : json.length);
        if (!silent) {
            exchange.getResponseBody().write(json);
        }
        exchange.close();
    }

    private boolean acceptable(String type, boolean bulk) {
        String plain = bulk ? "application/x-ndjson" : "application/json";
        String own = "application/vnd.elasticsearch+" + (bulk ? "x-ndjson" : "json") + ";compatible-with=";
        return type.equals(plain) || type.equals(own + major) || type.equals(own + (major - 1));
    }

    private synchronized Answer answer(String method, String[] path, byte[] body) throws IOException {
        String last = path[path.length - 1];
        String first = path[0];
        return switch (last) {
            case "_bulk" -> bulk(body);
            case "_refresh" -> found(first) ? fine() : missing(first);
            case "_mapping" -> found(first) ? fine() : missing(first);
            case "_mget" -> found(first) ? versions(first, Json.MAPPER.readTree(body)) : missing(first);
            case "_search" -> found(first) ? search(first, Json.MAPPER.readTree(body)) : missing(first);
            default ->
                first.equals("_index_template")
                        ? template(last, Json.MAPPER.readTree(body))
                        : first.equals("_alias")
                                ? aliases.containsKey(last) ? fine() : missing(last)
                                : method.equals("HEAD")
                                        ? found(last) ? fine() : missing(last)
                                        : create(last, Json.MAPPER.readTree(body));
        };
    }

    private Answer template(String name, JsonNode template) {
        for (var fields = template.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!List.of("index_patterns", "priority", "template", "_meta").contains(field)) {
                return error(400, "x_content_parse_exception", "unknown field [" + field + "]");
            }
        }
        templates.put(name, template);
        return fine();
    }

    private Answer create(String name, JsonNode body) {
        if (indices.containsKey(name)) {
            return error(400, "resource_already_exists_exception", "index [" + name + "] already exists");
        }
        indices.put(name, new HashMap<>());
        body.path("aliases").fieldNames().forEachRemaining(alias -> aliases.put(alias, name));
        return fine();
    }

    private Answer versions(String index, JsonNode wanted) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode documents = answer.putArray("docs");
        for (JsonNode id : wanted.path("ids")) {
            Document document = index(index).get(id.asText());
            ObjectNode node = documents.addObject();
            node.put("_id", id.asText()).put("found", document != null && document.source() != null);
            if (document != null && document.source() != null) {
                node.put("_version", document.version());
            }
        }
        return new Answer(200, answer);
    }

    private Answer search(String index, JsonNode query) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode hits = answer.putObject("hits").putArray("hits");
        String after = query.at("/search_after/0").asText("");
        new TreeMap<>(index(index))
                .tailMap(after, false).keySet().stream()
                        .limit(query.path("size").asInt())
                        .forEach(id -> hits.addObject().putArray("sort").add(id));
        return new Answer(200, answer);
    }

    private Answer bulk(byte[] body) throws IOException {
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
        List<JsonNode> items = new ArrayList<>();
        boolean errors = false;
        for (int i = 0; i < lines.length; i++) {
            var action = Json.MAPPER.readTree(lines[i]).fields().next();
            boolean deletes = action.getKey().equals("delete");
            Answer done = item(action.getValue(), deletes ? null : lines[++i]);
            ObjectNode item = Json.MAPPER.createObjectNode();
            ObjectNode result = item.putObject(action.getKey());
            result.put("status", done.status());
            if (done.body().has("error")) {
                result.set("error", done.body().path("error"));
                errors = true;
            }
            items.add(item);
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("errors", errors).putArray("items").addAll(items);
        return new Answer(200, answer);
    }

    private Answer item(JsonNode action, String source) throws IOException {
        String name = action.path("_index").asText();
        if (action.path("require_alias").asBoolean() && !aliases.containsKey(name)) {
            return missing(name);
        }
        if (!found(name)) {
            indices.put(name, new HashMap<>());
        }
        Map<String, Document> index = index(name);
        String id = action.path("_id").asText();
        JsonNode document = source == null ? null : Json.MAPPER.readTree(source);
        if (document != null && document.path("fetchedAt").asText().equals("yesterday")) {
            return error(
                    400,
                    "document_parsing_exception",
                    "[1:30] failed to parse field [fetchedAt] of type [date] in document with id '" + id + "'");
        }
        long version = action.path("version").asLong();
        Document there = index.get(id);
        if (there != null && there.version() > version) {
            return error(409, "version_conflict_engine_exception", "[" + id + "]: version conflict");
        }
        index.put(id, new Document(version, document));
        return source == null && (there == null || there.source() == null)
                ? new Answer(404, Json.MAPPER.createObjectNode())
                : fine();
    }

    private boolean found(String name) {
        return indices.containsKey(aliases.getOrDefault(name, name));
    }

    private Map<String, Document> index(String name) {
        return indices.get(aliases.getOrDefault(name, name));
    }

    private static Answer fine() {
        return new Answer(200, Json.MAPPER.createObjectNode().put("acknowledged", true));
    }

    private static Answer missing(String name) {
        return error(404, "index_not_found_exception", "no such index [" + name + "]");
    }

    private static Answer error(int status, String type, String reason) {
        ObjectNode error = Json.MAPPER.createObjectNode();
        ObjectNode cause = error.put("status", status).putObject("error");
        cause.put("type", type)
                .put("reason", reason)
                .putArray("root_cause")
                .addObject()
                .put("type", type)
                .put("reason", reason);
        return new Answer(status, error);
    }
}
