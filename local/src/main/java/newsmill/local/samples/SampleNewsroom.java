package newsmill.local.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small press of invented newspapers on loopback ports, for the demo and for tests: real HTTP, feeds, pages full of
 * clutter, a story that is corrected and one that is withdrawn when asked to. Safe for use by several threads.
 */
public final class SampleNewsroom implements AutoCloseable {
    static {
        // Without it the JDK's server waits 40 ms for each answer of a kept connection.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<NewsServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4, SampleNewsroom::daemon);

    private SampleNewsroom() {}

    /** Opens all the newspapers on free ports. */
    public static SampleNewsroom open(Instant now) {
        SampleNewsroom newsroom = new SampleNewsroom();
        try {
            for (Outlet outlet : Outlet.all()) {
                newsroom.servers.add(new NewsServer(outlet, now, 0, newsroom.threads));
            }
            return newsroom;
        } catch (IOException e) {
            newsroom.close();
            throw new UncheckedIOException("the sample newsroom cannot open a port: " + e.getMessage(), e);
        }
    }

    /** What a reader of the newspapers would put into {@code sources.yaml}. */
    public List<Subscription> subscriptions() {
        return servers.stream()
                .map(server -> new Subscription(
                        server.outlet().id(),
                        server.outlet().name(),
                        server.outlet().language(),
                        server.outlet().country(),
                        server.feedAddress()))
                .toList();
    }

    /** All the pages that stand when the newsroom opens. */
    public List<PublishedStory> published() {
        return servers.stream()
                .flatMap(server -> server.outlet().stories().stream()
                        .map(story -> new PublishedStory(
                                server.outlet(), story, server.press().address(story))))
                .toList();
    }

    /** Corrects the stories that have a correction; pages and feeds say so from now on. Returns their addresses. */
    public List<String> correct(Instant now) {
        List<String> addresses = new ArrayList<>();
        for (NewsServer server : servers) {
            for (Story story : server.outlet().stories()) {
                if (story.isCorrected()) {
                    server.correct(story, now);
                    addresses.add(server.press().address(story));
                }
            }
        }
        return addresses;
    }

    /** Takes back the stories that are to be: 410 for their pages, gone from the feeds. Returns their addresses. */
    public List<String> withdraw() {
        List<String> addresses = new ArrayList<>();
        for (NewsServer server : servers) {
            for (Story story : server.outlet().stories()) {
                if (story.isWithdrawn()) {
                    server.withdraw(story);
                    addresses.add(server.press().address(story));
                }
            }
        }
        return addresses;
    }

    /** How many requests were answered, and how many of them with 304. */
    public Traffic traffic() {
        return new Traffic(
                servers.stream().mapToInt(NewsServer::requests).sum(),
                servers.stream().mapToInt(NewsServer::notModified).sum());
    }

    @Override
    public void close() {
        servers.forEach(NewsServer::close);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "newsroom");
        thread.setDaemon(true);
        return thread;
    }

    /** A newspaper as a source: its feed and who it is. */
    public record Subscription(String id, String name, String language, String country, String url) {}

    /** A story and where it stands. */
    public record PublishedStory(Outlet outlet, Story story, String url) {}

    /** Requests answered, and how many of them with 304. */
    public record Traffic(int requests, int notModified) {}
}
