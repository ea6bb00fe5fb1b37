package newsmill.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import newsmill.article.Json;
import newsmill.sink.SearchClient.Answer;

/**
 * The articles' index and the register of withdrawals beside it.
 *
 * <p>One index behind an alias, not one a month: an article whose date is corrected would else stand in two, and a tombstone
 * does not say in which to look. Data streams take no versions. The index is {@code ALIAS-v1}; a mapping that cannot grow
 * out of this one will be {@code -v2}, filled by a replay and put behind the alias.
 */
final class SearchIndex {
    private static final int PAGE = 5000;
    private final SearchClient client;
    private final SearchSettings settings;
    private boolean ready;

    SearchIndex(SearchClient client, SearchSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Where articles are found. */
    String alias() {
        return settings.alias();
    }

    /**
     * Which articles were withdrawn, at which version. A server forgets the version of a deleted document after a while; this
     * does not, so that no late revision brings one back.
     */
    String register() {
        return settings.alias() + "-withdrawn";
    }

    /** Makes what is missing, and lets the mapping grow by new fields. */
    void ensure() throws IOException {
        ObjectNode articles = resource("articles.template.json");
        ((ObjectNode) articles.at("/template/settings/index")).put("number_of_shards", settings.shards());
        template(alias(), alias() + "-v*", articles);
        template(register(), register(), resource("withdrawn.template.json"));
        if (client.ask("HEAD", "/_alias/" + alias(), null).status() == 404) {
            create(alias() + "-v1", "{\"aliases\":{\"" + alias() + "\":{}}}");
        }
        fine(
                "mapping",
                client.ask(
                        "PUT",
                        "/" + alias() + "/_mapping",
                        articles.at("/template/mappings").toString()));
        if (client.ask("HEAD", "/" + register(), null).status() == 404) {
            create(register(), "{}");
        }
        ready = true;
    }

    private void template(String name, String pattern, ObjectNode template) throws IOException {
        template.putArray("index_patterns").add(pattern);
        fine("template", client.ask("PUT", "/_index_template/" + name, template.toString()));
    }

    /** @throws IOException if the alias is gone: a deletion with a version of its own would make an index of that name */
    void requireAlias() throws IOException {
        fine("alias " + alias(), client.ask("HEAD", "/_alias/" + alias(), null));
    }

    /** The ids of all articles that the register holds. */
    void registered(Consumer<String> ids) throws IOException {
        fine("refresh", client.ask("POST", "/" + register() + "/_refresh", null));
        String after = "";
        while (true) {
            Answer page = fine(
                    "register",
                    client.ask(
                            "POST",
                            "/" + register() + "/_search?filter_path=hits.hits.sort",
                            "{\"size\":" + PAGE + ",\"_source\":false,\"track_total_hits\":false,"
                                    + "\"sort\":[{\"id\":\"asc\"}]" + after + "}"));
            JsonNode hits = page.body().at("/hits/hits");
            for (JsonNode hit : hits) {
                ids.accept(hit.at("/sort/0").asText());
            }
            if (hits.size() < PAGE) {
                return;
            }
            after = ",\"search_after\":" + hits.get(hits.size() - 1).path("sort");
        }
    }

    /** The versions of those of the documents that are there, as of now, whether or not a search would find them yet. */
    Map<String, Long> versions(String index, Collection<String> ids) throws IOException {
        ObjectNode wanted = Json.MAPPER.createObjectNode();
        ids.forEach(wanted.putArray("ids")::add);
        Answer answer = fine(
                "versions",
                client.ask(
                        "POST",
                        "/" + index + "/_mget?_source=false&filter_path=docs._id,docs._version,docs.found,docs.error",
                        wanted.toString()));
        Map<String, Long> versions = new HashMap<>();
        for (JsonNode document : answer.body().path("docs")) {
            if (document.has("error")) {
                throw new IOException(settings.url() + ": "
                        + SearchClient.line(document.path("error").toString()));
            }
            if (document.path("found").asBoolean()) {
                versions.put(
                        document.path("_id").asText(), document.path("_version").asLong());
            }
        }
        return versions;
    }

    private void create(String name, String body) throws IOException {
        Answer answer = client.ask("PUT", "/" + name, body);
        // Another instance was quicker.
        boolean exists = answer.body().at("/error/type").asText().equals("resource_already_exists_exception");
        if (!exists) {
            fine("index " + name, answer);
        }
    }

    private Answer fine(String what, Answer answer) throws IOException {
        if (answer.isFine()) {
            return answer;
        }
        // What was fine once will be again: a key is renewed, a full disk that blocks an index (403) is cleared.
        boolean blocked = answer.body().at("/error/type").asText().equals("cluster_block_exception");
        if (!ready && !blocked && Arrays.asList(400, 401, 403).contains(answer.status())) {
            throw new IllegalStateException(settings.url() + ": " + what + " refused: " + answer.reason()
                    + (answer.status() == 400
                            ? ""
                            : ": see NEWSMILL_SINK_SEARCH_USER and NEWSMILL_SINK_SEARCH_API_KEY"));
        }
        throw new IOException(settings.url() + ": " + what + ": " + answer.reason());
    }

    private static ObjectNode resource(String name) throws IOException {
        try (InputStream in = SearchIndex.class.getResourceAsStream("/newsmill/sink/" + name)) {
            return (ObjectNode) Json.MAPPER.readTree(in);
        }
    }
}
