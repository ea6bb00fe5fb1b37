package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FAULTS 22: what robots.txt may answer. */
class RobotsTest {
    private static final String URL = "https://news.example/robots.txt";
    private static final String TEXT = """
            User-agent: *
            Disallow: /

            User-agent: Newsmill
            Allow: /news/
            Disallow: /news/drafts/
            Crawl-delay: 7

            Sitemap: https://news.example/sitemap.xml
            """;

    private static Robots robots(int status, byte[] body) {
        return Robots.of(URL, status, "text/plain", body, "newsmill");
    }

    private static Robots robots(String text) {
        return robots(200, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theGroupThatNamesUsIsTheOneThatCounts() {
        Robots robots = robots(TEXT);
        assertTrue(robots.allows("https://news.example/news/a"));
        assertFalse(robots.allows("https://news.example/news/drafts/a"));
        assertEquals(Duration.ofSeconds(7), robots.delay());
        assertEquals(List.of("https://news.example/sitemap.xml"), robots.sitemaps());
        assertFalse(Robots.of(URL, 200, null, TEXT.getBytes(StandardCharsets.UTF_8), "other")
                .allows("https://news.example/news/a"));
    }

    @Test
    void editorsByteOrderMarksAndWideCharactersAreRead() {
        for (byte[] body : new byte[][] {
            ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE),
            TEXT.getBytes(StandardCharsets.UTF_16BE)
        }) {
            assertTrue(robots(200, body).allows("https://news.example/news/a"));
            assertFalse(robots(200, body).allows("https://news.example/news/drafts/a"));
        }
    }

    @Test
    void missingAllowsAndUnreachableForbids() {
        for (int status : new int[] {400, 401, 403, 404, 410, 451, 301}) {
            assertTrue(robots(status, new byte[0]).allows("https://news.example/a"), "status " + status);
        }
        for (int status : new int[] {0, 429, 500, 502, 503}) {
            assertFalse(robots(status, new byte[0]).allows("https://news.example/a"), "status " + status);
        }
    }

    @Test
    void tenMegabytesAreReadAsFarAsTheLimit() {
        String text =
                "User-agent: *\nDisallow: /secret\n" + "# padding padding padding\n".repeat(400_000) + "Disallow: /\n";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Robots robots = robots(text);
            assertFalse(robots.allows("https://news.example/secret"));
            assertTrue(robots.allows("https://news.example/open"));
        });
    }

    @Test
    void aPageInsteadOfRobotsForbidsNothing() {
        assertTrue(Robots.of(
                        URL,
                        200,
                        "text/html",
                        "<html><p>Welcome</p></html>".getBytes(StandardCharsets.UTF_8),
                        "newsmill")
                .allows("https://news.example/a"));
    }

    @Test
    void nobodyMeansADayBetweenRequests() {
        assertTrue(robots("User-agent: *\nCrawl-delay: 86400\n").delay().compareTo(Duration.ofMinutes(10)) <= 0);
    }
}
