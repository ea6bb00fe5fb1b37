package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import newsmill.article.Article;
import newsmill.article.MediaTopic;
import newsmill.article.Span;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;

class TopicTaggerTest {
    private final TopicTagger tagger = TopicTagger.standard();

    @Test
    void theTopicComesWithTheWordsThatSpokeForIt() {
        String body = "The ferry capsized in heavy seas. Rescuers pulled twelve survivors from the water.";
        MediaTopic topic = tag("Ferry sinks off the coast", body).get(0);
        assertEquals("medtop:03000000", topic.id());
        assertEquals("disaster, accident and emergency incident", topic.name());
        assertTrue(topic.evidence().contains("capsized"), topic.evidence().toString());
        assertTrue(topic.spans().stream().anyMatch(s -> s.text().equals("capsized")));
    }

    @Test
    void spansCutTheBodyExactly() {
        String body = "A “grand slam” title — her third 🎾 — was won in straight sets at Wimbledon.";
        for (MediaTopic topic : tag("Tennis", body)) {
            for (Span span : topic.spans()) {
                assertEquals(span.text(), body.substring(span.start(), span.end()));
            }
        }
    }

    @Test
    void theTitleCountsMoreThanTheBody() {
        String body = "The company said the workers would be told of the profit. Shares rose.";
        assertEquals("medtop:15000000", first(tag("Striker scores hat-trick in cup final", body)));
    }

    @Test
    void thePublishersSectionIsEvidenceInAnyLanguage() {
        Article article = Article.of("a")
                .title("Was jetzt geschieht")
                .body("Nichts.")
                .section("Wirtschaft")
                .build();
        assertEquals("medtop:04000000", first(tag(article, "und")));
    }

    @Test
    void aTextOfUnknownWordsHasNoTopics() {
        assertTrue(tag(
                        Article.of("a")
                                .title("Lorem ipsum")
                                .body("dolor sit amet, consectetur")
                                .build(),
                        "la")
                .isEmpty());
    }

    @Test
    void anEmptyStoryHasNoTopics() {
        assertTrue(tag(Article.of("a").build(), "en").isEmpty());
    }

    @Test
    void wordsWrittenInCapitalsInTheLexiconNeedCapitals() {
        assertFalse(tag("It aids memory", "This aids us all, he said.").stream()
                .anyMatch(t -> t.evidence().contains("aids")));
    }

    @Test
    void aLongHostileTextIsReadInLinearTime() {
        String body = "war ".repeat(500_000) + "x".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> tag("war", body));
    }

    private List<MediaTopic> tag(String title, String body) {
        return tag(Article.of("a").title(title).body(body).build(), "en");
    }

    private List<MediaTopic> tag(Article article, String language) {
        Tags tags = new Tags();
        tagger.tag(Story.of(article, language), tags);
        return tags.topics();
    }

    private static String first(List<MediaTopic> topics) {
        return topics.isEmpty() ? "none" : topics.get(0).id();
    }
}
