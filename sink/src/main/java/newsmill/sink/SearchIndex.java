package newsmill.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
        ObjectNode template = resource("articles.template.json");
        template.putArray("index_patterns").add(settings.alias() + "-v*");
        ((ObjectNode) template.at("/template/settings/index")).put("number_of_shards", settings.shards());
        fine("template", client.ask("PUT", "/_index_template/" + settings.alias(), template.toString()));
        if (client.ask("HEAD", "/_alias/" + settings.alias(), null).status() == 404) {
            create(settings.alias() + "-v1", "{\"aliases\":{\"" + settings.alias() + "\":{}}}");
        }
        fine(
                "mapping",
                client.ask(
                        "PUT",
                        "/" + settings.alias() + "/_mapping",
                        template.at("/template/mappings").toString()));
        if (client.ask("HEAD", "/" + register(), null).status() == 404) {
            create(register(), resource("withdrawn.index.json").toString());
        }
    }

    /** All withdrawals that the register holds. */
    Map<String, Long> withdrawals() throws IOException {
        fine("refresh", client.ask("POST", "/" + register() + "/_refresh", null));
        Map<String, Long> withdrawals = new HashMap<>();
        String after = "";
        while (true) {
            Answer page = fine(
                    "register",
                    client.ask(
                            "POST",
                            "/" + register() + "/_search",
                            "{\"size\":" + PAGE + ",\"sort\":[{\"id\":\"asc\"}]" + after + "}"));
            JsonNode hits = page.body().at("/hits/hits");
            for (JsonNode hit : hits) {
                withdrawals.put(
                        hit.at("/_source/id").asText(),
                        hit.at("/_source/version").asLong());
            }
            if (hits.size() < PAGE) {
                return withdrawals;
            }
            after = ",\"search_after\":" + hits.get(hits.size() - 1).path("sort");
        }
    }

    /** The version of the article that is in the index, or -1. */
    long version(String id) throws IOException {
        ObjectNode ids = Json.MAPPER.createObjectNode();
        ids.putArray("ids").add(id);
        Answer answer =
                fine("article", client.ask("POST", "/" + settings.alias() + "/_mget?_source=false", ids.toString()));
        JsonNode found = answer.body().at("/docs/0");
        return found.path("found").asBoolean() ? found.path("_version").asLong() : -1;
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
        if (Arrays.asList(400, 401, 403).contains(answer.status())) {
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
