package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import newsmill.article.Settings;
import newsmill.ingest.fetch.FetchSettings;
import newsmill.ingest.fetch.Fetcher;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {
    @TempDir
    Path folder;

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

    private List<String> find(String path) throws Exception {
        return new SourceFinder(fetcher)
                .find(site.url(path)).stream()
                        .map(found -> found.url().replaceFirst("http://[^/]+", "") + " " + found.format() + " "
                                + found.items())
                        .toList();
    }

    @Test
    void aHomePageLeadsToItsFeedsAndItsHostToItsSitemaps() throws Exception {
        assertEquals(List.of("/main rss 2", "/sport/rss rss 1", "/map.xml sitemap 1"), find("/"));
    }

    @Test
    void aPageOfFeedsLeadsToThemByTheirAddressesAndByTheirWords() throws Exception {
        site.on("/robots.txt", LocalSite.status(404));
        site.on("/feeds", LocalSite.html("<a href=/feeds/sport.xml>Sport</a><a href=/get?id=7>Culture (RSS)</a>"));
        site.on("/feeds/sport.xml", LocalSite.feed(Samples.rss(site.url("/c"))));
        site.on("/get?id=7", LocalSite.feed(Samples.rss(site.url("/d"))));
        assertEquals(List.of("/feeds/sport.xml rss 1", "/get?id=7 rss 1"), find("/feeds"));
    }

    @Test
    void aPageThatIsNotThereIsNoReasonNotToLookAroundButASiteThatDoesNotAnswerIs() throws Exception {
        assertEquals(List.of("/map.xml sitemap 1"), find("/moved-away"));
        site.close();
        assertThrows(IOException.class, () -> find("/"));
    }

    @Test
    void aFeedIsFoundToBeOneItself() throws Exception {
        assertEquals(List.of("/main rss 2"), find("/main"));
    }

    @Test
    void aSiteThatSaysNothingIsTriedAtTheUsualPlaces() throws Exception {
        site.on("/robots.txt", LocalSite.status(404));
        site.on("/", LocalSite.html("<p>Welcome"));
        site.on("/feed.xml", LocalSite.feed(Samples.rss(site.url("/a"))));
        assertEquals(List.of("/feed.xml rss 1"), find("/"));
    }

    @Test
    void aSiteThatNamesItsSitemapOnlyIsTriedForFeedsAsWell() throws Exception {
        site.on("/", LocalSite.html("<p>Welcome"));
        site.on("/rss.xml", LocalSite.feed(Samples.rss(site.url("/a"))));
        assertEquals(List.of("/rss.xml rss 1", "/map.xml sitemap 1"), find("/"));
    }

    @Test
    void aSiteThatNamesItsFeedsOnlyIsTriedForASitemapAsWell() throws Exception {
        site.on("/robots.txt", LocalSite.status(404));
        site.on(
                "/sitemap_index.xml",
                LocalSite.feed(
                        "<sitemapindex><sitemap><loc>" + site.url("/map.xml") + "</loc></sitemap></sitemapindex>"));
        assertEquals(List.of("/main rss 2", "/sport/rss rss 1", "/sitemap_index.xml sitemapindex 1"), find("/"));
    }

    @Test
    void aSitemapThatIsAGzipFileIsRead() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("<urlset><url><loc>" + site.url("/a") + "</loc></url></urlset>").getBytes());
        }
        site.on("/robots.txt", LocalSite.text("Sitemap: " + site.url("/map.xml.gz") + "\n"));
        site.on("/map.xml.gz", new LocalSite.Answer(200, "application/x-gzip", packed.toByteArray(), Map.of()));
        assertEquals(List.of("/main rss 2", "/sport/rss rss 1", "/map.xml.gz sitemap 1"), find("/"));
    }

    @Test
    void feedsOfCommentsComeLast() throws Exception {
        site.on("/robots.txt", LocalSite.status(404));
        site.on(
                "/",
                LocalSite.html("<link rel=alternate type=application/rss+xml href=/comments/feed/>"
                        + "<link rel=alternate type=application/rss+xml href=/main>"));
        site.on("/comments/feed/", LocalSite.feed(Samples.rss(site.url("/c"))));
        assertEquals(List.of("/main rss 2", "/comments/feed/ rss 1"), find("/"));
    }

    @Test
    void whatRobotsDisallowIsNotTried() throws Exception {
        site.on(
                "/robots.txt",
                LocalSite.text("User-agent: *\nDisallow: /sport/\nSitemap: " + site.url("/map.xml") + "\n"));
        assertEquals(List.of("/main rss 2", "/map.xml sitemap 1"), find("/"));
        assertEquals(0, site.count("/sport/rss"));
    }

    @Test
    void aPageThatListsArticlesIsASourceWhereThereIsNoOther() throws Exception {
        site.on("/robots.txt", LocalSite.status(404));
        StringBuilder page = new StringBuilder("<html lang=en><title>News of the day</title>");
        for (int i = 0; i < 6; i++) {
            page.append("<a href='/news/")
                    .append(4100 + i)
                    .append("'>What the council decided on evening ")
                    .append(i);
            page.append("</a>");
        }
        site.on("/", LocalSite.html(page.toString()));
        assertEquals(List.of("/ page 6"), find("/"));
        SourceEntry entry = SourceFinder.sources(new SourceFinder(fetcher).find(site.url("/")))
                .entries()
                .get(0);
        assertEquals(SourceType.PAGE, entry.type());
        assertEquals("News of the day", entry.name());
        assertEquals("en", entry.language());
    }

    @Test
    void whatIsFoundIsReadyForSourcesYaml() throws Exception {
        String yaml = SourceFinder.sources(new SourceFinder(fetcher).find(site.url("/")))
                .toYaml();
        Path file = Files.writeString(folder.resolve("sources.yaml"), yaml);
        assertEquals(3, Sources.load(file).entries().size());
    }
}
