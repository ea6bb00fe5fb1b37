package newsmill.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import newsmill.article.Json;

/**
 * Speaks to Elasticsearch (7.10 and later, 8, 9) or OpenSearch (1 to 3) in the words that all of them understand. Their own
 * clients refuse each other's servers.
 */
final class SearchClient {
    private final HttpClient http;
    private final URI url;
    private final String authorization;
    private final Duration timeout;

    /** What the server answered. @param body the parsed JSON, or a missing node where it was none */
    record Answer(int status, JsonNode body) {
        boolean isFine() {
            return status >= 200 && status < 300;
        }

        /** The server's reason, in one line. */
        String reason() {
            JsonNode error = body.path("error");
            JsonNode cause = error.path("root_cause").path(0);
            String reason = error.isTextual()
                    ? error.asText()
                    : error.path("reason").asText(cause.path("reason").asText(""));
            return "HTTP " + status + (reason.isEmpty() ? "" : ": " + SearchClient.line(reason));
        }
    }

    SearchClient(SearchSettings settings) throws IOException {
        this.url = settings.url();
        this.timeout = settings.timeout();
        this.authorization = settings.apiKey() != null
                ? "ApiKey " + settings.apiKey()
                : settings.user() == null
                        ? null
                        : "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((settings.user() + ":" + settings.password())
                                                .getBytes(StandardCharsets.UTF_8));
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
        this.http = settings.authority() == null
                ? builder.build()
                : builder.sslContext(trusting(settings.authority())).build();
    }

    /** Asks and waits. */
    Answer ask(String method, String path, String json) throws IOException {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return await(send(method, path, "application/json", body));
    }

    /** Sends a bulk request. */
    CompletableFuture<Answer> bulk(String path, byte[] lines) {
        return send("POST", path, "application/x-ndjson", BodyPublishers.ofByteArray(lines));
    }

    /** The answer; an {@link IOException} if there was none, which names the server. */
    Answer await(CompletableFuture<Answer> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException | CompletionException e) {
            Throwable cause = e.getCause();
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : line(cause.getMessage());
            throw new IOException(
                    url + ": "
                            + (cause instanceof SSLException
                                    ? "TLS: " + reason + ": see NEWSMILL_SINK_SEARCH_CA"
                                    : reason),
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private CompletableFuture<Answer> send(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(timeout)
                .header("Content-Type", type)
                .method(method, body);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofByteArray())
                // The client's own limit ends with the headers.
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(SearchClient::answer);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        try {
            return new Answer(response.statusCode(), Json.MAPPER.readTree(response.body()));
        } catch (IOException e) {
            return new Answer(response.statusCode(), MissingNode.getInstance());
        }
    }

    static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > 500 ? line.substring(0, 500) + "…" : line;
    }

    private static SSLContext trusting(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + count++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "NEWSMILL_SINK_SEARCH_CA=" + pem + ": should be a PEM file of certificates", e);
        }
    }
}
