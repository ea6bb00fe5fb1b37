package newsmill.enrich.topics;

import java.util.Arrays;
import newsmill.enrich.text.Text;

/** What a lexicon found in one story: where, and how much each phrase counts. For use by one thread. */
final class Evidence implements Lexicon.Hits {
    /** A word of the title counts like so many of the body. */
    private static final float TITLE = 3;

    /** News says first what it is about: words of the first sentences count more than those far down. */
    private static final float LEAD = 1.5f;

    private static final int LEAD_TOKENS = 70;

    final Lexicon lexicon;
    /** For each phrase of the lexicon: how often it was found, by weight of the place. */
    final float[] counts;

    int size;
    /** Of each hit: its phrase, and its first and last token, for hits of the body only. */
    int[] entries = new int[64];

    int[] firsts = new int[64];
    int[] lasts = new int[64];
    private boolean body;
    private float fixed;

    Evidence(Lexicon lexicon) {
        this.lexicon = lexicon;
        counts = new float[lexicon.size()];
    }

    Evidence title(Text title) {
        return aside(title, TITLE);
    }

    /** Reads a text beside the body; each word counts {@code weight}. */
    Evidence aside(Text text, float weight) {
        body = false;
        fixed = weight;
        lexicon.find(text, 0, text.size(), this);
        return this;
    }

    Evidence body(Text text, int tokens) {
        body = true;
        lexicon.find(text, 0, tokens, this);
        return this;
    }

    @Override
    public void hit(Lexicon.Entry entry, int first, int last) {
        counts[entry.index()] += body ? first < LEAD_TOKENS ? LEAD : 1 : fixed;
        if (body) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
                firsts = Arrays.copyOf(firsts, size * 2);
                lasts = Arrays.copyOf(lasts, size * 2);
            }
            entries[size] = entry.index();
            firsts[size] = first;
            lasts[size++] = last;
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
        for (int e = 0; e < counts.length; e++) {
            if (counts[e] > 0) {
                Lexicon.Entry entry = lexicon.entry(e);
                float worth = worth(counts[e]);
                for (int i = 0; i < entry.concepts().length; i++) {
                    sums[entry.concepts()[i]] += entry.weights()[i] * worth;
                }
            }
        }
    }
}
