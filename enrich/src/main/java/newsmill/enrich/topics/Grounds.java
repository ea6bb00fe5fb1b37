package newsmill.enrich.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import newsmill.article.Span;
import newsmill.enrich.text.Text;

/** What spoke for one topic. */
final class Grounds {
    private static final int MOST_WORDS = 8;
    private static final int MOST_SPANS = 24;

    private final Evidence words;
    private final List<Ground> grounds = new ArrayList<>();

    private record Ground(Lexicon.Entry entry, float weight, boolean ofStory) {}

    Grounds(int concept, Evidence words, Evidence sections) {
        this.words = words;
        collect(concept, words, true);
        collect(concept, sections, false);
        grounds.sort(Comparator.comparingDouble(Ground::weight).reversed());
        if (grounds.size() > MOST_WORDS) {
            grounds.subList(MOST_WORDS, grounds.size()).clear();
        }
    }

    private void collect(int concept, Evidence evidence, boolean ofStory) {
        for (int e = 0; e < evidence.counts.length; e++) {
            if (evidence.counts[e] > 0) {
                Lexicon.Entry entry = evidence.lexicon.entry(e);
                float weight = entry.weight(concept) * Evidence.worth(evidence.counts[e]);
                if (weight > 0) {
                    grounds.add(new Ground(entry, weight, ofStory));
                }
            }
        }
    }

    /** The phrases, strongest first. */
    List<String> evidence() {
        return grounds.stream().map(g -> g.entry().phrase()).distinct().toList();
    }

    /** Where the phrases stand in the body, in order. */
    List<Span> spans(Text body) {
        List<Span> spans = new ArrayList<>();
        for (int h = 0; h < words.size && spans.size() < MOST_SPANS; h++) {
            int entry = words.entries[h];
            if (grounds.stream().anyMatch(g -> g.ofStory() && g.entry().index() == entry)) {
                int start = body.start(words.firsts[h]);
                int end = body.end(words.lasts[h]);
                spans.add(new Span(start, end, body.string().substring(start, end)));
            }
        }
        return spans;
    }

    /** The sum as it is made, for people. */
    String sum() {
        return grounds.stream()
                .map(g -> String.format(Locale.ROOT, "%s %.1f", g.entry().phrase(), g.weight()))
                .collect(Collectors.joining(" + "));
    }
}
