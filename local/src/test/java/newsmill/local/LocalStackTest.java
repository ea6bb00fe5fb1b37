package newsmill.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import newsmill.article.Article;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import newsmill.article.Source;
import newsmill.enrich.Enricher;
import newsmill.ingest.SourcesPublisher;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import newsmill.local.samples.SampleNewsroom;
import newsmill.local.samples.SampleNewsroom.PublishedStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From pages on a real web server through a real broker and all the services to files. */
@Timeout(120)
class LocalStackTest {
    private static final Map<String, String> PACE = Map.of(
            "NEWSMILL_INGEST_ALLOW_PRIVATE", "true",
            "NEWSMILL_INGEST_HOST_GAP", "10ms",
            "NEWSMILL_INGEST_EVERY_FLOOR", "1s",
            "NEWSMILL_INGEST_EVERY_CEILING", "1s",
            "NEWSMILL_INGEST_REVISITS", "none",
            "NEWSMILL_SINK_COMPRESSION", "none");

    @TempDir
    private Path folder;

    private final SampleNewsroom newsroom = SampleNewsroom.open(Instant.now());

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void filesHoldEveryArticleOnceAndTaggedAsTheFiltersTagIt() throws Exception {
        int stories = newsroom.published().size();
        runUntil(stories);
        Map<String, JsonNode> first = files();
        assertEquals(stories, first.size());
        for (PublishedStory story : newsroom.published()) {
            JsonNode expected =
                    Json.MAPPER.readTree(Json.write(Enricher.standard().enrich(extracted(story))));
            JsonNode found = first.get(story.url());
            for (String field : List.of(
                    "id", "title", "body", "byline", "contentHash", "language", "topics", "countries", "quotes")) {
                assertEquals(expected.path(field), found.path(field), story.url() + " " + field);
            }
            assertEquals(1, found.path("revision").asInt());
            assertEquals(story.outlet().id(), found.path("source").path("id").asText());
        }
        theNextRunGoesOnWhereThisOneEnded(first);
    }

    private void theNextRunGoesOnWhereThisOneEnded(Map<String, JsonNode> before) throws Exception {
        int known = newsroom.traffic().notModified();
        try (LocalStack stack = LocalStack.open(folder, Map.of(), PACE);
                EnrichedFeed feed = new EnrichedFeed(stack.kafka())) {
            stack.startServices();
            List<EnrichedArticle> again = new ArrayList<>();
            while (newsroom.traffic().notModified()
                    < known + newsroom.subscriptions().size()) {
                assertTrue(stack.running());
                again.addAll(feed.next(Duration.ofMillis(100)));
            }
            assertEquals(List.of(), again);
        }
        assertEquals(before, files());
    }

    private void runUntil(int articles) {
        try (LocalStack stack = LocalStack.open(folder, Map.of(), PACE);
                EnrichedFeed feed = new EnrichedFeed(stack.kafka())) {
            new SourcesPublisher(stack.kafka()).publish(Demo.sources(newsroom));
            stack.startServices();
            int count = 0;
            while (count < articles) {
                assertTrue(stack.running());
                count += feed.next(Duration.ofMillis(100)).size();
            }
            Delivery.await(stack, feed, Duration.ofSeconds(20));
        }
    }

    private Article extracted(PublishedStory story) throws Exception {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(story.url())).build(), HttpResponse.BodyHandlers.ofByteArray());
        return ArticleExtractor.standard()
                .extract(new Page(
                        story.url(),
                        response.body(),
                        response.headers().firstValue("Content-Type").orElse(null),
                        null,
                        new Source(
                                story.outlet().id(),
                                story.outlet().name(),
                                story.outlet().country(),
                                null),
                        null,
                        null));
    }

    private Map<String, JsonNode> files() throws Exception {
        Map<String, JsonNode> records = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("enriched"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode record = Json.MAPPER.readTree(line);
                    String url = record.path("canonicalUrl").asText();
                    assertEquals(null, records.put(url, record), "twice: " + url);
                }
            }
        }
        return records;
    }
}
