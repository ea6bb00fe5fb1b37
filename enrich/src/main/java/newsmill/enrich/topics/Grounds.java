package newsmill.enrich.topics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import newsmill.article.Span;
import newsmill.enrich.Story;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** What spoke for one topic. */
final class Grounds {
    private static final int MOST_WORDS = 8;
    private static final int MOST_SPANS = 24;
    /** Learned words are named as evidence only where they, times their rarity, weigh as much as this, and the lexicon found few. */
    private static final float STRONG = 10;
    /** ... or as this, if nothing else speaks. */
    private static final float WEAK = 2;

    /** A word learned with such a strength counts like one of weight 1 in the lexicon, when reasons are added up. */
    private static final float UNIT = 10;

    /** Words that stand in more than one of a hundred texts seem no reason to people, ... */
    private static final float LEAST_RARITY = 4.6f;

    /** ... nor do short ones. */
    private static final int LEAST_LETTERS = 5;

    private final Map<String, Float> weights = new LinkedHashMap<>();
    private final List<Span> spans = new ArrayList<>();

    /**
     * Collects the grounds.
     *
     * @param sections what the publisher's section said; may be null
     * @param learned what was learned for the story's language; may be null
     * @param place the topic's place among the upper-level ones
     */
    Grounds(Story story, int concept, Evidence words, Evidence sections, Weights learned, int place) {
        BitSet strongest = strongest(concept, words);
        if (sections != null) {
            strongest(concept, sections);
        }
        if (learned != null && weights.size() < MOST_WORDS) {
            learned(story, learned, place, STRONG);
            if (weights.isEmpty()) {
                learned(story, learned, place, WEAK);
            }
        }
        words.forEach((phrase, text, first, last) -> {
            if (text == story.body() && strongest.get(phrase)) {
                span(text, first, last);
            }
        });
        spans.sort(Comparator.comparingInt(Span::start));
        if (spans.size() > MOST_SPANS) {
            spans.subList(MOST_SPANS, spans.size()).clear();
        }
    }

    /** A phrase by its number, as the story spells it first, and what it weighs. */
    private record Phrase(int number, String surface, float weight) {}

    /** Notes the phrases that weigh most; returns which they are. */
    private BitSet strongest(int concept, Evidence evidence) {
        List<Phrase> phrases = new ArrayList<>();
        evidence.forEachPhrase((phrase, text, first, last) -> {
            float worth = evidence.worth(phrase, concept);
            if (worth > 0) {
                phrases.add(new Phrase(phrase, text.slice(first, last), worth));
            }
        });
        phrases.sort(Comparator.comparingDouble(Phrase::weight).reversed());
        BitSet strongest = new BitSet(evidence.phrases());
        for (Phrase phrase : phrases.subList(0, Math.min(MOST_WORDS, phrases.size()))) {
            strongest.set(phrase.number());
            weights.merge(phrase.surface(), phrase.weight(), Float::sum);
        }
        return strongest;
    }

    private void learned(Story story, Weights learned, int place, float least) {
        learned(story.title(), story, learned, place, least);
        learned(story.body(), story, learned, place, least);
    }

    private void learned(Text text, Story story, Weights learned, int place, float least) {
        boolean capitals = Bag.mostlyCapitalised(text);
        for (int t = 0; t < Math.min(Model.LEARNED_TOKENS, text.size()) && weights.size() < MOST_WORDS; t++) {
            boolean telling = text.isWord(t)
                    && text.end(t) - text.start(t) >= LEAST_LETTERS
                    && !FunctionWords.contains(text.hash(t))
                    && (capitals || !Bag.isName(text, t));
            if (!telling) {
                continue;
            }
            boolean pair = t > 0 && text.isWord(t - 1) && !FunctionWords.contains(text.hash(t - 1));
            int row = pair ? learned.row(TokenHash.pair(text.hash(t - 1), text.hash(t))) : -1;
            int first = strength(learned, row, place) >= least ? t - 1 : t;
            row = first < t ? row : learned.row(text.hash(t));
            if (strength(learned, row, place) >= least) {
                String word = text.slice(first, t);
                if (weights.putIfAbsent(word, strength(learned, row, place) / UNIT) == null && text == story.body()) {
                    span(text, first, t);
                }
            }
        }
    }

    private static float strength(Weights learned, int row, int place) {
        return row < 0 || learned.rarity(row) < LEAST_RARITY ? 0 : learned.strength(row, place);
    }

    private void span(Text text, int first, int last) {
        spans.add(new Span(text.start(first), text.end(last), text.slice(first, last)));
    }

    /** The phrases, strongest first. */
    List<String> evidence() {
        return sorted().map(Map.Entry::getKey).limit(MOST_WORDS).toList();
    }

    private java.util.stream.Stream<Map.Entry<String, Float>> sorted() {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue().reversed());
    }

    /** Where the phrases stand in the body, in order. */
    List<Span> spans() {
        return spans;
    }

    /** The sum as it is made, for people. */
    String sum() {
        return sorted().map(w -> String.format(Locale.ROOT, "%s %.1f", w.getKey(), w.getValue()))
                .collect(Collectors.joining(" + "));
    }
}
