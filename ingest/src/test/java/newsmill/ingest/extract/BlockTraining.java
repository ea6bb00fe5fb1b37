package newsmill.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Trains the judge of blocks on pages with gold text: the same pages give the same model, bit for bit.
 *
 * <p>Arguments: the folder of {@code gold.jsonl}, and the folder to write {@code blocks.model} to. How well such a judge
 * does on sites that it was not taught by says {@link CrossValidation}.
 */
final class BlockTraining {
    private static final int FOLDS = 5;
    private static final TreeGrower.Settings SETTINGS = new TreeGrower.Settings(160, 13, 0.11, 6, 0.6, 0.3, 0.7);
    private static final String SOURCE = """
            # Boosted trees over block features, grown by BlockTraining (test sources); see BoostedTrees for the format.
            # Trained on annotations of github.com/scrapinghub/article-extraction-benchmark (MIT), github.com/flairNLP/fundus
            # (MIT), github.com/dobbersc/fundus-evaluation (MIT) and github.com/adbar/trafilatura (Apache-2.0); holds numbers
            # only, no text of any page. Licence: Apache-2.0.
            """;

    private final List<TrainingPage> pages;
    private final int[] fold;
    private List<GoldLabels> labels;

    /** The pages are cut into folds by site; {@code round} chooses one of many ways to cut. */
    BlockTraining(List<TrainingPage> pages, int round) {
        this.pages = pages;
        this.fold = pages.stream().mapToInt(page -> fold(page.site(), round)).toArray();
        this.labels = pages.stream().map(TrainingPage::labels).toList();
        float[][] scores = scores();
        this.labels = IntStream.range(0, scores.length)
                .mapToObj(p -> labels.get(p).taught(pages.get(p).blocks().all, scores[p]))
                .toList();
    }

    private static int fold(String site, int round) {
        return Math.floorMod((site.hashCode() * 31 + 5) * (1 + 2 * round) >> round, FOLDS);
    }

    public static void main(String[] args) throws IOException {
        BlockTraining training = new BlockTraining(TrainingPage.load(Path.of(args[0])), 0);
        String model = String.join("\n", training.grow(p -> true));
        Files.writeString(Path.of(args[1], "blocks.model"), SOURCE + model + "\n");
    }

    /** What judges say of each page's blocks that were not taught by its site. */
    float[][] scores() {
        float[][] out = new float[pages.size()][];
        IntStream.range(0, FOLDS).parallel().forEach(k -> {
            BoostedTrees trees = BoostedTrees.read(grow(p -> fold[p] != k));
            for (int p = 0; p < out.length; p++) {
                if (fold[p] == k) {
                    out[p] = BodyText.judge(pages.get(p).rows(), trees);
                }
            }
        });
        return out;
    }

    private List<String> grow(IntPredicate use) {
        List<float[]> x = new ArrayList<>();
        List<float[]> targets = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            GoldLabels gold = labels.get(p);
            float[][] rows = pages.get(p).rows();
            for (int i = 0; use.test(p) && i < rows.length; i++) {
                if (gold.weight[i] > 0 && !BodyText.isFurniture(rows[i])) {
                    x.add(rows[i]);
                    targets.add(new float[] {gold.label[i], gold.weight[i]});
                    groups.add(p);
                }
            }
        }
        float[] y = new float[x.size()];
        float[] w = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = targets.get(i)[0];
            w[i] = targets.get(i)[1];
        }
        int[] group = groups.stream().mapToInt(Integer::intValue).toArray();
        List<String> model = new ArrayList<>();
        for (int lot = 0; lot < BoostedTrees.LOTS; lot++) {
            List<String> grown =
                    new TreeGrower(SETTINGS, x.toArray(float[][]::new), y, w, group, 7 + lot).grow(BoostedTrees.LOTS);
            model.addAll(grown.subList(lot == 0 ? 0 : 1, grown.size()));
        }
        return model;
    }
}
