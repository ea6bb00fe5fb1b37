package newsmill.enrich.topics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import newsmill.article.Article;
import newsmill.article.MediaTopic;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;
import org.junit.jupiter.api.Test;

class LowerLevelTest {
    private static final double PRECISION = 0.8;
    private static final double NAMED = 0.5;

    @Test
    void fourOfFiveLowerTopicsAreRightAndHalfOfTheTextsHaveOne() {
        TopicTagger tagger = TopicTagger.standard();
        List<Rows.Row> rows = Rows.of("lower-level.tsv");
        int named = 0;
        List<String> wrong = new ArrayList<>();
        for (Rows.Row row : rows) {
            Article article =
                    Article.of("a").title(row.cell(1)).body(row.cell(2)).build();
            Tags tags = new Tags();
            tagger.tag(Story.of(article, "en"), tags);
            for (MediaTopic topic : tags.topics()) {
                if (!topic.id().endsWith("000000")) {
                    named++;
                    if (!List.of(row.cell(0).split("; ")).contains(topic.name())) {
                        wrong.add(topic.name() + ": " + row.cell(1) + " " + row.cell(2));
                    }
                }
            }
        }
        assertTrue(wrong.size() <= (1 - PRECISION) * named, named + " named, wrong: " + wrong);
        assertTrue(named >= NAMED * rows.size(), named + " named of " + rows.size());
    }
}
