package newsmill.enrich.topics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import newsmill.enrich.text.Text;

/**
 * Learns the weights of English words and pairs of words on top of what the lexicon says: a multinomial logistic
 * regression in which any of an example's topics is right. The same input gives the same file.
 *
 * <p>{@code TrainTopics wpevents.tsv.gz texts.tsv WEIGHTS.gz}
 */
final class TrainTopics {
    private static final int EPOCHS = 8;
    private static final double RATE = 0.3;
    private static final double DECAY = 2e-5;
    private static final int LEAST_SEEN = 3;
    /** Words in more of the texts than this say nothing of a topic. */
    private static final double MOST_SEEN = 0.05;

    private static final int MOST_ROWS = 60_000;
    /** How much an example counts against topics that its source does not tell apart. */
    private static final double HIDDEN = 0.1;
    /** The texts of our own are few: each counts like so many of the current events. */
    private static final float OWN = 30;

    private static final int LARGEST = 127;

    private final Tops tops = new Tops(Taxonomy.STANDARD);
    private final Lexicon lexicon = new Lexicons(Taxonomy.STANDARD).of("en");
    private final Map<Long, Integer> vocabulary = new HashMap<>();
    private float[] weights;
    private float[] squares;

    public static void main(String[] args) throws IOException {
        TrainTopics training = new TrainTopics();
        List<Example> examples = new ArrayList<>(Example.currentEvents(Path.of(args[0]), training.tops));
        examples.addAll(Example.own(Path.of(args[1]), training.tops, OWN));
        training.learn(examples);
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            training.write(out);
        }
    }

    /** An example as numbers. */
    private record Point(int[] rows, float[] shares, double[] prior, int[] topics, boolean[] rivals, float weight) {}

    void learn(List<Example> examples) {
        List<Text[]> texts = examples.stream()
                .map(e -> new Text[] {Text.of(e.title()), Text.of(e.body())})
                .toList();
        count(texts);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            points.add(point(examples.get(i), texts.get(i)));
        }
        int topics = tops.size();
        weights = new float[vocabulary.size() * topics];
        squares = new float[vocabulary.size()];
        Arrays.fill(squares, 0.1f);
        Random random = new Random(17);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(points, random);
            double loss = 0;
            for (Point point : points) {
                loss += step(point);
            }
            System.err.printf("epoch %d: loss %.4f%n", epoch, loss / points.size());
        }
    }

    private void count(List<Text[]> texts) {
        Map<Long, int[]> seen = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int document = i + 1;
            Bag.of(texts.get(i)[0], texts.get(i)[1], Model.LEARNED_TOKENS, hash -> {
                int[] count = seen.computeIfAbsent(hash, h -> new int[2]);
                if (count[1] != document) {
                    count[1] = document;
                    count[0]++;
                }
                return -1;
            });
        }
        seen.entrySet().stream()
                .filter(e -> e.getValue()[0] >= LEAST_SEEN && e.getValue()[0] <= MOST_SEEN * texts.size())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(hash -> vocabulary.put(hash, vocabulary.size()));
    }

    private Point point(Example example, Text[] texts) {
        Bag bag = Bag.of(texts[0], texts[1], Model.LEARNED_TOKENS, hash -> vocabulary.getOrDefault(hash, -1));
        List<Integer> rows = new ArrayList<>();
        List<Float> shares = new ArrayList<>();
        bag.forEach((row, share) -> {
            rows.add(row);
            shares.add(share);
        });
        float[] s = new float[shares.size()];
        for (int i = 0; i < s.length; i++) {
            s[i] = shares.get(i);
        }
        Evidence evidence =
                new Evidence(lexicon).title(texts[0]).body(texts[1], Math.min(Model.TOKENS, texts[1].size()));
        boolean[] rivals = new boolean[tops.size()];
        for (int t : example.rivals()) {
            rivals[t] = true;
        }
        for (int t : example.topics()) {
            rivals[t] = true;
        }
        double[] prior = Model.prior(tops.of(evidence.sums(Taxonomy.STANDARD.size())), 1);
        return new Point(
                rows.stream().mapToInt(r -> r).toArray(), s, prior, example.topics(), rivals, example.weight());
    }

    private double step(Point point) {
        int topics = tops.size();
        double[] p = point.prior().clone();
        for (int i = 0; i < point.rows().length; i++) {
            int at = point.rows()[i] * topics;
            for (int t = 0; t < topics; t++) {
                p[t] += weights[at + t] * point.shares()[i];
            }
        }
        Model.normalise(p);
        double right = 1e-9;
        for (int t : point.topics()) {
            right += p[t];
        }
        double[] gradient = p.clone();
        for (int t : point.topics()) {
            gradient[t] -= p[t] / right;
        }
        for (int t = 0; t < topics; t++) {
            gradient[t] *= point.rivals()[t] ? 1 : HIDDEN;
        }
        for (int i = 0; i < point.rows().length; i++) {
            int at = point.rows()[i] * topics;
            float share = point.shares()[i];
            double rate = RATE / Math.sqrt(squares[point.rows()[i]]);
            for (int t = 0; t < topics; t++) {
                double g = gradient[t] * share * point.weight() + DECAY * weights[at + t];
                squares[point.rows()[i]] += (float) (g * g);
                weights[at + t] -= (float) (rate * g);
            }
        }
        return -Math.log(right);
    }

    /** Keeps the rows that say most. */
    private void write(OutputStream out) throws IOException {
        int topics = tops.size();
        Map<Long, Float> strengths = new HashMap<>();
        float largest = 0;
        for (Map.Entry<Long, Integer> word : vocabulary.entrySet()) {
            float strength = 0;
            for (int t = 0; t < topics; t++) {
                strength = Math.max(strength, Math.abs(weights[word.getValue() * topics + t]));
            }
            strengths.put(word.getKey(), strength);
            largest = Math.max(largest, strength);
        }
        long[] hashes = strengths.entrySet().stream()
                .sorted(Map.Entry.<Long, Float>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_ROWS)
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray();
        float step = Math.min(largest, 8) / LARGEST;
        byte[] steps = new byte[hashes.length * topics];
        for (int row = 0; row < hashes.length; row++) {
            int from = vocabulary.get(hashes[row]) * topics;
            for (int t = 0; t < topics; t++) {
                steps[row * topics + t] =
                        (byte) Math.max(-LARGEST, Math.min(LARGEST, Math.round(weights[from + t] / step)));
            }
        }
        Weights.write(topics, hashes, steps, step, out);
        System.err.printf("%d of %d rows, step %.4f%n", hashes.length, vocabulary.size(), step);
    }
}
