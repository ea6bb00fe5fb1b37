package newsmill.enrich.topics;

/**
 * What learned weights tell apart: the upper-level topics, and the relations between states as one class more. A story of
 * one class may be right for a second topic too; the lexicon's words decide how far. Immutable.
 */
final class Classes {
    /** A story of a class is also one of another topic, if that topic's words are there: each pair is from and to. */
    private static final String[][] ALSO = {
        {"conflict, war and peace", "crime, law and justice"},
        {"health", "environment"},
        {"environment", "health"},
        {"disaster, accident and emergency incident", "weather"},
        {"arts, culture, entertainment and media", "human interest"},
        {"arts, culture, entertainment and media", "religion"}
    };

    /** Added to the sums that are compared, so that few words prove little. */
    private static final double SMOOTHING = 0.5;

    private final Tops tops;
    private final int relationsConcept;
    private final int politics;
    private final int conflict;
    private final int[][] also;

    Classes(Taxonomy taxonomy, Tops tops) {
        this.tops = tops;
        relationsConcept = taxonomy.named("international relations");
        politics = tops.place(taxonomy.named("politics"));
        conflict = tops.place(taxonomy.named("conflict, war and peace"));
        also = new int[ALSO.length][];
        for (int i = 0; i < also.length; i++) {
            also[i] = new int[] {tops.place(taxonomy.named(ALSO[i][0])), tops.place(taxonomy.named(ALSO[i][1]))};
        }
    }

    int size() {
        return tops.size() + 1;
    }

    /** The place of the relations between states, behind those of the topics. */
    int relations() {
        return tops.size();
    }

    /** Of sums for all topics, those of the classes. */
    double[] of(float[] sums) {
        double[] classes = java.util.Arrays.copyOf(tops.of(sums), size());
        classes[relations()] = sums[relationsConcept];
        return classes;
    }

    /**
     * The probability of each topic, given that of each class.
     *
     * @param lending how much of a class another topic takes whose words are as many
     */
    double[] topics(double[] shares, double[] sums, double lending) {
        double[] topics = java.util.Arrays.copyOf(shares, tops.size());
        topics[politics] += shares[relations()];
        topics[conflict] += shares[relations()] * part(sums[conflict], sums[relations()], lending);
        for (int[] pair : also) {
            topics[pair[1]] += shares[pair[0]] * part(sums[pair[1]], sums[pair[0]], lending);
        }
        return topics;
    }

    private static double part(double sum, double other, double lending) {
        return Math.min(1, lending * (sum + SMOOTHING) / (sum + other + 2 * SMOOTHING));
    }
}
