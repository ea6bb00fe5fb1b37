package newsmill.enrich.topics;

import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/**
 * The known words, beginnings of words and pairs of words of one story, counted by the weight of the place where they
 * stand. For use by one thread.
 */
final class Bag {
    /** The title counts like so many mentions in the body. */
    private static final float TITLE = 2;

    /** Added under the root of a bag's length, so that a lone known word does not speak for the whole story. */
    private static final float UNKNOWN = 4;

    /** Headlines in which so many words have a capital are written so; others name something with it. */
    private static final float MOSTLY = 0.6f;

    /** So many letters are enough to tell most stems. */
    private static final int STEM = 5;

    /** What whole counts are worth; most are small. */
    private static final float[] WORTHS = new float[32];

    static {
        for (int count = 1; count < WORTHS.length; count++) {
            WORTHS[count] = 1 + (float) Math.log(count);
        }
    }

    private final Vocabulary vocabulary;
    private final Counts rows = new Counts(512);

    private Bag(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Gives every known word, beginning or pair a number. */
    @FunctionalInterface
    interface Vocabulary {
        /** The number of a hash; negative if it is not known. */
        int row(long hash);

        /** How rare a known word is: the factor of its count. */
        default float rarity(int row) {
            return 1;
        }
    }

    /** The words of a title and of a body's first tokens. */
    static Bag of(Text title, Text body, int tokens, Vocabulary vocabulary) {
        return of(title, body, tokens, vocabulary, true);
    }

    /** The same without names and function words, and without beginnings, which say nothing new. */
    static Bag telling(Text title, Text body, int tokens, Vocabulary vocabulary) {
        return of(title, body, tokens, vocabulary, false);
    }

    private static Bag of(Text title, Text body, int tokens, Vocabulary vocabulary, boolean all) {
        Bag bag = new Bag(vocabulary);
        bag.add(title, title.size(), TITLE, all, mostlyCapitalised(title));
        bag.add(body, Math.min(tokens, body.size()), 1, all, false);
        return bag;
    }

    /** Whether a text, as some headlines, has capitals everywhere, so that they say nothing of names. */
    static boolean mostlyCapitalised(Text text) {
        int words = 0;
        int capitalised = 0;
        for (int t = 0; t < text.size(); t++) {
            words += text.isWord(t) ? 1 : 0;
            capitalised += text.isCapitalised(t) ? 1 : 0;
        }
        return capitalised > MOSTLY * words;
    }

    private void add(Text text, int tokens, float weight, boolean all, boolean capitals) {
        long before = 0;
        for (int t = 0; t < tokens; t++) {
            if (!text.isWord(t) || !all && !isTelling(text, t, capitals)) {
                before = 0;
                continue;
            }
            long hash = text.hash(t);
            add(vocabulary.row(hash), weight);
            if (before != 0) {
                add(vocabulary.row(TokenHash.pair(before, hash)), weight);
            }
            if (all && text.end(t) - text.start(t) > STEM) {
                add(vocabulary.row(stem(text, t)), weight);
            }
            before = hash;
        }
    }

    /** The hash of the first letters of a longer word, which its forms and its relations share. */
    private static long stem(Text text, int token) {
        return TokenHash.pair(STEM, TokenHash.of(text.string(), text.start(token), text.start(token) + STEM));
    }

    private static boolean isTelling(Text text, int token, boolean capitals) {
        return (capitals || !isName(text, token)) && !FunctionWords.contains(text.hash(token));
    }

    /** Whether a word seems to be a name: it has a capital and does not begin a sentence. */
    static boolean isName(Text text, int token) {
        return text.isCapitalised(token) && text.sentenceStart(text.sentenceOf(token)) != token;
    }

    private void add(int row, float weight) {
        if (row >= 0) {
            rows.add(row, weight);
        }
    }

    /** How many words the bag has, each counted once. */
    int size() {
        return rows.size();
    }

    /** The number of a word, by its place in the bag. */
    int row(int place) {
        return rows.key(place);
    }

    /** For each word its share in the story: the logarithm of its count times its rarity, over the length of them all. */
    float[] shares() {
        float[] shares = new float[rows.size()];
        double squares = UNKNOWN;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = worth(rows.count(i)) * vocabulary.rarity(rows.key(i));
            squares += shares[i] * shares[i];
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= scale;
        }
        return shares;
    }

    /** What a count is worth: its logarithm, and one more. */
    private static float worth(float count) {
        return count < WORTHS.length ? WORTHS[(int) count] : 1 + (float) Math.log(count);
    }
}
