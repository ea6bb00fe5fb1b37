package newsmill.enrich.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which topics to name, given what the words say. */
final class Choice {
    /** If the likeliest topic is less likely than this to be right, none is named. */
    private static final double LEAST_BEST = 0.2;

    /** Further ones must be so likely: a topic that is wrong two times of three is no help. */
    private static final double LEAST_FURTHER = 0.35;
    /** ... or this in an item of a line or two, which has few words for any topic. */
    private static final double LEAST_FURTHER_BRIEF = 0.3;
    /** ... or this in languages of which only the lexicon knows. */
    private static final double LEAST_FURTHER_UNLEARNED = 0.4;

    /** At least one strong word, or a few weak ones, must speak for a topic that only the lexicon knows. */
    private static final double LEAST_SUM = 2;
    /** ... or, where weights were learned that may speak instead, one that is not weak, even in a title. */
    private static final double LEAST_SUM_LEARNED = 2.2;
    /** ... and for the likeliest topic one weak word: a story of two lines seldom has more. */
    private static final double LEAST_SUM_BEST = 1.4;

    private static final int MOST = 3;

    /** A lower topic is named if its words are so many, and so large a part of those for the topic above it ... */
    private static final double LOWER_SUM = 6;

    private static final double LOWER_PART = 0.4;
    /** ... and so large a part of those for all its sisters, and the topic above it is so sure. */
    private static final double AMONG_SISTERS = 0.6;

    private static final double UPPER_SCORE = 0.6;

    private final Taxonomy taxonomy;
    private final Tops tops;
    private final Classes classes;

    Choice(Taxonomy taxonomy, Tops tops, Classes classes) {
        this.taxonomy = taxonomy;
        this.tops = tops;
        this.classes = classes;
    }

    /** A topic and the probability that it is right. */
    record Topic(int concept, double score) {
        /** The score as it is told: nothing is certain. */
        double rounded() {
            return Math.min(999, Math.round(score * 1000)) / 1000.0;
        }
    }

    /** The topics to name in a language of which only the lexicon knows words, best first. */
    List<Topic> of(float[] sums) {
        double[] upper = tops.of(sums);
        return named(sums, Model.scores(upper), LEAST_FURTHER_UNLEARNED, (t, best) -> upper[t] >= LEAST_SUM);
    }

    /**
     * The topics to name, best first.
     *
     * @param sums what the lexicon's words say, for all topics
     * @param learned what the learned weights say
     */
    List<Topic> of(float[] sums, Learned learned) {
        double[] upper = tops.of(sums);
        double[] scores = Model.scores(classes, upper, classes.of(sums), learned.sums(), learned.brief());
        return named(
                sums,
                scores,
                learned.brief() ? LEAST_FURTHER_BRIEF : LEAST_FURTHER,
                (t, best) -> upper[t] >= (best ? LEAST_SUM_BEST : LEAST_SUM_LEARNED) || learned.speaksFor(t, best));
    }

    /** Whether there are reasons for a topic, by its place, and whether it is the likeliest. */
    private interface Reasons {
        boolean speakFor(int place, boolean best);
    }

    private List<Topic> named(float[] sums, double[] scores, double further, Reasons reasons) {
        double best = Arrays.stream(scores).max().orElse(0);
        List<Topic> named = new ArrayList<>();
        for (int t = 0; t < scores.length; t++) {
            boolean likeliest = scores[t] == best;
            if (scores[t] >= (likeliest ? LEAST_BEST : further) && reasons.speakFor(t, likeliest)) {
                named.add(new Topic(tops.concept(t), scores[t]));
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
        return new Topic(best, upper.score() * sums[best] / all);
    }
}
