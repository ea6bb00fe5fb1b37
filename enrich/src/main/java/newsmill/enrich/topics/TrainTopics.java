package newsmill.enrich.topics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import newsmill.enrich.text.Text;

/**
 * Learns the weights of English words, their beginnings and pairs of words on top of what the lexicon says: a multinomial
 * logistic regression in which any of an example's topics is right, with a little naive Bayes. The same input gives the
 * same file.
 *
 * <p>{@code TrainTopics wpevents.tsv.gz texts.tsv WEIGHTS.gz}
 */
final class TrainTopics {
    private static final int EPOCHS = 20;
    /** The weights are the mean of those after each of the last epochs: that is steadier than any of them. */
    private static final int AVERAGED = 10;

    private static final double RATE = 0.6;
    private static final double DECAY = 3e-4;
    /** What stands behind so many tokens of a text is not learned. */
    private static final int TOKENS = 250;
    /** Words are learned that stand in two of the current events, or in one text of our own. */
    private static final int LEAST_SEEN = 2;
    /** Words in more of the texts than this say nothing of a topic. */
    private static final double MOST_SEEN = 0.2;

    private static final int MOST_ROWS = 100_000;
    /** How much an example counts against classes that its source does not tell apart. */
    private static final double HIDDEN = 0.1;
    /** The texts of our own are few: each counts like so many of the current events. */
    private static final float OWN = 5;

    /** How much of what mere counting says of a word is added to what was learned: it errs less on words that are seldom. */
    private static final double COUNTED = 0.5;

    /** Added to the counts of each word, so that one text proves little. */
    private static final double DOUBT = 1.8;

    private static final int LARGEST = 127;

    private final Tops tops = new Tops(Taxonomy.STANDARD);
    private final Lexicon lexicon = new Lexicons(Taxonomy.STANDARD).of("en");
    private final Classes classes = new Classes(Taxonomy.STANDARD, tops);
    private final Words vocabulary = new Words();
    private float[] weights;
    private float[] squares;

