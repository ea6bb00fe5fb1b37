package newsmill.ingest;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import newsmill.ingest.fetch.Fetcher;
import newsmill.ingest.fetch.Location;
import newsmill.ingest.fetch.Request;
import newsmill.ingest.fetch.Response;
import newsmill.ingest.fetch.Robots;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.fetch.WebAddress;
import newsmill.ingest.source.FeedLinksInPage;
import newsmill.ingest.source.SourceContent;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceFormat;
import newsmill.ingest.source.SourceIds;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.Sources;
import newsmill.ingest.source.UnreadableSource;

/**
 * Finds the feeds and sitemaps of a site: what its home page announces, what its robots.txt names, the usual places. A site
 * that has none may still list its articles on the page itself.
 */
public final class SourceFinder {
    private static final List<String> USUAL_FEEDS =
            List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json");
    private static final List<String> USUAL_SITEMAPS =
            List.of("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml", "/sitemap-news.xml");
    private static final int MOST_TRIES = 25;
    /** A page that leads to fewer articles is no list of them. */
    private static final int SHORTEST_LISTING = 5;

    private final Fetcher fetcher;

    public SourceFinder(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * A source that was found and read.
     *
     * @param url its address, after redirects
     * @param format as {@link SourceContent#format}
     * @param title its own name, or null
     * @param language BCP 47, or null
     * @param items how many items, or sitemaps, it lists now
     */
    public record Found(String url, String format, String title, String language, int items) {}

    /** What was found as entries of {@code sources.yaml}. */
    public static Sources sources(List<Found> found) {
        SourceIds ids = new SourceIds();
        return new Sources(found.stream()
                .map(source -> new SourceEntry(
                        ids.of(source.url()),
                        source.url(),
                        source.format().equals("page") ? SourceType.PAGE : SourceType.AUTO,
                        source.title() == null || source.title().isBlank() ? null : source.title(),
                        tag(source.language()),
                        null,
                        null,
                        List.of()))
                .toList());
    }

    private static String tag(String language) {
        return SourceEntry.isLanguage(language) ? language : null;
    }

    /**
     * What there is at an address: the source itself if it is one, else those that its page and its host lead to, best
     * announced first. Fetches one after the other.
     *
     * @throws IllegalArgumentException if it is no http or https address
     * @throws IOException if it cannot be fetched; a page that is not there is no reason not to look around
     */
    public List<Found> find(String url) throws IOException {
        Response page = page(url);
        Found itself = read(page, SourceType.FEED);
        if (itself != null) {
            return List.of(itself);
        }
        Set<String> announced = new LinkedHashSet<>();
        if (page.status() == 200) {
            announced.addAll(FeedLinksInPage.of(
                    page.body(), page.header("content-type"), page.url().toString()));
        }
        URI base = page.url();
        Robots robots = robots(base);
        announced.addAll(robots.sitemaps());
        List<Found> found = read(announced, base, robots);
        // A robots.txt that names the sitemaps says nothing of feeds, and a page's feeds nothing of sitemaps.
        boolean feeds = found.stream().anyMatch(source -> !source.format().startsWith("sitemap"));
        boolean sitemaps = found.stream().anyMatch(source -> source.format().startsWith("sitemap"));
        found.addAll(0, feeds ? List.of() : read(usual(USUAL_FEEDS, base, announced), base, robots));
        found.addAll(sitemaps ? List.of() : firstOf(usual(USUAL_SITEMAPS, base, announced), base, robots));
        Found listing = found.isEmpty() ? read(page, SourceType.PAGE) : null;
        return listing == null || listing.items() < SHORTEST_LISTING ? found : List.of(listing);
    }

    private static Set<String> usual(List<String> paths, URI base, Set<String> tried) {
        Set<String> places = new LinkedHashSet<>();
        paths.forEach(path -> places.add(base.resolve(path).toString()));
        places.removeAll(tried);
        return places;
    }

    private List<Found> firstOf(Set<String> candidates, URI base, Robots robots) {
        return candidates.stream()
                .map(candidate -> read(Set.of(candidate), base, robots))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Found> read(Set<String> candidates, URI base, Robots robots) {
        List<Found> found = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (String candidate : candidates.stream().limit(MOST_TRIES).toList()) {
            boolean barred = Location.of(base).equals(host(candidate)) && !robots.allows(candidate);
            Response response = barred ? null : fetch(candidate);
            Found source = response == null ? null : read(response, SourceType.FEED);
            if (source != null && known.add(source.url())) {
                found.add(source);
            }
        }
        return found;
    }

    private static String host(String address) {
        try {
            return Location.of(WebAddress.uri(address));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Robots robots(URI base) {
        Response robots = fetch(base.resolve("/robots.txt").toString());
        return robots == null
                ? Robots.OPEN
                : Robots.of(
                        robots.url().toString(),
                        robots.status(),
                        robots.header("content-type"),
                        robots.body(),
                        fetcher.robotName());
    }

    private static Found read(Response response, SourceType type) {
        try {
            if (response.status() != 200) {
                return null;
            }
            String url = response.url().toString();
            SourceContent content = SourceFormat.read(response.body(), response.header("content-type"), url, type);
            int items = content.items().size() + content.parts().size();
            return new Found(url, content.format(), content.title(), content.language(), items);
        } catch (UnreadableSource e) {
            return null;
        }
    }

    /** Null if there is no answer. */
    private Response fetch(String url) {
        try {
            return page(url);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private Response page(String url) throws IOException {
        try {
            return fetcher.fetch(new Request(WebAddress.uri(url), Validators.NONE, true))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException reason ? reason : new IOException(e.getCause());
        }
    }
}
