package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import newsmill.article.Article;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;

/** Words that stand in news of every subject speak for none, however like a topic's word they begin. */
class CommonWordsTest {
    private final TopicTagger tagger = TopicTagger.standard();

    @Test
    void wordsThatOnlyBeginLikeThoseOfATopicSayNothing() {
        List<String> tagged = Rows.of("common-words.tsv").stream()
                .map(row -> row.cell(0) + ": " + topics(row.cell(0), row.cell(1)))
                .filter(topics -> !topics.endsWith("[]"))
                .toList();
        assertEquals(List.of(), tagged);
    }

    private List<String> topics(String language, String text) {
        Tags tags = new Tags();
        tagger.tag(Story.of(Article.of("a").body(text).build(), language), tags);
        return tags.topics().stream()
                .map(topic -> topic.name() + topic.evidence())
                .toList();
    }
}
