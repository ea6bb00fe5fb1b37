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
    private static final float SECTION = 3;

    private static final float KEYWORDS = 1;

    private final Taxonomy taxonomy;
    private final Tops tops;
    private final Choice choice;
    private final Lexicons lexicons;
    private final Weights english;

    private TopicTagger(Taxonomy taxonomy, Lexicons lexicons, Weights english) {
        this.taxonomy = taxonomy;
        this.lexicons = lexicons;
        this.english = english;
        tops = new Tops(taxonomy);
        choice = new Choice(taxonomy, tops, new Classes(taxonomy, tops));
    }

    /** The topics that come with Newsmill. */
    public static TopicTagger standard() {
        return new TopicTagger(Taxonomy.STANDARD, new Lexicons(Taxonomy.STANDARD), Weights.read("weights-en.gz"));
    }

    /** Adds the topics that are likely, the most likely first; none where the story's words are not known. */
    @Override
    public void tag(Story story, Tags tags) {
        Text section = Text.of(story.article().section());
        Text keywords = Text.of(String.join(", ", story.article().keywords()));
        Evidence words = new Evidence(lexicons.of(story.primaryLanguage()))
                .title(story.title())
                .body(story.body(), Model.TOKENS)
                .aside(keywords, KEYWORDS);
        Evidence sections =
                new Evidence(lexicons.sections()).aside(section, SECTION).aside(keywords, KEYWORDS);
        float[] sums = words.sums(taxonomy.size());
        sections.addTo(sums);
        Weights weights = story.primaryLanguage().equals("en") ? english : null;
        for (Choice.Topic topic : weights == null ? choice.of(sums) : choice.of(sums, new Learned(story, weights))) {
            Taxonomy.Concept concept = taxonomy.concept(topic.concept());
            Grounds grounds = new Grounds(
                    story,
                    topic.concept(),
                    words,
                    sections,
                    taxonomy.isTop(topic.concept()) ? weights : null,
                    tops.place(topic.concept()));
            if (grounds.evidence().isEmpty()) {
                tags.note(() -> "no topic without evidence: " + concept.name());
                continue;
            }
            tags.add(
                    new MediaTopic(concept.id(), concept.name(), topic.rounded(), grounds.evidence(), grounds.spans()));
            tags.note(() ->
                    String.format(Locale.ROOT, "topic %s %.3f: %s", concept.name(), topic.rounded(), grounds.sum()));
        }
    }
}
