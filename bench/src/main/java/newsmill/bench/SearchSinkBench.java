package newsmill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import newsmill.article.Json;
import newsmill.article.Settings;
import newsmill.sink.SinkApp;

/**
 * Articles a second that a real OpenSearch takes from the search sink, and from a loop made by hand for the purpose; and
 * what of the processors each and the server use for an article.
 */
final class SearchSinkBench implements AutoCloseable {
    private static final int ROUNDS = 2;
    /** The loop has all its requests in memory before it begins. */
    private static final int LOOP_MEGABYTES = 1024;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Settings settings;
    private final int records;
    private final Process server;
    private final URI url;

    private SearchSinkBench(Path folder, Settings settings, int records) throws IOException {
        this.settings = settings;
        this.records = records;
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        url = URI.create("http://127.0.0.1:" + port);
        server = start(folder.resolve("opensearch"), port);
    }

    static void run(Path folder, Settings settings, int records) throws Exception {
        try (SearchSinkBench bench = new SearchSinkBench(folder, settings, records)) {
            // The template, and a warm server.
            bench.measure("warm-up", "warm-up", false);
            double loops = 0;
            double sinks = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                loops += bench.measure("bulk loop", "loop-" + round, true);
                sinks += bench.measure("newsmill", "sink-" + round, false);
            }
            System.out.printf(Locale.ROOT, "newsmill: %.2f of the bulk loop%n", sinks / loops);
        }
    }

    private double measure(String name, String index, boolean loop) throws Exception {
        try (Contender contender = loop ? loop(index) : sink(index)) {
            long from = 0;
            long start = 0;
            Duration own = Duration.ZERO;
            Duration servers = Duration.ZERO;
            while (true) {
                contender.assertAlive();
                long done = indexed(index);
                long now = System.nanoTime();
                // Compiling the code costs a young process several times what the articles do: the second half counts.
                if (start == 0 && done >= records / 2) {
                    from = done;
                    start = now;
                    own = contender.cpu();
                    servers = cpu();
                }
                if (done >= records) {
                    double rate = (done - from) / ((now - start) / 1e9);
                    double ownMicros = contender.cpu().minus(own).toNanos() / 1e3 / (done - from);
                    double serverMicros = cpu().minus(servers).toNanos() / 1e3 / (done - from);
                    System.out.printf(
                            Locale.ROOT,
                            "%-9s %,7.0f articles/s; CPU an article: own %.0f µs, server %.0f µs (%.3f)%n",
                            name,
                            rate,
                            ownMicros,
                            serverMicros,
                            ownMicros / serverMicros);
                    return rate;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            ask("DELETE", "/" + index + "-v1");
        }
    }

    private Contender sink(String index) {
        Map<String, String> env = new TreeMap<>(settings.env());
        env.put("NEWSMILL_SINK", "search");
        env.put("NEWSMILL_SINK_GROUP", "bench-" + index);
        env.put("NEWSMILL_SINK_SEARCH_URL", url.toString());
        env.put("NEWSMILL_SINK_SEARCH_INDEX", index);
        return Contender.start(Contender.ownClassPath(), SinkApp.class.getName(), env);
    }

    private Contender loop(String index) {
        return Contender.start(
                LOOP_MEGABYTES,
                Contender.ownClassPath(),
                BulkLoop.class.getName(),
                Map.of(),
                url.toString(),
                index + "-v1",
                Integer.toString(records));
    }

    private long indexed(String index) throws IOException, InterruptedException {
        String answer = ask("GET", "/" + index + "-v1/_stats/indexing?filter_path=_all.primaries.indexing.index_total");
        return Json.MAPPER
                .readTree(answer)
                .at("/_all/primaries/indexing/index_total")
                .asLong();
    }

    private String ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private Duration cpu() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Process start(Path home, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms1g",
                        "-Xmx1g",
                        "-Dopensearch.path.conf=" + home.resolve("config"),
                        "-cp",
                        Files.readString(Path.of("sink", "target", "server.classpath"))
                                .strip(),
                        Path.of("sink", "src", "test", "servers", "OpenSearch2.java")
                                .toString(),
                        home.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IOException("OpenSearch did not start");
            }
        }
        Thread rest = new Thread(() -> out.lines().forEach(line -> {}), "search-output");
        rest.setDaemon(true);
        rest.start();
        return process;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.destroyForcibly().waitFor();
    }
}
