package newsmill.enrich.topics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import newsmill.article.MediaTopic;
import newsmill.enrich.Story;
import newsmill.enrich.Tagger;
import newsmill.enrich.Tags;

/**
 * Tags a story with the user's own topics ({@code NEWSMILL_ENRICH_TOPICS}), beside the standard ones and after them.
 * Each stands for itself: its score says how much the story speaks of it, whatever else the story is about.
 */
public final class UserTopicTagger implements Tagger {
    /** A topic with such a sum, two strong words, has the score 0.5. */
    private static final double HALF = 6;

    private static final double LEAST_SCORE = 0.4;

    private final UserTopics topics;
    private final Taxonomy taxonomy;
    /** Built for a language when its first story comes; which are few. */
    private final Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();

    private UserTopicTagger(UserTopics topics) {
        this.topics = topics;
        taxonomy = topics.taxonomy();
    }

    /**
     * The topics of a file: rows of id, name, language, phrase, weight.
     *
     * @throws IllegalArgumentException if a row is wrong; the message names file, line and field
     */
    public static UserTopicTagger of(Path file) {
        return new UserTopicTagger(UserTopics.read(file));
    }

    @Override
    public void tag(Story story, Tags tags) {
        Lexicon lexicon = lexicons.computeIfAbsent(story.primaryLanguage(), topics::lexicon);
        Evidence words = new Evidence(lexicon).title(story.title()).body(story.body(), Model.TOKENS);
        float[] sums = words.sums(taxonomy.size());
        List<Choice.Topic> named = new ArrayList<>();
        for (int c = 0; c < sums.length; c++) {
            double score = sums[c] / (sums[c] + HALF);
            if (score >= LEAST_SCORE) {
                named.add(new Choice.Topic(c, score));
            }
        }
        named.sort(Comparator.comparingDouble(Choice.Topic::score).reversed());
        for (Choice.Topic topic : named) {
            Taxonomy.Concept concept = taxonomy.concept(topic.concept());
            Grounds grounds = new Grounds(story, topic.concept(), words, null, null, 0);
            tags.add(
                    new MediaTopic(concept.id(), concept.name(), topic.rounded(), grounds.evidence(), grounds.spans()));
            tags.note(() ->
                    String.format(Locale.ROOT, "topic %s %.3f: %s", concept.name(), topic.rounded(), grounds.sum()));
        }
    }
}
