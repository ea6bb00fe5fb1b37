package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import newsmill.article.Settings;
import newsmill.ingest.fetch.FetchSettings;
import newsmill.ingest.fetch.Fetcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceFinderTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Fetcher fetcher =
            new Fetcher(FetchSettings.from(new Settings(Map.of("NEWSMILL_INGEST_ALLOW_PRIVATE", "true"))), workers);
    private LocalSite site;

    @BeforeEach
    void open() throws Exception {
        site = new LocalSite();
        site.on(
                "/",
                LocalSite.html(
                        "<html><head><link rel=alternate type=application/rss+xml href=/main>"
                                + "<link rel=alternate hreflang=fr href=/fr></head><body><a href='/sport/rss'>Sport</a><a href=/gone.rss>x</a>"));
        site.on("/main", LocalSite.feed(Samples.rss(site.url("/a"), site.url("/b"))));
        site.on("/sport/rss", LocalSite.feed(Samples.rss(site.url("/c"))));
        site.on("/robots.txt", LocalSite.text("User-agent: *\nDisallow:\nSitemap: " + site.url("/map.xml") + "\n"));
        site.on("/map.xml", LocalSite.feed("<urlset><url><loc>" + site.url("/a") + "</loc></url></urlset>"));
    }

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
        workers.shutdownNow();
    }

    private List<String> find(String path) {
        return new SourceFinder(fetcher)
                .find(site.url(path)).stream()
                        .map(found -> found.url().replaceFirst("http://[^/]+", "") + " " + found.format() + " "
                                + found.items())
                        .toList();
    }

    @Test
    void aHomePageLeadsToItsFeedsAndItsHostToItsSitemaps() {
        assertEquals(List.of("/main rss 2", "/sport/rss rss 1", "/map.xml sitemap 1"), find("/"));
    }

    @Test
    void aFeedIsFoundToBeOneItself() {
        assertEquals(List.of("/main rss 2"), find("/main"));
    }

    @Test
    void aSiteThatSaysNothingIsTriedAtTheUsualPlaces() throws Exception {
        site.on("/robots.txt", LocalSite.status(404));
        site.on("/", LocalSite.html("<p>Welcome"));
        site.on("/feed.xml", LocalSite.feed(Samples.rss(site.url("/a"))));
        assertEquals(List.of("/feed.xml rss 1"), find("/"));
    }
}
