package newsmill.enrich.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which topics to name, given what the words say. */
final class Choice {
    /** Topics that are less likely than this to be right are not named. */
    private static final double LEAST_SCORE = 0.3;
    /** ... the more so in languages of which only the lexicon knows. */
    private static final double LEAST_UNLEARNED = 0.4;

    /** At least one strong word, or a few weak ones, must speak for a topic that only the lexicon knows. */
    private static final double LEAST_SUM = 2;

    private static final int MOST = 3;

    /** A lower topic is named if its words are so many, and so large a part of those for the topic above it ... */
    private static final double LOWER_SUM = 6;

    private static final double LOWER_PART = 0.4;
    /** ... and so large a part of those for all its sisters, and the topic above it is so sure. */
    private static final double AMONG_SISTERS = 0.6;

    private static final double UPPER_SCORE = 0.6;

    private final Taxonomy taxonomy;
    private final Tops tops;

    Choice(Taxonomy taxonomy, Tops tops) {
        this.taxonomy = taxonomy;
        this.tops = tops;
    }

    /** A topic and the probability that it is right. */
    record Topic(int concept, double score) {}

    /**
     * The topics to name, best first.
     *
     * @param sums what the lexicon's words say, for all topics
     * @param learned what the learned weights say, for the upper-level topics; null if there are none
     */
    List<Topic> of(float[] sums, double[] learned) {
        return learned == null ? of(sums, new double[tops.size()], LEAST_UNLEARNED) : of(sums, learned, LEAST_SCORE);
    }

    private List<Topic> of(float[] sums, double[] learned, double least) {
        double[] upper = tops.of(sums);
        double[] scores = Model.scores(upper, learned);
        List<Topic> named = new ArrayList<>();
        for (int t = 0; t < scores.length; t++) {
            if (scores[t] >= least && (upper[t] >= LEAST_SUM || learned[t] > 0)) {
                named.add(new Topic(tops.concept(t), rounded(scores[t])));
            }
        }
        named.sort(Comparator.comparingDouble(Topic::score).reversed());
        if (named.size() > MOST) {
            named.subList(MOST, named.size()).clear();
        }
        for (Topic topic : List.copyOf(named)) {
            Topic lower = topic.score() < UPPER_SCORE ? null : lower(topic, sums);
            if (lower != null) {
                named.add(lower);
            }
        }
        named.sort(Comparator.comparingDouble(Topic::score).reversed());
        return named;
    }

    /** The topic below one that most of its words speak for; null if none stands out. */
    private Topic lower(Topic upper, float[] sums) {
        int best = -1;
        double all = 0;
        for (int c = 0; c < sums.length; c++) {
            if (taxonomy.top(c) == upper.concept() && !taxonomy.isTop(c)) {
                all += sums[c];
                best = best < 0 || sums[c] > sums[best] ? c : best;
            }
        }
        if (best < 0
                || sums[best] < LOWER_SUM
                || sums[best] < LOWER_PART * sums[upper.concept()]
                || sums[best] < AMONG_SISTERS * all) {
            return null;
        }
        return new Topic(best, rounded(upper.score() * sums[best] / all));
    }

    private static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
