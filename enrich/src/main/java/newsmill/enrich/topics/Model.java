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
    static final int LEARNED_TOKENS = 250;

    /** With this sum over all topics, the lexicon has seen enough. */
    private static final double ENOUGH = 40;

    /** The exponent of the lexicon's sums where it has seen little, and where it has seen enough. */
    private static final double SHARPNESS_LITTLE = 1.5;

    private static final double SHARPNESS_ENOUGH = 3;
    /** The factor of the learned weights, likewise. */
    private static final double LEARNED_LITTLE = 1;

    private static final double LEARNED_ENOUGH = 0.4;

    /** Added to each sum: what a topic may still be worth if no word spoke for it. */
    private static final double SMOOTHING = 1;

    /** From a share of the whole to the probability of being right, fitted on texts not learned from. */
    private static final double SLOPE = 0.8;

    private static final double OFFSET_LITTLE = 0.5;
    private static final double OFFSET_ENOUGH = 1.2;

    private Model() {}

    /**
     * The probability that each topic is right, as the main one or as one more.
     *
     * @param sums the lexicon's, by topic
     * @param learned what the learned weights say, by topic
     */
    static double[] scores(double[] sums, double[] learned) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        double seen = Math.min(1, total / ENOUGH);
        double factor = between(LEARNED_LITTLE, LEARNED_ENOUGH, seen);
        double[] scores = prior(sums, between(SHARPNESS_LITTLE, SHARPNESS_ENOUGH, seen));
        for (int t = 0; t < scores.length; t++) {
            scores[t] += factor * learned[t];
        }
        normalise(scores);
        double offset = between(OFFSET_LITTLE, OFFSET_ENOUGH, seen);
        for (int t = 0; t < scores.length; t++) {
            scores[t] = score(scores[t], offset);
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

    private static double score(double share, double offset) {
        double bounded = Math.min(1 - 1e-4, Math.max(1e-6, share));
        return 1 / (1 + Math.exp(-SLOPE * Math.log(bounded / (1 - bounded)) - offset));
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
