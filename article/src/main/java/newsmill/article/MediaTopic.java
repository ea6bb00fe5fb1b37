package newsmill.article;

import java.util.List;

/**
 * What an article is about, as a concept of the IPTC Media Topics.
 *
 * @param id for example {@code medtop:11000000}
 * @param name its name in English
 * @param score 0 to 1: of the tags with score 0.8, about 80 % are right
 * @param evidence the words or phrases that spoke for it, strongest first
 * @param spans where those words stand in the body, in order; words of the title have none
 */
public record MediaTopic(String id, String name, double score, List<String> evidence, List<Span> spans) {
    public MediaTopic {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        spans = spans == null ? List.of() : List.copyOf(spans);
    }
}
