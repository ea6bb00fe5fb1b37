package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Headlines, most of them without a text: one word or two must tell the topic. */
class HeadlinesTest {
    private static final double RIGHT = 0.85;

    private final TopicTagger tagger = TopicTagger.standard();

    @Test
    void theFirstTopicOfMostHeadlinesIsRightInEveryLanguage() {
        Map<String, List<String>> wrong = new TreeMap<>();
        Map<String, Integer> all = new TreeMap<>();
        for (Rows.Row row : Rows.of("headlines.tsv")) {
            Labelled headline =
                    new Labelled(row.cell(0), "headline", List.of(row.cell(1).split("; ")), row.cell(2), row.cell(3));
            all.merge(headline.language(), 1, Integer::sum);
            if (!headline.isUnderstood(tagger)) {
                wrong.computeIfAbsent(headline.language(), l -> new ArrayList<>())
                        .add(headline.title() + headline.topics(tagger));
            }
        }
        wrong.forEach((language, titles) ->
                assertTrue(titles.size() <= (1 - RIGHT) * all.get(language), language + ": " + titles));
    }

    @Test
    void ofTwoTopicsWithAWordEachTheHeadlinesFirstIsNamedFirst() {
        assertEquals("health", first("Lassa fever kills"));
        assertEquals("disaster, accident and emergency incident", first("Tanker explosion kills"));
    }

    private String first(String pidgin) {
        return new Labelled("pcm", "headline", List.of(), pidgin, "")
                .topics(tagger)
                .get(0)
                .name();
    }
}
