package newsmill.enrich.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which topics to name, given what the words say. */
final class Choice {
    private static final float LEAST_SUM = 3;
    private static final double SHARPNESS = 2;
    private static final double LEAST_SCORE = 0.2;
    private static final int MOST = 3;

    private Choice() {}

    /** A topic and the probability that it is right. */
    record Topic(int concept, double score) {}

    /** The topics to name, best first. */
    static List<Topic> of(Taxonomy taxonomy, float[] sums) {
        double total = 0;
        for (int c = 0; c < sums.length; c++) {
            if (taxonomy.isTop(c)) {
                total += Math.pow(sums[c] + 0.5, SHARPNESS);
            }
        }
        List<Topic> topics = new ArrayList<>();
        for (int c = 0; c < sums.length; c++) {
            double score = Math.pow(sums[c] + 0.5, SHARPNESS) / total;
            if (taxonomy.isTop(c) && sums[c] >= LEAST_SUM && score >= LEAST_SCORE) {
                topics.add(new Topic(c, Math.round(score * 1000) / 1000.0));
            }
        }
        topics.sort(Comparator.comparingDouble(Topic::score).reversed());
        return topics.size() > MOST ? List.copyOf(topics.subList(0, MOST)) : topics;
    }
}
