package newsmill.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web site on the loopback interface whose pages a test can change while it runs; counts what it is asked. */
public final class LocalSite implements AutoCloseable {
    /** What a path answers. */
    public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        /** The same answer with one header more. */
        public Answer with(String name, String value) {
            Map<String, String> all = new java.util.HashMap<>(headers);
            all.put(name, value);
            return new Answer(status, type, body, all);
        }
    }

    /** One request as it came in. @param at when, in ns of the process's clock */
    public record Asked(String path, Map<String, List<String>> headers, long at) {
        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }
    }

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    public final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public LocalSite() throws IOException {
        this("127.0.0.1");
    }

    /** A site at an address of the loopback network. */
    public LocalSite(String ip) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(ip), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The site's address with this path. */
    public String url(String path) {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public LocalSite on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public static Answer html(String body) {
        return new Answer(200, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer feed(String body) {
        return new Answer(200, "application/rss+xml", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer text(String body) {
        return new Answer(200, "text/plain", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer status(int status) {
        return new Answer(status, "text/plain", new byte[0], Map.of());
    }

    public static Answer redirect(int status, String to) {
        return new Answer(status, "text/plain", new byte[0], Map.of("Location", to));
    }

    /** The shortest time from one request to the next. */
    public Duration shortestGap() {
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < asked.size(); i++) {
            shortest = Math.min(shortest, asked.get(i).at() - asked.get(i - 1).at());
        }
        return Duration.ofNanos(shortest);
    }

    /** How often a path was asked for. */
    public long count(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders()), System.nanoTime()));
            Answer answer = answers.getOrDefault(path, status(404));
            if (answer.headers().containsKey("ETag")
                    && answer.headers()
                            .get("ETag")
                            .equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                answer = status(304);
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            boolean empty = answer.body().length == 0;
            now.decrementAndGet();
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
