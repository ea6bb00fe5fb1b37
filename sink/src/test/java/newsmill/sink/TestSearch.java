package newsmill.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import newsmill.article.Json;

/**
 * A real search server for this JVM's tests, in a JVM of its own, and before it a proxy that fails as networks and busy
 * servers do, when told to. One runs at a time.
 */
final class TestSearch {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonNode BUSY = Json.MAPPER.valueToTree(Map.of(
            "index",
            Map.of("status", 429, "error", Map.of("type", "es_rejected_execution_exception", "reason", "queue full"))));
    private static TestSearch instance;

    /** How the way to the server behaves. */
    enum Way {
        OPEN,
        /** Answers 503 without asking the server. */
        UNAVAILABLE,
        /** Answers 429 without asking the server. */
        BUSY,
        /** Hands on the half of a bulk request, and answers 429 for each article of the other. */
        HALF_BUSY,
        /** Lets the server do what is asked, and the answer get lost. */
        ANSWERS_LOST,
        /** Lets the server do what is asked, and the answer come when nobody waits for it any more. */
        ANSWERS_LATE,
        /** Hands everything on, a bulk request after half a second. */
        SLOW
    }

    private final SearchServer kind;
    private final Path home;
    private final int port;
    private final URI proxy;
    private final HttpServer front;
    private Process process;
    private volatile Way way = Way.OPEN;
    private volatile int calls;

    private TestSearch(SearchServer kind) throws IOException {
        this.kind = kind;
        this.home = Files.createTempDirectory("newsmill-search");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        start();
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "proxy");
            thread.setDaemon(true);
            return thread;
        }));
        front.createContext("/", this::pass);
        front.start();
        this.proxy = URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    static synchronized TestSearch get(SearchServer kind) throws IOException {
        kind.assumeThatItRuns();
        if (instance != null && instance.kind != kind) {
            instance.front.stop(0);
            instance.end();
            instance = null;
        }
        if (instance == null) {
            instance = new TestSearch(kind);
        }
        return instance;
    }

    /** The server itself. */
    URI server() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI proxy() {
        return proxy;
    }

    void way(Way way) {
        this.way = way;
    }

    /** How many requests came to the proxy. */
    int calls() {
        return calls;
    }

    JsonNode ask(String method, String path, String json) throws IOException {
        return Json.MAPPER.readTree(
                forward(method, path, json.getBytes(StandardCharsets.UTF_8)).body());
    }

    private HttpResponse<byte[]> forward(String method, String path, byte[] body) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(server() + path))
                            .header(
                                    "Content-Type",
                                    path.contains("_bulk") ? "application/x-ndjson" : "application/json")
                            .method(
                                    method,
                                    body.length == 0
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Hands a request on. */
    void pass(HttpExchange exchange) throws IOException {
        calls++;
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Way now = way;
            if (now == Way.UNAVAILABLE || now == Way.BUSY) {
                exchange.sendResponseHeaders(now == Way.BUSY ? 429 : 503, -1);
                return;
            }
            String path = exchange.getRequestURI().toString();
            if (now == Way.HALF_BUSY && path.contains("_bulk")) {
                byte[] answer = halfOfBulk(path, body);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                return;
            }
            if (now == Way.SLOW && path.contains("_bulk")) {
                LockSupport.parkNanos(500_000_000);
            }
            HttpResponse<byte[]> answer = forward(exchange.getRequestMethod(), path, body);
            while (now == Way.ANSWERS_LATE && way == now) {
                LockSupport.parkNanos(10_000_000);
            }
            if (now != Way.ANSWERS_LOST) {
                boolean head = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(answer.statusCode(), head ? -1 : answer.body().length);
                if (!head) {
                    exchange.getResponseBody().write(answer.body());
                }
            }
        }
    }

    private byte[] halfOfBulk(String path, byte[] body) throws IOException {
        StringBuilder kept = new StringBuilder();
        List<Boolean> taken = new ArrayList<>();
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
        for (int i = 0; i < lines.length; i++) {
            boolean takes = taken.size() % 2 == 0;
            boolean deletes = lines[i].startsWith("{\"delete\"");
            String action = deletes ? lines[i] + "\n" : lines[i] + "\n" + lines[++i] + "\n";
            kept.append(takes ? action : "");
            taken.add(takes);
        }
        JsonNode answer =
                Json.MAPPER.readTree(forward("POST", path, kept.toString().getBytes(StandardCharsets.UTF_8))
                        .body());
        var items = answer.path("items").iterator();
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (boolean takes : taken) {
            all.add(takes ? items.next() : BUSY);
        }
        return Json.write(Map.of("errors", true, "items", all));
    }

    /** Starts the server, with what it had before it was killed. */
    void start() throws IOException {
        Process started = new ProcessBuilder(kind.command(home, port))
                .redirectErrorStream(true)
                .start();
        process = started;
        BufferedReader out =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException(kind + " did not start:\n" + said);
            }
            said.append(line).append('\n');
        }
        Thread rest = new Thread(() -> out.lines().forEach(line -> {}), "search-output");
        rest.setDaemon(true);
        rest.start();
    }

    /** Kills the server as it stands. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        kill();
        try (var files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + home);
        }
    }
}
