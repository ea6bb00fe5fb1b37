package newsmill.sink;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.Executors;
import newsmill.article.Json;

/**
 * A real OpenSearch for this JVM's tests, started once in a JVM of its own, and before it a proxy that fails as networks
 * and busy servers do, when told to.
 */
final class TestSearch {
    /** Jars of the server, put there by the build: see the pom. */
    private static final Path CLASS_PATH = Path.of("target", "opensearch.classpath");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static TestSearch instance;

    /** How the way to the server behaves. */
    enum Way {
        OPEN,
        /** Answers 503 without asking the server. */
        UNAVAILABLE,
        /** Answers 429 without asking the server. */
        BUSY,
        /** Lets the server do what is asked, and the answer get lost. */
        ANSWERS_LOST
    }

    private final URI server;
    private final URI proxy;
    private volatile Way way = Way.OPEN;
    private volatile int calls;

    private TestSearch(URI server) throws IOException {
        this.server = server;
        HttpServer front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "proxy");
            thread.setDaemon(true);
            return thread;
        }));
        front.createContext("/", this::pass);
        front.start();
        this.proxy = URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    static synchronized TestSearch get() throws IOException {
        if (instance == null) {
            instance = new TestSearch(start());
        }
        return instance;
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
                    HttpRequest.newBuilder(URI.create(server + path))
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

    private void pass(HttpExchange exchange) throws IOException {
        calls++;
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Way now = way;
            if (now == Way.UNAVAILABLE || now == Way.BUSY) {
                exchange.sendResponseHeaders(now == Way.BUSY ? 429 : 503, -1);
                return;
            }
            HttpResponse<byte[]> answer = forward(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
            if (now == Way.OPEN) {
                boolean head = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(answer.statusCode(), head ? -1 : answer.body().length);
                if (!head) {
                    exchange.getResponseBody().write(answer.body());
                }
            }
        }
    }

    private static URI start() throws IOException {
        if (!Files.exists(CLASS_PATH)) {
            throw new IllegalStateException(CLASS_PATH + " is missing: build with Maven, which puts it there");
        }
        Path home = Files.createTempDirectory("newsmill-search");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dopensearch.path.conf=" + home.resolve("config"),
                        "-cp",
                        Files.readString(CLASS_PATH).strip(),
                        Path.of("src", "test", "opensearch", "SearchNode.java").toString(),
                        home.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, home)));
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("OpenSearch did not start:\n" + said);
            }
            said.append(line).append('\n');
        }
        Thread rest = new Thread(() -> out.lines().forEach(line -> {}), "opensearch-output");
        rest.setDaemon(true);
        rest.start();
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void stop(Process process, Path home) {
        process.destroyForcibly();
        try (var files = Files.walk(home)) {
            process.waitFor();
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | InterruptedException e) {
            System.err.println("left behind: " + home);
        }
    }
}
