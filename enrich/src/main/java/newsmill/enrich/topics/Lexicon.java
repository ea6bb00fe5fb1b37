package newsmill.enrich.topics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsmill.enrich.text.PhraseMatcher;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.Text.Kind;

/**
 * The words and phrases of a language that speak for topics. Immutable and thread-safe.
 *
 * <p>A phrase is found whatever its case, unless it is written in the lexicon with a capital ({@code Apple}: the word
 * must be capitalised) or in capitals ({@code AIDS}: so must it be in the text). {@code stem*} stands for every word
 * that begins so, {@code *ending} for every word that ends so.
 */
final class Lexicon {
    private final List<Entry> entries;
    private final PhraseMatcher<Entry> phrases;
    private final Stems stems;
    /** The phrases as they are written without marks of tone; null in languages that have none, or never leave them out. */
    private final PhraseMatcher<Entry> unmarked;

    private Lexicon(List<Entry> entries, PhraseMatcher<Entry> phrases, Stems stems, PhraseMatcher<Entry> unmarked) {
        this.entries = entries;
        this.phrases = phrases;
        this.stems = stems;
        this.unmarked = unmarked;
    }

    /**
     * A phrase with the topics it speaks for.
     *
     * @param index its place in the lexicon
     * @param kind the least capitals it must have in the text: LOWER (any), CAPITALISED, UPPER
     * @param concepts indices of topics, upper-level ones among them
     * @param weights for each of them, how strongly it speaks
     */
    record Entry(int index, String phrase, Kind kind, int[] concepts, float[] weights) {
        /** How strongly it speaks for a topic; 0 if it does not. */
        float weight(int concept) {
            for (int i = 0; i < concepts.length; i++) {
                if (concepts[i] == concept) {
                    return weights[i];
                }
            }
            return 0;
        }
    }

    /** Takes what a lexicon finds. */
    @FunctionalInterface
    interface Hits {
        void hit(Entry entry, int first, int last);
    }

    /** The number of phrases. */
    int size() {
        return entries.size();
    }

    Entry entry(int index) {
        return entries.get(index);
    }

    /** Finds the phrases of a text's tokens from {@code from} to before {@code to}, the longest at each place, none twice. */
    void find(Text text, int from, int to, Hits hits) {
        Text plain = unmarked == null ? null : Marks.without(text);
        for (int t = from; t < to; t++) {
            if (!text.isWord(t)) {
                continue;
            }
            PhraseMatcher.Match<Entry> match = phrases.longest(text, t, to);
            match = match == null && plain != null ? unmarked.longest(plain, t, to) : match;
            if (match != null && spelled(text, t, match.value().kind())) {
                hits.hit(match.value(), match.first(), match.last());
                t = match.last();
                continue;
            }
            Entry entry = stems.find(text.string(), text.start(t), text.end(t));
            if (entry != null) {
                hits.hit(entry, t, t);
            }
        }
    }

    private static boolean spelled(Text text, int token, Kind wanted) {
        return switch (wanted) {
            case CAPITALISED -> text.isCapitalised(token);
            case UPPER -> text.kind(token) == Kind.UPPER || text.kind(token) == Kind.DOTTED;
            default -> true;
        };
    }

    /** Collects the phrases of a lexicon; a phrase that is added twice speaks for both topics. */
    static final class Builder {
        private final Taxonomy taxonomy;
        private final String language;
        private final Map<String, Map<Integer, Float>> topics = new LinkedHashMap<>();
        private final Map<String, Kind> kinds = new LinkedHashMap<>();

        Builder(Taxonomy taxonomy, String language) {
            this.taxonomy = taxonomy;
            this.language = language;
        }

        /** Adds the rows of a file: topic, weight, phrases between commas. */
        Builder add(List<Rows.Row> rows) {
            for (Rows.Row row : rows) {
                int concept = taxonomy.named(row.cell(0));
                float weight = Float.parseFloat(row.cell(1));
                for (String phrase : row.cell(2).split(",")) {
                    add(concept, weight, phrase.strip());
                }
            }
            return this;
        }

        Builder add(int concept, float weight, String phrase) {
            String key = phrase.toLowerCase(java.util.Locale.ROOT);
            if (!key.isEmpty()) {
                kinds.merge(key, kind(phrase), (a, b) -> a);
                Map<Integer, Float> weights = topics.computeIfAbsent(key, k -> new LinkedHashMap<>());
                weights.merge(concept, weight, Math::max);
                weights.merge(taxonomy.top(concept), weight, Math::max);
            }
            return this;
        }

        private static Kind kind(String phrase) {
            String first =
                    Text.of(phrase).size() == 0 ? phrase : Text.of(phrase).token(0);
            boolean upper = first.length() > 1 && first.equals(first.toUpperCase(java.util.Locale.ROOT));
            boolean capital = Character.isUpperCase(phrase.charAt(0));
            return !capital ? Kind.LOWER : upper ? Kind.UPPER : Kind.CAPITALISED;
        }

        Lexicon build() {
            List<Entry> entries = new ArrayList<>();
            Map<String, Entry> phrases = new LinkedHashMap<>();
            Stems.Builder stems = new Stems.Builder(language);
            topics.forEach((phrase, weights) -> {
                int[] concepts = weights.keySet().stream().mapToInt(c -> c).toArray();
                float[] strengths = new float[concepts.length];
                for (int i = 0; i < concepts.length; i++) {
                    strengths[i] = weights.get(concepts[i]);
                }
                Entry entry = new Entry(entries.size(), phrase, kinds.get(phrase), concepts, strengths);
                entries.add(entry);
                if (!stems.add(phrase, entry)) {
                    phrases.put(phrase, entry);
                    stems.prefixed(phrase).forEach(p -> phrases.putIfAbsent(p, entry));
                }
            });
            if (language.equals("en")) {
                for (Map.Entry<String, Entry> phrase : List.copyOf(phrases.entrySet())) {
                    phrases.putIfAbsent(Plurals.of(phrase.getKey()), phrase.getValue());
                }
            }
            PhraseMatcher<Entry> unmarked = Marks.omitted(language) ? PhraseMatcher.of(Marks.without(phrases)) : null;
            return new Lexicon(List.copyOf(entries), PhraseMatcher.of(phrases), stems.build(), unmarked);
        }
    }
}
