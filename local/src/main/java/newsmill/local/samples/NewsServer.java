package newsmill.local.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** One newspaper's web site on a loopback port: pages, feed, robots.txt, validators and 304s, 410 for what is gone. */
final class NewsServer implements AutoCloseable {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final Map<String, String> TYPES = Map.of(
            "rss.xml", "application/rss+xml",
            "atom.xml", "application/atom+xml",
            "feed.json", "application/feed+json",
            "news-sitemap.xml", "application/xml");

    private final Outlet outlet;
    private final Press press;
    private final HttpServer server;
    private final Map<String, Instant> corrections = new ConcurrentHashMap<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger notModified = new AtomicInteger();

    NewsServer(Outlet outlet, Instant opened, int port, ExecutorService threads) throws IOException {
        this.outlet = outlet;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.press = new Press(outlet, "http://127.0.0.1:" + server.getAddress().getPort(), opened);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    Outlet outlet() {
        return outlet;
    }

    Press press() {
        return press;
    }

    String feedAddress() {
        return press.home() + "/" + outlet.feed();
    }

    void correct(Story story, Instant at) {
        corrections.put(story.slug(), at);
    }

    void withdraw(Story story) {
        withdrawn.add(story.slug());
    }

    int requests() {
        return requests.get();
    }

    int notModified() {
        return notModified.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/robots.txt")) {
                send(exchange, "text/plain", robots(), press.opened());
            } else if (path.equals("/")) {
                send(exchange, "text/html", press.frontPage(standing()), lastChange());
            } else if (path.equals("/" + outlet.feed())) {
                send(exchange, TYPES.get(outlet.feed()), press.feed(standing(), corrections), lastChange());
            } else {
                story(exchange, path);
            }
        }
    }

    private void story(HttpExchange exchange, String path) throws IOException {
        for (Story story : outlet.stories()) {
            if (path.equals("/" + story.slug() + ".html")) {
                if (withdrawn.contains(story.slug())) {
                    exchange.sendResponseHeaders(410, -1);
                } else {
                    Instant corrected = corrections.get(story.slug());
                    send(exchange, "text/html", press.page(story, corrected), press.modified(story, corrected));
                }
                return;
            }
        }
        exchange.sendResponseHeaders(404, -1);
    }

    private void send(HttpExchange exchange, String type, String text, Instant modified) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String tag = '"' + newsmill.article.ContentHash.of(null, text).substring(0, 16) + '"';
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Last-Modified", HTTP_DATE.format(modified));
        if (unchanged(exchange, tag, modified)) {
            notModified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** RFC 9110, section 13.2.2: If-Modified-Since counts only where there is no If-None-Match. */
    private static boolean unchanged(HttpExchange exchange, String tag, Instant modified) {
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (known != null) {
            return known.contains(tag);
        }
        String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
        try {
            return since != null
                    && !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(Instant.from(HTTP_DATE.parse(since)));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private List<Story> standing() {
        return outlet.stories().stream()
                .filter(story -> !withdrawn.contains(story.slug()))
                .toList();
    }

    private Instant lastChange() {
        return corrections.values().stream().max(Instant::compareTo).orElse(press.opened());
    }

    private String robots() {
        String sitemap = outlet.feed().endsWith("sitemap.xml") ? "Sitemap: " + feedAddress() + "\n" : "";
        return "User-agent: *\nDisallow: /login\nDisallow: /search\n" + sitemap;
    }
}
