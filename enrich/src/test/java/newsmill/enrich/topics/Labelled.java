package newsmill.enrich.topics;

import java.util.List;
import newsmill.article.Article;
import newsmill.article.MediaTopic;
import newsmill.enrich.Story;
import newsmill.enrich.Tags;

/** A text of our own with the topics that are right for it. */
record Labelled(String language, String kind, List<String> right, String title, String body) {
    private static final String HEADLINE = "headline";

    /** English texts. */
    static List<Labelled> heldOut() {
        return Rows.of("held-out.tsv").stream()
                .map(row -> new Labelled("en", "", topics(row.cell(0)), row.cell(1), row.cell(2)))
                .toList();
    }

    /** Texts of many kinds in many languages. */
    static List<Labelled> kinds() {
        return Rows.of("kinds.tsv").stream()
                .map(row -> new Labelled(row.cell(0), row.cell(1), topics(row.cell(2)), row.cell(3), row.cell(4)))
                .toList();
    }

    private static List<String> topics(String names) {
        return List.of(names.split("; "));
    }

    boolean isHeadline() {
        return kind.equals(HEADLINE);
    }

    boolean isEnglish() {
        return language.equals("en");
    }

    /** The upper-level topics that a tagger names, best first, if the text is said to be in a language. */
    List<MediaTopic> topics(TopicTagger tagger, String said) {
        Tags tags = new Tags();
        tagger.tag(Story.of(Article.of("a").title(title).body(body).build(), said), tags);
        return tags.topics().stream().filter(t -> t.id().endsWith("000000")).toList();
    }

    List<MediaTopic> topics(TopicTagger tagger) {
        return topics(tagger, language);
    }

    boolean isRight(MediaTopic topic) {
        return right.contains(topic.name());
    }

    /** Whether the first topic that a tagger names is right. */
    boolean isUnderstood(TopicTagger tagger) {
        List<MediaTopic> topics = topics(tagger);
        return !topics.isEmpty() && isRight(topics.get(0));
    }
}
