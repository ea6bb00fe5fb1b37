package newsmill.enrich.topics;

import java.util.Locale;
import newsmill.article.MediaTopic;
import newsmill.enrich.Story;
import newsmill.enrich.Tagger;
import newsmill.enrich.Tags;
import newsmill.enrich.text.Text;

/** Tags a story with IPTC Media Topics, each with the words that spoke for it. */
public final class TopicTagger implements Tagger {
    /** The publisher's section says so much; a keyword is a word like those of the body. */
    private static final float SECTION = 2;

    private static final float KEYWORDS = 1;

    private final Taxonomy taxonomy;
    private final Lexicons lexicons;

    private TopicTagger(Taxonomy taxonomy, Lexicons lexicons) {
        this.taxonomy = taxonomy;
        this.lexicons = lexicons;
    }

    /** The topics that come with Newsmill. */
    public static TopicTagger standard() {
        return new TopicTagger(Taxonomy.STANDARD, new Lexicons(Taxonomy.STANDARD));
    }

    /** Adds the topics that are likely, the most likely first; none where the story's words are not known. */
    @Override
    public void tag(Story story, Tags tags) {
        Text section = Text.of(story.article().section());
        Text keywords = Text.of(String.join(", ", story.article().keywords()));
        Evidence words = new Evidence(lexicons.of(story.language()))
                .title(story.title())
                .body(story.body(), story.body().size())
                .aside(keywords, KEYWORDS);
        Evidence sections =
                new Evidence(lexicons.sections()).aside(section, SECTION).aside(keywords, KEYWORDS);
        float[] sums = words.sums(taxonomy.size());
        sections.addTo(sums);
        for (Choice.Topic topic : Choice.of(taxonomy, sums)) {
            Taxonomy.Concept concept = taxonomy.concept(topic.concept());
            Grounds grounds = new Grounds(topic.concept(), words, sections);
            tags.add(new MediaTopic(
                    concept.id(), concept.name(), topic.score(), grounds.evidence(), grounds.spans(story.body())));
            tags.note(() ->
                    String.format(Locale.ROOT, "topic %s %.2f: %s", concept.name(), topic.score(), grounds.sum()));
        }
    }
}
