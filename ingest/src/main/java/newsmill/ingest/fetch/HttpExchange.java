package newsmill.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its response over HTTP/1.1. Apache's client and not the JDK's, because only it lets us choose the
 * address that is connected to; its blocking side, a thread to each request in flight, which is simple to bound and to
 * cut off at any point.
 */
final class HttpExchange implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 1024;
    private static final int LONGEST_HEADER_LINE = 32 * 1024;
    private static final int MOST_HEADERS = 500;

    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final ExecutorService threads;

    HttpExchange(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        // As many as there are requests in flight, which is for the caller to bound.
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(null, task, "newsmill-http", 256 * 1024);
            thread.setDaemon(true);
            return thread;
        });
        Timeout total = Timeout.of(settings.total());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connect()))
                                .setSocketTimeout(total)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_HEADER_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                // Validators go back byte for byte, also those that are not ASCII.
                                .charCodingConfig(CharCodingConfig.custom()
                                        .setCharset(StandardCharsets.ISO_8859_1)
                                        .build())
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(total)
                        .setConnectionRequestTimeout(total)
                        .build())
                .setUserAgent(settings.userAgent())
                .disableContentCompression()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    /** Sends a request; cancelling the future ends the connection. */
    CompletableFuture<Response> send(Request request) {
        CompletableFuture<Response> result = new CompletableFuture<>();
        HttpGet get = get(request);
        result.whenComplete((response, problem) -> {
            if (problem != null) {
                get.cancel();
            }
        });
        threads.execute(() -> {
            try {
                if (!result.isDone()) {
                    result.complete(client.execute(get, response -> read(request, get, response)));
                }
            } catch (IOException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static HttpGet get(Request request) {
        HttpGet get = new HttpGet(request.url());
        get.addHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        get.addHeader("Accept-Encoding", ContentCoding.ACCEPTED);
        if (request.validators().etag() != null) {
            get.addHeader("If-None-Match", request.validators().etag());
        }
        if (request.validators().lastModified() != null) {
            get.addHeader("If-Modified-Since", request.validators().lastModified());
        }
        return get;
    }

    private Response read(Request request, HttpGet get, ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        byte[] body = response.getEntity() == null ? new byte[0] : body(get, response.getEntity());
        return new Response(request.url(), response.getCode(), headers, body, null, null);
    }

    private byte[] body(HttpGet get, HttpEntity entity) throws IOException {
        InputStream in = entity.getContent();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int n; (n = in.read(buffer)) >= 0; ) {
            if (body.size() + n > settings.maxBytes()) {
                // Closing the stream would read the rest of it first.
                get.cancel();
                throw new FetchException("larger than " + settings.maxBytes() + " bytes", true);
            }
            body.write(buffer, 0, n);
        }
        return body.toByteArray();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        threads.shutdownNow();
    }
}
