package newsmill.ingest;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import newsmill.ingest.fetch.Fetcher;
import newsmill.ingest.fetch.Request;
import newsmill.ingest.fetch.Response;
import newsmill.ingest.fetch.Robots;
import newsmill.ingest.fetch.Validators;
import newsmill.ingest.fetch.WebAddress;
import newsmill.ingest.source.FeedLinksInPage;
import newsmill.ingest.source.SourceContent;
import newsmill.ingest.source.SourceFormat;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.UnreadableSource;

/** Finds the feeds and sitemaps of a site: what its home page announces, what its robots.txt names, the usual places. */
public final class SourceFinder {
    private static final List<String> USUAL_PLACES =
            List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap.xml");
    private static final int MOST_TRIES = 25;

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
     * @param items how many items, or sitemaps, it lists now
     */
    public record Found(String url, String format, String title, int items) {}

    /**
     * What there is at an address: the source itself if it is one, else those that its page and its host lead to, best
     * announced first. Fetches one after the other.
     *
     * @throws IllegalArgumentException if it is no http or https address
     */
    public List<Found> find(String url) {
        Response page = fetch(url);
        Found itself = page == null ? null : read(page);
        if (itself != null) {
            return List.of(itself);
        }
        Set<String> candidates = new LinkedHashSet<>();
        if (page != null && page.status() == 200) {
            candidates.addAll(FeedLinksInPage.of(
                    page.body(), page.header("content-type"), page.url().toString()));
        }
        URI base = page == null ? WebAddress.uri(url) : page.url();
        candidates.addAll(sitemapsInRobots(base));
        if (candidates.isEmpty()) {
            USUAL_PLACES.forEach(path -> candidates.add(base.resolve(path).toString()));
        }
        return read(candidates);
    }

    private List<Found> read(Set<String> candidates) {
        List<Found> found = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (String candidate : candidates.stream().limit(MOST_TRIES).toList()) {
            Response response = fetch(candidate);
            Found source = response == null ? null : read(response);
            if (source != null && known.add(source.url())) {
                found.add(source);
            }
        }
        return found;
    }

    private List<String> sitemapsInRobots(URI base) {
        Response robots = fetch(base.resolve("/robots.txt").toString());
        return robots == null
                ? List.of()
                : Robots.of(
                                robots.url().toString(),
                                robots.status(),
                                robots.header("content-type"),
                                robots.body(),
                                fetcher.robotName())
                        .sitemaps();
    }

    private static Found read(Response response) {
        try {
            if (response.status() != 200) {
                return null;
            }
            String url = response.url().toString();
            SourceContent content =
                    SourceFormat.read(response.body(), response.header("content-type"), url, SourceType.FEED);
            int items = content.items().size() + content.parts().size();
            return new Found(url, content.format(), content.title(), items);
        } catch (UnreadableSource e) {
            return null;
        }
    }

    private Response fetch(String url) {
        try {
            return fetcher.fetch(new Request(WebAddress.uri(url), Validators.NONE, true))
                    .join();
        } catch (CompletionException e) {
            return null;
        }
    }
}