    public static void main(String[] args) throws IOException {
        TrainTopics training = new TrainTopics();
        List<Example> examples =
                new ArrayList<>(Example.currentEvents(Path.of(args[0]), training.tops, training.classes));
        examples.addAll(Example.own(Path.of(args[1]), training.tops, training.classes, OWN));
        training.learn(examples);
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            training.write(out);
        }
    }

    /** An example as numbers. */
    private record Point(int[] rows, float[] shares, double[] prior, int[] classes, boolean[] rivals, float weight) {}

    /** The words to learn about. */
    private static final class Words implements Bag.Vocabulary {
        final Map<Long, Integer> rows = new HashMap<>();
        final List<Byte> rarities = new ArrayList<>();

        void add(long hash, double rarity) {
            rows.put(hash, rarities.size());
            rarities.add((byte) Math.round(rarity / Weights.RARITY));
        }

        @Override
        public int row(long hash) {
            return rows.getOrDefault(hash, -1);
        }

        @Override
        public float rarity(int row) {
            return rarities.get(row) * Weights.RARITY;
        }
    }

    void learn(List<Example> examples) {
        List<Text[]> texts = examples.stream()
                .map(e -> new Text[] {Text.of(e.title()), Text.of(e.body())})
                .toList();
        count(examples, texts);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            points.add(point(examples.get(i), texts.get(i)));
        }
        weights = new float[vocabulary.rows.size() * classes.size()];
        squares = new float[vocabulary.rows.size()];
        Arrays.fill(squares, 0.1f);
        float[] mean = new float[weights.length];
        Random random = new Random(17);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(points, random);
            double loss = 0;
            for (Point point : points) {
                loss += step(point);
            }
            System.err.printf("epoch %d: loss %.4f%n", epoch, loss / points.size());
            for (int i = 0; epoch >= EPOCHS - AVERAGED && i < mean.length; i++) {
                mean[i] += weights[i] / AVERAGED;
            }
        }
        weights = mean;
        addCounted(points);
    }

    /**
     * Adds how much larger a word's part is in the texts of a class than in those of others, of the sources that tell the
     * class apart, as naive Bayes has it, in logarithms.
     */
    private void addCounted(List<Point> points) {
        int size = classes.size();
        double[] inside = new double[weights.length];
        double[] outside = new double[weights.length];
        double[] allInside = new double[size];
        double[] allOutside = new double[size];
        for (Point point : points) {
            boolean[] own = new boolean[size];
            for (int t : point.classes()) {
                own[t] = true;
            }
            for (int i = 0; i < point.rows().length; i++) {
                int at = point.rows()[i] * size;
                double share = point.shares()[i] * point.weight();
                for (int t = 0; t < size; t++) {
                    if (own[t]) {
                        inside[at + t] += share / point.classes().length;
                        allInside[t] += share / point.classes().length;
                    } else if (point.rivals()[t]) {
                        outside[at + t] += share;
                        allOutside[t] += share;
                    }
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            int t = i % size;
            if (allInside[t] > 0 && allOutside[t] > 0) {
                double part = allInside[t] / (allInside[t] + allOutside[t]);
                double in = (inside[i] + DOUBT * part) / allInside[t];
                double out = (outside[i] + DOUBT * (1 - part)) / allOutside[t];
                weights[i] += (float) (COUNTED * Math.log(in / out));
            }
        }
    }

    /** In how many texts a word was seen, the last of them, and what they weigh together. */
    private static final class Seen {
        int texts;
        int last = -1;
        float weight;
    }

    private void count(List<Example> examples, List<Text[]> texts) {
        Map<Long, Seen> words = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int text = i;
            Bag.of(texts.get(i)[0], texts.get(i)[1], TOKENS, hash -> {
                Seen seen = words.computeIfAbsent(hash, h -> new Seen());
                if (seen.last != text) {
                    seen.last = text;
                    seen.texts++;
                    seen.weight += examples.get(text).weight();
                }
                return -1;
            });
        }
        words.entrySet().stream()
                .filter(e -> e.getValue().weight >= LEAST_SEEN && e.getValue().texts <= MOST_SEEN * texts.size())
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> vocabulary.add(e.getKey(), Math.log((double) texts.size() / e.getValue().texts)));
    }

    private Point point(Example example, Text[] texts) {
        Bag bag = Bag.of(texts[0], texts[1], TOKENS, vocabulary);
        Evidence evidence =
                new Evidence(lexicon).title(texts[0]).body(texts[1], Math.min(Model.TOKENS, texts[1].size()));
        boolean[] rivals = new boolean[classes.size()];
        for (int[] places : new int[][] {example.rivals(), example.classes()}) {
            for (int place : places) {
                rivals[place] = true;
            }
        }
        double[] prior = Model.prior(classes.of(evidence.sums(Taxonomy.STANDARD.size())), Model.SHARPNESS_LEARNING);
        int[] rows = IntStream.range(0, bag.size()).map(bag::row).toArray();
        return new Point(rows, bag.shares(), prior, example.classes(), rivals, example.weight());
    }

    private double step(Point point) {
        int size = classes.size();
        double[] p = point.prior().clone();
        for (int i = 0; i < point.rows().length; i++) {
            int at = point.rows()[i] * size;
            for (int t = 0; t < size; t++) {
                p[t] += weights[at + t] * point.shares()[i];
            }
        }
        Model.normalise(p);
        double right = 1e-9;
        for (int t : point.classes()) {
            right += p[t];
        }
        double[] gradient = p.clone();
        for (int t : point.classes()) {
            gradient[t] -= p[t] / right;
        }
        for (int t = 0; t < size; t++) {
            gradient[t] *= point.rivals()[t] ? 1 : HIDDEN;
        }
        for (int i = 0; i < point.rows().length; i++) {
            int at = point.rows()[i] * size;
            float share = point.shares()[i];
            double rate = RATE / Math.sqrt(squares[point.rows()[i]]);
            for (int t = 0; t < size; t++) {
                double g = gradient[t] * share * point.weight() + DECAY * weights[at + t];
                squares[point.rows()[i]] += (float) (g * g);
                weights[at + t] -= (float) (rate * g);
            }
        }
        return -Math.log(right);
    }

    /** Keeps the rows that say most, the commonest words first: they then lie together in memory. */
    private void write(OutputStream out) throws IOException {
        int size = classes.size();
        Map<Long, Double> strengths = new HashMap<>();
        float largest = 0;
        for (Map.Entry<Long, Integer> word : vocabulary.rows.entrySet()) {
            strengths.put(word.getKey(), strength(word.getValue()));
            for (int t = 0; t < size; t++) {
                largest = Math.max(largest, Math.abs(weights[word.getValue() * size + t]));
            }
        }
        long[] hashes = strengths.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_ROWS)
                .map(Map.Entry::getKey)
                .sorted(Comparator.<Long>comparingInt(hash -> rarity(hash)).thenComparing(Comparator.naturalOrder()))
                .mapToLong(hash -> hash)
                .toArray();
        float step = Math.min(largest, 8) / LARGEST;
        byte[] rarities = new byte[hashes.length];
        byte[] steps = new byte[hashes.length * size];
        for (int row = 0; row < hashes.length; row++) {
            int from = vocabulary.rows.get(hashes[row]) * size;
            rarities[row] = rarity(hashes[row]);
            for (int t = 0; t < size; t++) {
                steps[row * size + t] =
                        (byte) Math.max(-LARGEST, Math.min(LARGEST, Math.round(weights[from + t] / step)));
            }
        }
        Weights.write(size, hashes, rarities, steps, step, out);
        System.err.printf("%d of %d rows, step %.4f%n", hashes.length, vocabulary.rows.size(), step);
    }

    /** How far a word tells classes apart in a story: the spread of its weights times its rarity, by which its count weighs. */
    private double strength(int row) {
        int size = classes.size();
        double sum = 0;
        double squares = 0;
        for (int at = row * size; at < (row + 1) * size; at++) {
            sum += weights[at];
            squares += weights[at] * weights[at];
        }
        return Math.sqrt(Math.max(0, squares / size - sum * sum / size / size)) * vocabulary.rarity(row);
    }

    private byte rarity(long hash) {
        return vocabulary.rarities.get(vocabulary.rows.get(hash));
    }
}
