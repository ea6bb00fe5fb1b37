package newsmill.enrich.topics;

import java.util.Arrays;
import newsmill.enrich.text.Text;

/** What a lexicon found in one story: where, and how much each phrase counts. For use by one thread. */
final class Evidence {
    /** A word of the title counts like so many of the body. */
    private static final float TITLE = 3;

    /** ... and the first of them a little more: a headline begins with its subject, and of two topics with one word each it is that one's. */
    private static final float TITLE_FIRST = 3.3f;

    /** News says first what it is about: words of the first sentences count more than those far down. */
    private static final float LEAD = 1.5f;

    private static final int LEAD_TOKENS = 70;

    private final Lexicon lexicon;
    /** How often each phrase of the lexicon was found, by weight of the place. */
    private final Counts phrases = new Counts(64);

    private int size;
    /** For each find its phrase, by the place among them, its tokens and the text they are of. */
    private int[] found = new int[64];

    private int[] firsts = new int[64];
    private int[] lasts = new int[64];
    private Text[] texts = new Text[64];

    Evidence(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Evidence title(Text title) {
        int before = size;
        lexicon.find(title, 0, title.size(), (entry, first, last) -> {
            keep(title, entry, first, last, size == before ? TITLE_FIRST : TITLE);
        });
        return this;
    }

    /** Reads a text beside the body; each phrase counts {@code weight}. */
    Evidence aside(Text text, float weight) {
        lexicon.find(text, 0, text.size(), (entry, first, last) -> keep(text, entry, first, last, weight));
        return this;
    }

    Evidence body(Text text, int tokens) {
        lexicon.find(text, 0, Math.min(tokens, text.size()), (entry, first, last) -> {
            keep(text, entry, first, last, first < LEAD_TOKENS ? LEAD : 1);
        });
        return this;
    }

    private void keep(Text text, Lexicon.Entry entry, int first, int last, float weight) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
            firsts = Arrays.copyOf(firsts, size * 2);
            lasts = Arrays.copyOf(lasts, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        found[size] = phrases.add(entry.index(), weight);
        firsts[size] = first;
        lasts[size] = last;
        texts[size++] = text;
    }

    /** How many phrases were found: each has a number below that. */
    int phrases() {
        return phrases.size();
    }

    /** Takes what was found, one by one. */
    @FunctionalInterface
    interface Finds {
        void find(int phrase, Text text, int first, int last);
    }

    /** All that was found, in the order of reading. */
    void forEach(Finds finds) {
        for (int i = 0; i < size; i++) {
            finds.find(found[i], texts[i], firsts[i], lasts[i]);
        }
    }

    /** Where each phrase was found first. */
    void forEachPhrase(Finds finds) {
        int phrase = 0;
        for (int i = 0; i < size; i++) {
            // phrases are numbered in the order of reading
            if (found[i] == phrase) {
                finds.find(phrase++, texts[i], firsts[i], lasts[i]);
            }
        }
    }

    /** What a phrase is worth to a topic. */
    float worth(int phrase, int concept) {
        float weight = lexicon.entry(phrases.key(phrase)).weight(concept);
        return weight <= 0 ? 0 : weight * worth(phrases.count(phrase));
    }

    /** What a phrase's count is worth: its first hit most, each further one less. */
    private static float worth(float count) {
        return count < 1 ? count : 1 + (float) Math.log(count);
    }

    /** For each topic, the sum of what its phrases are worth. */
    float[] sums(int concepts) {
        float[] sums = new float[concepts];
        addTo(sums);
        return sums;
    }

    /** Adds for each topic what its phrases are worth. */
    void addTo(float[] sums) {
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            Lexicon.Entry entry = lexicon.entry(phrases.key(phrase));
            float worth = worth(phrases.count(phrase));
            for (int c = 0; c < entry.concepts().length; c++) {
                sums[entry.concepts()[c]] += entry.weights()[c] * worth;
            }
        }
    }
}
