package newsmill.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import newsmill.article.Settings;

/**
 * Tells machines how a service is: {@code /healthz} answers 200 while it runs and 503 otherwise, {@code /metrics} is
 * Prometheus's text format. {@code NEWSMILL_STATUS_PORT} is its port; without one there is no server. It listens on
 * {@code NEWSMILL_STATUS_ADDRESS}, by default {@code 127.0.0.1}.
 */
public final class StatusServer implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;

    private StatusServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts to answer for the service, or returns null where no port is set. Whoever starts it closes it. */
    public static StatusServer start(Settings settings, Service service) {
        String address = settings.text("NEWSMILL_STATUS_ADDRESS", "127.0.0.1");
        int port = settings.number("NEWSMILL_STATUS_PORT", -1, -1);
        return port < 0 ? null : start(new InetSocketAddress(address, port), service);
    }

    /** Starts to answer for the service on an address; port 0 takes a free one. */
    static StatusServer start(InetSocketAddress address, Service service) {
        JvmMetrics.builder().register(service.metrics());
        PrometheusTextFormatWriter text = PrometheusTextFormatWriter.create();
        try {
            HttpServer server = HttpServer.create(address, 0);
            server.createContext("/healthz", exchange -> {
                boolean running = service.running();
                answer(exchange, running ? 200 : 503, TEXT, utf8(running ? "ok\n" : "not running\n"));
            });
            server.createContext("/metrics", exchange -> {
                ByteArrayOutputStream page = new ByteArrayOutputStream();
                text.write(page, service.metrics().scrape());
                answer(exchange, 200, text.getContentType(), page.toByteArray());
            });
            // A slow reader of metrics must not hold up the health check.
            ExecutorService threads = Executors.newFixedThreadPool(2, work -> daemon(work));
            server.setExecutor(threads);
            server.start();
            return new StatusServer(server, threads);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "NEWSMILL_STATUS_PORT=" + address.getPort() + ": cannot listen there: " + e.getMessage(), e);
        }
    }

    /** The port it listens on. */
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "status");
        thread.setDaemon(true);
        return thread;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
