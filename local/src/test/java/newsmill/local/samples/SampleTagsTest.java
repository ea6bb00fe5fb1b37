package newsmill.local.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsmill.article.Article;
import newsmill.article.EnrichedArticle;
import newsmill.article.Quote;
import newsmill.article.Source;
import newsmill.article.Span;
import newsmill.enrich.Enricher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Most of the newsroom's stories are tagged as their reporters meant them: what a visitor of the demo should see. */
class SampleTagsTest {
    private static final Map<Story, EnrichedArticle> TAGGED = new LinkedHashMap<>();

    @BeforeAll
    static void tag() {
        Enricher enricher = Enricher.standard();
        for (Outlet outlet : Outlet.all()) {
            for (Story story : outlet.stories()) {
                TAGGED.put(
                        story,
                        enricher.enrich(Article.of(outlet.id() + "/" + story.slug())
                                .title(story.field("title"))
                                .language(outlet.language())
                                .source(new Source(outlet.id(), outlet.name(), outlet.country(), null))
                                .body(story.body(false))
                                .build()));
            }
        }
    }

    @Test
    void englishStoriesHaveTheirTopicAmongTheFirstTwo() {
        List<String> missed = new ArrayList<>();
        TAGGED.forEach((story, tagged) -> {
            if (tagged.article().language().startsWith("en")
                    && tagged.topics().stream()
                            .limit(2)
                            .noneMatch(topic -> topic.id().equals(story.field("topics")))) {
                missed.add(story.slug());
            }
        });
        assertTrue(missed.size() <= 2, "topics missed: " + missed);
    }

    @Test
    void storiesHaveTheirCountryFirst() {
        List<String> missed = new ArrayList<>();
        TAGGED.forEach((story, tagged) -> {
            if (tagged.countries().isEmpty()
                    || !tagged.countries().get(0).code().equals(story.field("country"))) {
                missed.add(story.slug());
            }
        });
        assertTrue(missed.size() <= 3, "countries missed: " + missed);
    }

    @Test
    void speakersAreKnownByTheirFullNames() {
        List<String> missed = new ArrayList<>();
        int[] all = {0};
        TAGGED.forEach((story, tagged) -> {
            Set<String> found = tagged.quotes().stream()
                    .filter(quote -> quote.speaker() != null)
                    .map(quote -> quote.speaker().name())
                    .collect(Collectors.toSet());
            for (String speaker : story.field("speakers").split("; ")) {
                all[0]++;
                if (!found.contains(speaker)) {
                    missed.add(story.slug() + ": " + speaker);
                }
            }
        });
        assertTrue(missed.size() <= all[0] * 0.2, missed.size() + " of " + all[0] + " speakers missed: " + missed);
    }

    @Test
    void spansCutTheWordsTheyClaim() {
        TAGGED.forEach((story, tagged) -> {
            String body = story.body(false);
            for (Quote quote : tagged.quotes()) {
                assertEquals(quote.text(), body.substring(quote.start(), quote.end()));
            }
            Stream.concat(
                            tagged.countries().stream().flatMap(country -> country.spans().stream()),
                            tagged.topics().stream().flatMap(topic -> topic.spans().stream()))
                    .forEach((Span span) -> assertEquals(span.text(), body.substring(span.start(), span.end())));
        });
    }
}
