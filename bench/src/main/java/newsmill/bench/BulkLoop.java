package newsmill.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import newsmill.article.Article;
import newsmill.article.Enriched;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.sink.SearchSettings;

/**
 * Bulk requests made by hand, as fast as the server takes them: all bodies are ready in memory before the first is sent,
 * as large and as many at a time as the sink's. No Kafka, no versions, no retries.
 */
final class BulkLoop {
    private BulkLoop() {}

    /** Sends them and ends: server, index, number of articles. The index's template is there already. */
    public static void main(String[] args) throws Exception {
        SearchSettings defaults = SearchSettings.from(new Settings(java.util.Map.of()));
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String template = send(http, "GET", URI.create(args[0] + "/_index_template/warm-up"), null)
                .join()
                .body();
        String inner = Json.MAPPER
                .readTree(template)
                .at("/index_templates/0/index_template/template")
                .toString();
        send(http, "PUT", URI.create(args[0] + "/" + args[1]), inner.getBytes(StandardCharsets.UTF_8))
                .join();
        List<byte[]> bodies = bodies(Integer.parseInt(args[2]), defaults.bulkBytes());
        Deque<CompletableFuture<HttpResponse<String>>> underWay = new ArrayDeque<>();
        for (byte[] body : bodies) {
            if (underWay.size() == defaults.inFlight()) {
                check(underWay.remove().join());
            }
            underWay.add(send(http, "POST", URI.create(args[0] + "/" + args[1] + "/_bulk?filter_path=errors"), body));
        }
        for (CompletableFuture<HttpResponse<String>> answer : underWay) {
            check(answer.join());
        }
        Thread.sleep(60_000);
    }

    private static void check(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200 || answer.body().contains("true")) {
            throw new IOException(answer.body());
        }
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpClient http, String method, URI url, byte[] body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        return http.sendAsync(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<byte[]> bodies(int articles, int size) {
        List<byte[]> bodies = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int n = 0; n < articles; n++) {
            Article article = Articles.number(n);
            body.writeBytes(("{\"index\":{\"_id\":\"" + article.id() + "\"}}\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(
                    Json.write(new EnrichedArticle(article, null, null, null, new Enriched("newsmill/0.1.0", null))));
            body.write('\n');
            if (body.size() >= size || n == articles - 1) {
                bodies.add(body.toByteArray());
                body.reset();
            }
        }
        return bodies;
    }
}
