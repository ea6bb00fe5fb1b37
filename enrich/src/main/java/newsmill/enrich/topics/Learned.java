package newsmill.enrich.topics;

import newsmill.enrich.Story;

/** What the learned weights say of one story. For use by one thread. */
final class Learned {
    /** Words that are neither names nor function words must make a topic so much likelier than the others, in logarithms, ... */
    private static final double LEAST = 0.3;

    /** ... and must have so much strength together, each at least this: a single weak one is no reason. */
    private static final double LEAST_STRENGTH = 24;
    /** ... or this for the likeliest topic. */
    private static final double LEAST_STRENGTH_BEST = 12;

    private static final double LEAST_STRENGTH_EACH = 4;

    /** The items learned from seldom have more words and signs than this. */
    private static final int BRIEF = 100;

    private final Story story;
    private final Weights weights;
    private final double[] sums;
    /** The words that are neither names nor function words, and what they say; null until asked for, which is seldom. */
    private Bag telling;

    private double[] told;

    Learned(Story story, Weights weights) {
        this.story = story;
        this.weights = weights;
        sums = weights.sums(Bag.of(story.title(), story.body(), Model.LEARNED_TOKENS, weights));
    }

    /** For each class. */
    double[] sums() {
        return sums;
    }

    /** Whether the story is an item of a line or two without a title. */
    boolean brief() {
        return story.title().size() == 0 && story.body().size() <= BRIEF;
    }

    /** Whether words that are reasons for people, too, speak for a topic, by its place; less is asked for the likeliest. */
    boolean speaksFor(int place, boolean best) {
        if (telling == null) {
            telling = Bag.telling(story.title(), story.body(), Model.LEARNED_TOKENS, weights);
            told = weights.sums(telling);
        }
        double all = 0;
        for (double sum : told) {
            all += sum;
        }
        return told[place] - all / told.length >= LEAST
                && strength(place) >= (best ? LEAST_STRENGTH_BEST : LEAST_STRENGTH);
    }

    private double strength(int place) {
        double strength = 0;
        for (int i = 0; i < telling.size(); i++) {
            float each = weights.strength(telling.row(i), place);
            strength += each >= LEAST_STRENGTH_EACH ? each : 0;
        }
        return strength;
    }
}
