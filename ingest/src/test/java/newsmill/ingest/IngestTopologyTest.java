package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.article.EventHeaders;
import org.junit.jupiter.api.Test;

class IngestTopologyTest extends CrawlTest {
    IngestTopologyTest() {
        super(Map.of());
    }

    @Test
    void aSourceBecomesARawArticle() {
        String url = site.url("/news/bridge");
        site.on("/feed", LocalSite.feed(Samples.rss(url)));
        site.on("/news/bridge", LocalSite.html(Samples.page("Bridge opens", Samples.paragraph("the bridge"))));

        crawl.source("example", site.url("/feed"));
        crawl.run(Duration.ofSeconds(20));

        Article article = crawl.articles().get(0);
        assertEquals(ArticleId.of(CanonicalUrl.of(url)), crawl.raw.get(0).key());
        assertEquals(1, article.revision());
        assertEquals(url, article.url());
        assertEquals("example", article.source().id());
        assertEquals("The Example", article.source().name());
        assertEquals(site.url("/feed"), article.source().feed());
        assertTrue(article.body().contains("the bridge"));
        var headers = crawl.raw.get(0).headers();
        assertEquals(EventHeaders.RAW, EventHeaders.get(headers, "ce_type"));
        assertEquals(article.id() + ":1", EventHeaders.get(headers, "ce_id"));
        assertEquals(1, crawl.raw.size());
    }

    @Test
    void theWayIsRobotsThenFeedThenPageWithAGapBetweenThem() {
        site.on("/feed", LocalSite.feed(Samples.rss(site.url("/a"), site.url("/b"))));
        site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))));
        site.on("/b", LocalSite.html(Samples.page("B", Samples.paragraph("b"))));

        crawl.source("example", site.url("/feed"));
        crawl.run(Duration.ofSeconds(4));
        assertEquals(1, site.asked.size());
        crawl.run(Duration.ofSeconds(5));
        assertEquals(2, site.asked.size());
        crawl.run(Duration.ofSeconds(11));

        assertEquals(
                java.util.List.of("/robots.txt", "/feed"),
                site.asked.stream().map(LocalSite.Asked::path).limit(2).toList());
        assertEquals(4, site.asked.size(), site.asked::toString);
        assertEquals(1, site.mostAtOnce.get());
        assertTrue(site.asked.get(1).header("User-agent").contains("desk@example.org"));
    }

    @Test
    void whoeverWritesALinkGetsTheArticleOnce() {
        site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))));

        crawl.link("{\"url\":\"" + site.url("/a") + "\",\"source\":\"tip\"}");
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofSeconds(20));

        assertEquals(1, crawl.raw.size());
        assertEquals("tip", crawl.articles().get(0).source().id());
        assertEquals(1, site.count("/a"));
    }

    @Test
    void whatIsNoLinkIsRejectedWithItsBytes() {
        crawl.link("{\"url\":");
        crawl.link("{\"url\":\"ftp://example.org/a\"}");
        crawl.sourceRecord("x", "[]");
        site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofSeconds(20));

        var rejected = crawl.records(crawl.topics.rejected());
        assertEquals(3, rejected.size());
        assertArrayEquals(
                "{\"url\":".getBytes(StandardCharsets.UTF_8), rejected.get(0).value());
        assertEquals(1, crawl.raw.size());
    }

    @Test
    void theRecordsTimestampIsWhenTheArticleWasPublishedOrElseFetched() {
        site.on("/a", LocalSite.html(Samples.page("A", Samples.paragraph("a"))));
        crawl.link("{\"url\":\"" + site.url("/a") + "\"}");
        crawl.run(Duration.ofSeconds(20));

        Article article = crawl.articles().get(0);
        Instant time = Instant.ofEpochMilli(crawl.raw.get(0).timestamp());
        assertTrue(article.publishedAt() != null
                || Duration.between(article.fetchedAt(), time).toSeconds() < 2);
    }
}
