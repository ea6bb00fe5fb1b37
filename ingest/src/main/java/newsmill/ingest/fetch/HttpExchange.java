package newsmill.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its response over HTTP/1.1 or 2. Apache's client and not the JDK's, because only it lets us choose
 * the address that is connected to.
 */
final class HttpExchange implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 512;
    private static final int LONGEST_HEADER_LINE = 32 * 1024;
    private static final int MOST_HEADERS = 500;

    private final FetchSettings settings;
    private final CloseableHttpAsyncClient client;

    HttpExchange(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        Timeout total = Timeout.of(settings.total());
        client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connect()))
                                .setSocketTimeout(total)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(total)
                        .setConnectionRequestTimeout(total)
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(2).build())
                .setThreadFactory(task -> {
                    Thread thread = new Thread(task, "newsmill-http");
                    thread.setDaemon(true);
                    return thread;
                })
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(LONGEST_HEADER_LINE)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build())
                // Validators go back byte for byte, also those that are not ASCII.
                .setCharCodingConfig(CharCodingConfig.custom()
                        .setCharset(StandardCharsets.ISO_8859_1)
                        .build())
                .setUserAgent(settings.userAgent())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
        client.start();
    }

    /** Sends a request; cancelling the future ends the connection. Looks the name up on the caller's thread. */
    CompletableFuture<Response> send(Request request) {
        CompletableFuture<Response> result = new CompletableFuture<>();
        try {
            Future<?> running = client.execute(
                    SimpleRequestProducer.create(get(request)),
                    new BoundedBody(request.url(), settings.maxBytes()),
                    new Completion(result));
            result.whenComplete((response, problem) -> {
                if (problem != null) {
                    running.cancel(true);
                }
            });
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
        return result;
    }

    private static SimpleHttpRequest get(Request request) {
        URI url = request.url();
        SimpleRequestBuilder get = SimpleRequestBuilder.get(url)
                .addHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .addHeader("Accept-Encoding", ContentCoding.ACCEPTED);
        if (request.validators().etag() != null) {
            get.addHeader("If-None-Match", request.validators().etag());
        }
        if (request.validators().lastModified() != null) {
            get.addHeader("If-Modified-Since", request.validators().lastModified());
        }
        return get.build();
    }

    private record Completion(CompletableFuture<Response> result) implements FutureCallback<Response> {
        @Override
        public void completed(Response response) {
            result.complete(response);
        }

        @Override
        public void failed(Exception problem) {
            result.completeExceptionally(problem);
        }

        @Override
        public void cancelled() {
            result.cancel(false);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
