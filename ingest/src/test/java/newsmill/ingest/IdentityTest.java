package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import org.junit.jupiter.api.Test;

/** FAULTS 30, and the identity of docs/records.md from end to end: what is one article, and what are two. */
class IdentityTest extends CrawlTest {
    IdentityTest() {
        super(Map.of());
    }

    private static LocalSite.Answer story(String title, String about) {
        return LocalSite.html(Samples.page(title, Samples.paragraph(about), Samples.paragraph(about + " again")));
    }

    private static LocalSite.Answer naming(String canonical, String title, String about) {
        String page = Samples.page(title, Samples.paragraph(about), Samples.paragraph(about + " again"));
        return LocalSite.html(page.replace("<head>", "<head><link rel=canonical href=\"" + canonical + "\">"));
    }

    private static String item(String guid, String url, String title, String date) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><link>" + url + "</link><title>" + title
                + "</title><pubDate>" + date + "</pubDate></item>";
    }

    private void feed(String... items) {
        site.on(
                "/feed",
                LocalSite.feed("<rss version=\"2.0\"><channel><title>F</title>" + String.join("", items)
                        + "</channel></rss>"));
    }

    private void links(String... paths) {
        for (String path : paths) {
            crawl.link("{\"url\":\"" + site.url(path) + "\"}");
        }
        crawl.run(Duration.ofSeconds(40));
    }

    private List<String> urls() {
        return crawl.articles().stream().map(Article::url).toList();
    }

    @Test
    void anEditedGuidIsNoNewArticle() {
        site.on("/a", story("The bridge", "the bridge"));
        feed(item("one", site.url("/a"), "The bridge", "Mon, 02 Mar 2026 09:30:00 GMT"));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(30));
        feed(item("two", site.url("/a"), "The bridge", "Mon, 02 Mar 2026 09:30:00 GMT"));
        crawl.run(Duration.ofHours(4));

        assertEquals(1, crawl.raw.size());
    }

    @Test
    void anEditedAddressIsNoNewArticleAndLaterEditsAreFoundThere() {
        site.on("/bridge-to-open", story("The bridge", "the bridge"));
        feed(item("one", site.url("/bridge-to-open"), "The bridge", "Mon, 02 Mar 2026 09:30:00 GMT"));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(30));
        feed(item("one", site.url("/bridge-opens"), "The bridge is open", "Mon, 02 Mar 2026 09:30:00 GMT"));
        site.on("/bridge-to-open", LocalSite.status(404));
        site.on("/bridge-opens", story("The bridge is open", "the opening"));
        crawl.run(Duration.ofDays(9));

        assertEquals(
                List.of(1, 2), crawl.articles().stream().map(Article::revision).toList());
        assertEquals(List.of(site.url("/bridge-to-open"), site.url("/bridge-opens")), urls());
        assertEquals(crawl.raw.get(0).key(), crawl.raw.get(1).key());
    }

    @Test
    void anotherSpellingOfAnAddressThatWasNotThereIsTriedAtOnceAndTheSameSpellingIsNot() {
        links("/bridge?utm_source=letter");
        site.on("/bridge", story("The bridge", "the bridge"));
        links("/bridge?utm_source=letter");
        assertEquals(List.of(), urls());
        links("/bridge", "/bridge?utm_source=letter");

        assertEquals(List.of(site.url("/bridge")), urls());
    }

    @Test
    void anAddressThatWasWrongAtFirstLosesNothing() {
        feed(item("one", site.url("/brigde"), "The bridge", "Mon, 02 Mar 2026 09:30:00 GMT"));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofSeconds(30));
        feed(item("one", site.url("/bridge"), "The bridge", "Mon, 02 Mar 2026 09:30:00 GMT"));
        site.on("/bridge", story("The bridge", "the bridge"));
        crawl.run(Duration.ofHours(4));

        assertEquals(List.of(site.url("/bridge")), urls());
    }

    @Test
    void guidsThatCountPlacesOrAreAllAlikeLoseNothing() {
        for (int i = 0; i < 4; i++) {
            site.on("/" + i, story("Story " + i, "case " + i));
        }
        feed(
                item("1", site.url("/0"), "Story 0", "Mon, 02 Mar 2026 09:30:00 GMT"),
                item("feed", site.url("/1"), "Story 1", "Mon, 02 Mar 2026 09:31:00 GMT"),
                item("feed", site.url("/2"), "Story 2", "Mon, 02 Mar 2026 09:32:00 GMT"));
        crawl.source("s", site.url("/feed"));
        crawl.run(Duration.ofMinutes(1));
        feed(item("1", site.url("/3"), "Story 3", "Mon, 02 Mar 2026 11:30:00 GMT"));
        crawl.run(Duration.ofHours(4));

        assertEquals(List.of("/0", "/1", "/2", "/3").stream().map(site::url).toList(), urls());
    }

    @Test
    void theSameWordsUnderAnotherAddressOfTheHostAreTheSameArticle() {
        site.on("/bridge", story("The bridge", "the bridge"));
        site.on("/news/bridge?from=app", story("The bridge", "the bridge"));
        links("/bridge", "/news/bridge?from=app");

        assertEquals(1, crawl.raw.size());
        assertEquals(1, site.count("/news/bridge?from=app"));
    }

    @Test
    void anArticleFromSeveralFeedsInSeveralSpellingsIsOne() {
        site.on("/a", story("The bridge", "the bridge"));
        for (int i = 0; i < 3; i++) {
            String url = site.url(List.of("/a", "/a/", "/a?utm_source=feed#top").get(i));
            site.on("/feed" + i, LocalSite.feed(Samples.rss(url)));
            crawl.source("s" + i, site.url("/feed" + i));
        }
        crawl.run(Duration.ofMinutes(3));

        assertEquals(1, crawl.raw.size());
        assertEquals(
                ArticleId.of(CanonicalUrl.of(site.url("/a"))), crawl.raw.get(0).key());
    }

    @Test
    void theCanonicalAddressThatAPageNamesIsItsIdentity() {
        site.on("/a?edition=2", naming("/bridge-opens-today", "The bridge", "the bridge"));
        site.on("/b", naming("/bridge-opens-today", "The bridge", "the bridge and more"));
        links("/a?edition=2", "/b");

        assertEquals(1, crawl.raw.size());
        assertEquals(site.url("/bridge-opens-today"), crawl.articles().get(0).canonicalUrl());
    }

    @Test
    void aCanonicalAddressThatIsTheHomePageOrTheSectionIsNotBelieved() {
        site.on("/news/one-a-b", naming("/", "One", "one"));
        site.on("/news/two-a-b", naming("/news/", "Two", "two"));
        site.on("/news/three-a-b", naming("https://elsewhere.example/three-a-b", "Three", "three"));
        links("/news/one-a-b", "/news/two-a-b", "/news/three-a-b");

        assertEquals(3, crawl.raw.size());
        crawl.articles().forEach(article -> assertEquals(article.url(), article.canonicalUrl()));
    }

    @Test
    void aCanonicalAddressThatDifferentArticlesNameLosesNoneOfThem() {
        for (String name : List.of("one", "two", "three")) {
            site.on("/" + name, naming("/story-of-the-day", "Story " + name, "case " + name));
        }
        links("/one", "/two", "/three");

        assertEquals(
                3, crawl.raw.stream().map(record -> record.key()).distinct().count());
    }

    @Test
    void aCanonicalAddressOnAnotherHostOfTheSiteIsSettledByItsOwner() throws Exception {
        // Hosts of one site differ in their ports here: both are 127.0.0.1.
        try (LocalSite other = new LocalSite()) {
            site.on("/m/bridge", naming(other.url("/bridge"), "The bridge", "the bridge"));
            other.on("/bridge", naming(other.url("/bridge"), "The bridge", "the bridge"));
            site.on("/m/storm", naming(other.url("/storm"), "The storm", "the storm"));
            site.on("/m/ring", naming(other.url("/ring"), "The ring", "the ring"));
            other.on("/ring", naming(site.url("/m/ring"), "The ring", "the ring"));
            crawl.link("{\"url\":\"" + other.url("/bridge") + "\"}");
            links("/m/bridge", "/m/storm", "/m/ring");
            crawl.run(Duration.ofMinutes(5));

            assertEquals(1, other.count("/bridge"));
            assertEquals(
                    List.of(other.url("/bridge"), site.url("/m/ring"), site.url("/m/storm")),
                    urls().stream()
                            .sorted(java.util.Comparator.comparing(url -> url.replaceAll(".*/", "")))
                            .toList());
        }
    }

    @Test
    void anArticleThatMovesOnItsHostStaysTheSame() {
        site.on("/old-a-b", story("The bridge", "the bridge"));
        links("/old-a-b");
        site.on("/old-a-b", LocalSite.redirect(301, "/new-a-b"));
        site.on("/new-a-b", story("The bridge", "the opening"));
        crawl.run(Duration.ofHours(3));
        links("/new-a-b");

        assertEquals(
                List.of(1, 2), crawl.articles().stream().map(Article::revision).toList());
        assertEquals(crawl.raw.get(0).key(), crawl.raw.get(1).key());
    }

    @Test
    void anArticleThatMovesToAnotherHostIsNotPublishedAgain() throws Exception {
        try (LocalSite other = new LocalSite()) {
            site.on("/a", story("The bridge", "the bridge"));
            links("/a");
            site.on("/a", LocalSite.redirect(301, other.url("/a")));
            other.on("/a", story("The bridge", "the bridge"));
            crawl.run(Duration.ofHours(3));
            crawl.link("{\"url\":\"" + other.url("/a") + "\"}");
            crawl.run(Duration.ofHours(3));

            assertEquals(1, crawl.raw.size());
        }
    }

    @Test
    void anArticleThatRedirectsToItsSectionIsGoneAndOneThatMeetsAWallOnAnotherHostIsNot() throws Exception {
        try (LocalSite wall = new LocalSite()) {
            site.on("/news/bridge-a-b", story("The bridge", "the bridge"));
            site.on("/news/storm-a-b", story("The storm", "the storm"));
            links("/news/bridge-a-b", "/news/storm-a-b");
            site.on("/news", story("News", "everything"));
            site.on("/news/bridge-a-b", LocalSite.redirect(302, "/news"));
            site.on("/news/storm-a-b", LocalSite.redirect(302, wall.url("/consent")));
            wall.on("/consent", story("Before you go on", "cookies"));
            crawl.run(Duration.ofHours(27));

            assertEquals(4, crawl.raw.size());
            assertTrue(crawl.articles().get(2).withdrawn());
            assertEquals(site.url("/news/bridge-a-b"), crawl.articles().get(2).url());
        }
    }
}
