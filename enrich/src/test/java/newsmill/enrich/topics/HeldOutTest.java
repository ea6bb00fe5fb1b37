package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import newsmill.article.Article;
import newsmill.article.MediaTopic;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;

/** Texts of our own that the weights have not seen: what the tagger says of them must be right about as often as it says. */
class HeldOutTest {
    private static final double RIGHT = 0.86;
    private static final double RIGHT_WHEN_SURE = 0.95;
    private static final double SURE = 0.9;
    private static final int SURE_TAGS = 100;

    private final TopicTagger tagger = TopicTagger.standard();
    private final List<Rows.Row> rows = Rows.of("held-out.tsv");

    @Test
    void theFirstTopicIsRightForSixOfSevenTexts() {
        List<String> wrong = new ArrayList<>();
        for (Rows.Row row : rows) {
            List<MediaTopic> topics = topics(row);
            if (topics.isEmpty() || !accepted(row).contains(topics.get(0).name())) {
                wrong.add(row.cell(1));
            }
        }
        assertTrue(wrong.size() <= (1 - RIGHT) * rows.size(), wrong.size() + " of " + rows.size() + ": " + wrong);
    }

    @Test
    void aTopicWithAHighScoreIsRight() {
        int sure = 0;
        List<String> wrong = new ArrayList<>();
        for (Rows.Row row : rows) {
            for (MediaTopic topic : topics(row)) {
                if (topic.score() >= SURE) {
                    sure++;
                    if (!accepted(row).contains(topic.name())) {
                        wrong.add(topic.name() + ": " + row.cell(1));
                    }
                }
            }
        }
        assertTrue(sure >= SURE_TAGS, sure + " sure");
        assertTrue(wrong.size() <= (1 - RIGHT_WHEN_SURE) * sure, sure + " sure, wrong: " + wrong);
    }

    private static List<String> accepted(Rows.Row row) {
        return List.of(row.cell(0).split("; "));
    }

    /** The upper-level topics, best first. */
    private List<MediaTopic> topics(Rows.Row row) {
        Tags tags = new Tags();
        Article article = Article.of("a").title(row.cell(1)).body(row.cell(2)).build();
        tagger.tag(Story.of(article, "en"), tags);
        return tags.topics().stream().filter(t -> t.id().endsWith("000000")).toList();
    }
}
