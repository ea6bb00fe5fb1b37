package newsmill.enrich.topics;

import java.util.Arrays;
import newsmill.enrich.text.Text;

/** What a lexicon found in one story: where, and how much each phrase counts. For use by one thread. */
final class Evidence {
    /** A word of the title counts like so many of the body. */
    private static final float TITLE = 3;

    /** News says first what it is about: words of the first sentences count more than those far down. */
    private static final float LEAD = 1.5f;

    private static final int LEAD_TOKENS = 70;

    final Lexicon lexicon;
    /** For each phrase of the lexicon: how often it was found, by weight of the place. */
    final float[] counts;

    private int size;
    private int[] entries = new int[64];
    private int[] firsts = new int[64];
    private int[] lasts = new int[64];
    private Text[] texts = new Text[64];

    Evidence(Lexicon lexicon) {
        this.lexicon = lexicon;
        counts = new float[lexicon.size()];
    }

    Evidence title(Text title) {
        return aside(title, TITLE);
    }

    /** Reads a text beside the body; each phrase counts {@code weight}. */
    Evidence aside(Text text, float weight) {
        lexicon.find(text, 0, text.size(), (entry, first, last) -> {
            counts[entry.index()] += weight;
            keep(text, entry, first, last);
        });
        return this;
    }

    Evidence body(Text text, int tokens) {
        lexicon.find(text, 0, Math.min(tokens, text.size()), (entry, first, last) -> {
            counts[entry.index()] += first < LEAD_TOKENS ? LEAD : 1;
            keep(text, entry, first, last);
        });
        return this;
    }

    private void keep(Text text, Lexicon.Entry entry, int first, int last) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
            firsts = Arrays.copyOf(firsts, size * 2);
            lasts = Arrays.copyOf(lasts, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        entries[size] = entry.index();
        firsts[size] = first;
        lasts[size] = last;
        texts[size++] = text;
    }

    /** Takes what was found, one by one. */
    @FunctionalInterface
    interface Finds {
        void find(int entry, Text text, int first, int last);
    }

    /** All that was found, in the order of reading. */
    void forEach(Finds finds) {
        for (int i = 0; i < size; i++) {
            finds.find(entries[i], texts[i], firsts[i], lasts[i]);
        }
    }

    /** What a phrase's count is worth: its first hit most, each further one less. */
    static float worth(float count) {
        return count <= 0 ? 0 : count < 1 ? count : 1 + (float) Math.log(count);
    }

    /** For each topic, the sum of what its phrases are worth. */
    float[] sums(int concepts) {
        float[] sums = new float[concepts];
        addTo(sums);
        return sums;
    }

    /** Adds for each topic what its phrases are worth. */
    void addTo(float[] sums) {
        for (int i = 0; i < size; i++) {
            int e = entries[i];
            if (counts[e] > 0) {
                Lexicon.Entry entry = lexicon.entry(e);
                float worth = worth(counts[e]);
                for (int c = 0; c < entry.concepts().length; c++) {
                    sums[entry.concepts()[c]] += entry.weights()[c] * worth;
                }
                // each phrase once: a negative count is one that is done
                counts[e] = -counts[e];
            }
        }
        for (int i = 0; i < size; i++) {
            counts[entries[i]] = Math.abs(counts[entries[i]]);
        }
    }
}
