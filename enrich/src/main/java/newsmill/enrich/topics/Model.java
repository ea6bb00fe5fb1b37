package newsmill.enrich.topics;

/**
 * From what the words say to how likely each upper-level topic is to be the story's: the lexicon's sums times the learned
 * weights. The more words the lexicon knows in a story, the more it decides and the less the weights do, which come from
 * short texts of one source.
 */
final class Model {
    /** A story tells in so many tokens what it is about; what comes behind is not read. */
    static final int TOKENS = 1000;

    /** The learned weights come from short texts: they read as much of a long one. */
    static final int LEARNED_TOKENS = 120;

    /** With this sum over all topics, the lexicon has seen enough. */
    private static final double ENOUGH = 40;

    /** The exponent of the lexicon's sums where it has seen little, and where it has seen enough. */
    private static final double SHARPNESS_LITTLE = 1.8;

    private static final double SHARPNESS_ENOUGH = 3;
    /** The factor of the learned weights, likewise. */
    private static final double LEARNED_LITTLE = 0.8;

    private static final double LEARNED_ENOUGH = 0.3;

    /** Added to each sum: what a topic may still be worth if no word spoke for it. */
    private static final double SMOOTHING = 1;

    /** From a share of the whole to the probability of being right, fitted on texts not learned from. */
    private static final double SLOPE = 1.4;

    private static final double OFFSET_LITTLE = 0.2;
    private static final double OFFSET_ENOUGH = 2.4;
    /** ... and where weights were learned, which say more where the lexicon says little. */
    private static final double SLOPE_LEARNED = 0.8;

    private static final double OFFSET_LITTLE_LEARNED = -0.15;
    private static final double OFFSET_ENOUGH_LEARNED = 1.4;

    /** Items like those learned from: what was learned needs less help, and is a little too sure of itself. */
    private static final double SHARPNESS_BRIEF = 0.8;

    /** ... and while the weights were learned, so that they learn what the lexicon does not know. */
    static final double SHARPNESS_LEARNING = 1;

    private static final double LEARNED_BRIEF = 0.7;
    private static final double SLOPE_BRIEF = 0.75;
    private static final double OFFSET_BRIEF = 0;

    /** How much of a class a second topic takes, see {@link Classes#topics}; an item of a line or two has one subject. */
    private static final double LENDING = 0.35;

    private static final double LENDING_BRIEF = 2;

    private Model() {}

    /**
     * The probability that each topic is right, as the main one or as one more, where only the lexicon knows words.
     *
     * @param sums the lexicon's, by topic
     */
    static double[] scores(double[] sums) {
        double seen = seen(sums);
        double[] shares = prior(sums, between(SHARPNESS_LITTLE, SHARPNESS_ENOUGH, seen));
        normalise(shares);
        return scores(shares, SLOPE, between(OFFSET_LITTLE, OFFSET_ENOUGH, seen));
    }

    /**
     * The probability that each topic is right where weights were learned, too.
     *
     * @param sums the lexicon's, by topic
     * @param classSums the lexicon's, by class
     * @param learned what the learned weights say, by class
     * @param brief whether the story is an item without a title, like those that the weights were learned from
     */
    static double[] scores(Classes classes, double[] sums, double[] classSums, double[] learned, boolean brief) {
        double seen = seen(sums);
        double sharpness = brief ? SHARPNESS_BRIEF : between(SHARPNESS_LITTLE, SHARPNESS_ENOUGH, seen);
        double factor = brief ? LEARNED_BRIEF : between(LEARNED_LITTLE, LEARNED_ENOUGH, seen);
        double[] shares = prior(classSums, sharpness);
        for (int c = 0; c < shares.length; c++) {
            shares[c] += factor * learned[c];
        }
        normalise(shares);
        double[] topics = classes.topics(shares, classSums, brief ? LENDING_BRIEF : LENDING);
        return brief
                ? scores(topics, SLOPE_BRIEF, OFFSET_BRIEF)
                : scores(topics, SLOPE_LEARNED, between(OFFSET_LITTLE_LEARNED, OFFSET_ENOUGH_LEARNED, seen));
    }

    private static double seen(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return Math.min(1, total / ENOUGH);
    }

    private static double[] scores(double[] shares, double slope, double offset) {
        double[] scores = new double[shares.length];
        for (int t = 0; t < scores.length; t++) {
            double bounded = Math.min(1 - 1e-4, Math.max(1e-6, shares[t]));
            scores[t] = 1 / (1 + Math.exp(-slope * Math.log(bounded / (1 - bounded)) - offset));
        }
        return scores;
    }

    private static double between(double little, double enough, double seen) {
        return little + (enough - little) * seen;
    }

    /** The lexicon's sums as logarithms, the larger the likelier. */
    static double[] prior(double[] sums, double sharpness) {
        double[] logs = new double[sums.length];
        for (int t = 0; t < sums.length; t++) {
            logs[t] = sharpness * Math.log(sums[t] + SMOOTHING);
        }
        return logs;
    }

    /** Turns logarithms into shares that sum to 1. */
    static void normalise(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int t = 0; t < logs.length; t++) {
            logs[t] = Math.exp(logs[t] - most);
            sum += logs[t];
        }
        for (int t = 0; t < logs.length; t++) {
            logs[t] /= sum;
        }
    }
}
