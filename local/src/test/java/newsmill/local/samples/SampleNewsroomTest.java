package newsmill.local.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import newsmill.article.Json;
import newsmill.local.samples.SampleNewsroom.PublishedStory;
import newsmill.local.samples.SampleNewsroom.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SampleNewsroomTest {
    private final SampleNewsroom newsroom = SampleNewsroom.open(Instant.parse("2026-11-23T20:15:30Z"));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void thereAreStoriesEnoughInFourLanguagesAndOnEverySubject() {
        List<PublishedStory> stories = newsroom.published();
        assertTrue(stories.size() >= 25);
        assertEquals(
                Set.of("de", "en", "es", "fr"),
                stories.stream().map(s -> s.outlet().language()).collect(Collectors.toSet()));
        assertTrue(
                stories.stream().map(s -> s.story().field("topics")).distinct().count() >= 15);
        for (PublishedStory story : stories) {
            int words = story.story().body(false).split("\\s+").length;
            assertTrue(words >= 240 && words <= 600, story.url() + ": " + words + " words");
        }
    }

    @Test
    void everyPageHoldsItsStoryAndEveryFeedLeadsToAllItsPages() throws Exception {
        Set<String> linked = new HashSet<>();
        for (Subscription source : newsroom.subscriptions()) {
            String feed = get(source.url()).body();
            if (source.url().endsWith(".json")) {
                Json.MAPPER.readTree(feed);
            } else {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
            }
            newsroom.published().stream()
                    .map(PublishedStory::url)
                    .filter(feed::contains)
                    .forEach(linked::add);
        }
        for (PublishedStory story : newsroom.published()) {
            assertTrue(linked.contains(story.url()), story.url());
            String page = get(story.url()).body();
            for (String paragraph : story.story().paragraphs()) {
                assertTrue(page.contains(PageTemplate.markup(paragraph)), story.url());
            }
            assertTrue(!page.contains("{{"), story.url());
        }
    }

    @Test
    void pageThatIsKnownIsNotSentAgain() throws Exception {
        String url = newsroom.published().get(0).url();
        HttpResponse<String> first = get(url);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        assertEquals(304, get(url, "If-None-Match", tag).statusCode());
        assertEquals(304, get(url, "If-Modified-Since", date).statusCode());
        assertEquals(200, get(url, "If-None-Match", "\"other\"").statusCode());
        assertEquals(2, newsroom.traffic().notModified());
    }

    @Test
    void correctionChangesPageAndFeed() throws Exception {
        PublishedStory story = newsroom.published().stream()
                .filter(s -> s.story().isCorrected())
                .findFirst()
                .orElseThrow();
        String tag = get(story.url()).headers().firstValue("ETag").orElseThrow();
        newsroom.correct(Instant.parse("2026-11-23T20:16:00Z"));
        HttpResponse<String> corrected = get(story.url(), "If-None-Match", tag);
        assertEquals(200, corrected.statusCode());
        for (String paragraph : story.story().corrected()) {
            assertTrue(corrected.body().contains(PageTemplate.markup(paragraph)));
        }
        String feed = newsroom.subscriptions().stream()
                .filter(s -> s.id().equals(story.outlet().id()))
                .findFirst()
                .orElseThrow()
                .url();
        assertTrue(get(feed).body().contains("2026-11-23T15:16:00-05:00"));
    }

    @Test
    void withdrawnPageIsGone() throws Exception {
        for (String url : newsroom.withdraw()) {
            assertEquals(410, get(url).statusCode());
        }
    }

    private HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
