package newsmill.enrich.topics;

/** From what the words say to how likely each upper-level topic is to be the story's. */
final class Model {
    /** A story tells in so many tokens what it is about; what comes behind is not read. */
    static final int TOKENS = Integer.getInteger("tokens", 1000);

    /** How sharply the lexicon's sums decide. */
    static final double SHARPNESS = Double.parseDouble(System.getProperty("sharp", "1.5"));

    static final double SMOOTHING = Double.parseDouble(System.getProperty("smooth", "1"));

    private Model() {}

    /** The lexicon's sums as logarithms, the larger the likelier. */
    static double[] prior(double[] sums) {
        double[] logs = new double[sums.length];
        for (int t = 0; t < sums.length; t++) {
            logs[t] = SHARPNESS * Math.log(sums[t] + SMOOTHING);
        }
        return logs;
    }

    /** Turns logarithms into probabilities that sum to 1. */
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
