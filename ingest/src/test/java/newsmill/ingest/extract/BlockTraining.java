package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import newsmill.article.Json;

/**
 * Trains the judge of blocks on pages with gold text.
 *
 * <p>Arguments: the folder of {@code gold.jsonl}, the file to write the model to, and a file for the bodies that
 * models trained on the other sites give (the honest estimate: no site judges itself). Score that file with the score.py
 * beside the gold. A run takes two minutes of processor time and 1.2 GB.
 */
final class BlockTraining {
    private static final int FOLDS = 5;
    private static final double SURE = 0.8;
    private static final double TAUGHT_WEIGHT = 0.35;
    private static final int THIN = 4;
    private static final String PLAIN = "#plain";
    private static final float PLAIN_WEIGHT = 0.12f;
    private static final TreeGrower.Settings SETTINGS = new TreeGrower.Settings(170, 14, 0.08, 6, 0.6, 0.3, 0.7);

    private record Sample(String id, Blocks blocks, float[][] rows, GoldLabels gold, int fold, int site) {}

    private BlockTraining() {}

    public static void main(String[] args) throws IOException {
        List<Sample> samples = load(Path.of(args[0]));
        System.err.println(samples.size() + " pages, "
                + samples.stream().mapToInt(s -> s.rows.length).sum() + " blocks, " + Feature.COUNT + " features");
        float[][] scores = outOfFold(samples);
        report("other sites, before self-teaching", samples, scores);
        teach(samples, scores);
        scores = outOfFold(samples);
        report("other sites", samples, scores);
        bodies(samples, scores, args[2]);
        List<Integer> all = IntStream.range(0, samples.size()).boxed().toList();
        write(Path.of(args[1]), grow(samples, all));
    }

    private static void bodies(List<Sample> samples, float[][] scores, String file) throws IOException {
        try (PrintWriter out = new PrintWriter(file, StandardCharsets.UTF_8)) {
            for (int s = 0; s < samples.size(); s++) {
                Sample sample = samples.get(s);
                if (sample.id.endsWith(PLAIN)) {
                    continue;
                }
                ObjectNode line = Json.MAPPER.createObjectNode().put("id", sample.id);
                line.put("body", BodyText.text(BodyText.choose(sample.blocks, sample.rows, scores[s])));
                out.println(line);
            }
        }
    }

    private static void write(Path file, List<String> model) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Boosted trees over block features, grown by BlockTraining (test sources); see BoostedTrees for the format.",
                "# Trained on annotations of github.com/scrapinghub/article-extraction-benchmark (MIT), github.com/flairNLP/fundus",
                "# (MIT), github.com/dobbersc/fundus-evaluation (MIT) and github.com/adbar/trafilatura (Apache-2.0); holds numbers",
                "# only, no text of any page. Licence: Apache-2.0."));
        lines.addAll(model);
        Files.write(file, lines);
    }

    /**
     * Pages with a few labelled segments teach all their blocks, where the judge trained on other sites had every segment
     * right: what it was sure of counts as labelled, with little weight.
     */
    private static void teach(List<Sample> samples, float[][] scores) {
        for (int s = 0; s < samples.size(); s++) {
            GoldLabels gold = samples.get(s).gold;
            if (!gold.segments || !agrees(gold, scores[s])) {
                continue;
            }
            List<Block> blocks = samples.get(s).blocks.all;
            double words = 50;
            for (Block block : blocks) {
                words += scores[s][block.index] > 0.5 ? block.words : 0;
            }
            for (Block block : blocks) {
                float score = scores[s][block.index];
                if (gold.weight[block.index] == 0 && Math.abs(2 * score - 1) > SURE) {
                    gold.label[block.index] = score > 0.5 ? 1 : 0;
                    gold.weight[block.index] =
                            (float) (TAUGHT_WEIGHT * (Math.min(150, block.words) + 5) / Math.sqrt(words));
                }
            }
        }
    }

    private static boolean agrees(GoldLabels gold, float[] scores) {
        int story = 0;
        for (int i = 0; i < scores.length; i++) {
            if (gold.weight[i] > 0 && gold.label[i] > 0 != scores[i] > 0.5) {
                return false;
            }
            story += gold.weight[i] > 0 && gold.label[i] > 0 ? 1 : 0;
        }
        return story >= 2;
    }

    private static List<Sample> load(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("gold.jsonl"));
        List<Sample> out = lines.parallelStream()
                .map(line -> {
                    try {
                        return samples(folder, Json.MAPPER.readTree(line));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .flatMap(List::stream)
                .toList();
        return out;
    }

    /** The page, and where there is a whole gold text, that text as the plainest of pages: it must be kept whole. */
    private static List<Sample> samples(Path folder, JsonNode gold) throws IOException {
        if (!gold.has("body") && !gold.has("with")) {
            return List.of();
        }
        String id = gold.get("id").asText();
        String url = gold.path("url").asText("https://" + id.replace('/', '.') + "/");
        try (InputStream in = new GZIPInputStream(
                new FileInputStream(folder.resolve(gold.get("html").asText()).toFile()))) {
            Evidence evidence = Evidence.of(Page.of(url, in.readAllBytes()));
            Sample page = sample(id, url, evidence, gold);
            String title = evidence.context().title();
            if (!gold.has("body") || gold.get("body").asText().length() < 300 || title == null) {
                return List.of(page);
            }
            Evidence plain =
                    Evidence.of(Page.of(url, plain(title, gold.get("body").asText())));
            Sample whole = sample(id + PLAIN, url, plain, gold);
            for (int i = 0; i < whole.rows.length; i++) {
                boolean headline = i == 0;
                whole.gold.label[i] = headline ? 0 : 1;
                whole.gold.weight[i] *= PLAIN_WEIGHT;
            }
            return List.of(page, whole);
        }
    }

    private static byte[] plain(String title, String body) {
        StringBuilder html = new StringBuilder("<html><head><title>" + escaped(title) + "</title></head><body>");
        boolean article = body.length() % 2 == 0;
        html.append(article ? "<article>" : "")
                .append("<h1>")
                .append(escaped(title))
                .append("</h1>");
        for (String paragraph : body.split("\n+")) {
            html.append("<p>").append(escaped(paragraph)).append("</p>\n");
        }
        return html.append(article ? "</article>" : "")
                .append("</body></html>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static Sample sample(String id, String url, Evidence evidence, JsonNode gold) {
        float[][] rows = BlockFeatures.of(evidence.blocks, evidence.context());
        int site = site(url).hashCode();
        GoldLabels labels = GoldLabels.of(gold, evidence.blocks.all);
        return new Sample(id, evidence.blocks, rows, labels, Math.floorMod(site * 31 + 5, FOLDS), site);
    }

    static String site(String url) {
        String host = URI.create(url.replaceAll("[^\\x21-\\x7e]", "")
                        .replaceAll("[\\[\\]{}|^`\\\\\"<>]", "")
                        .replaceAll("%(?![0-9a-fA-F]{2})", ""))
                .getHost();
        String[] labels = (host == null ? url : host).split("\\.");
        int keep = labels.length > 2 && labels[labels.length - 2].length() <= 3 ? 3 : 2;
        return String.join(".", Arrays.asList(labels).subList(Math.max(0, labels.length - keep), labels.length));
    }

    /** What judges say of each page that were not taught by its site. */
    private static float[][] outOfFold(List<Sample> samples) {
        float[][] out = new float[samples.size()][];
        IntStream.range(0, FOLDS).parallel().forEach(fold -> {
            List<Integer> rest = IntStream.range(0, samples.size())
                    .filter(s -> samples.get(s).fold != fold)
                    .boxed()
                    .toList();
            BoostedTrees trees = BoostedTrees.read(grow(samples, rest));
            for (int s = 0; s < out.length; s++) {
                Sample sample = samples.get(s);
                if (sample.fold == fold) {
                    out[s] = new float[sample.rows.length];
                    for (int i = 0; i < sample.rows.length; i++) {
                        out[s][i] = trees.score(sample.rows[i]);
                    }
                }
            }
        });
        return out;
    }

    private static List<String> grow(List<Sample> samples, List<Integer> use) {
        List<float[]> x = new ArrayList<>();
        List<float[]> labels = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int s : use) {
            Sample sample = samples.get(s);
            GoldLabels gold = sample.gold;
            for (int i = 0; i < sample.rows.length; i++) {
                boolean plain = gold.label[i] == 0 && furniture(sample.rows[i]);
                if (gold.weight[i] > 0 && (!plain || (i + s) % THIN == 0)) {
                    x.add(sample.rows[i]);
                    labels.add(new float[] {gold.label[i], gold.weight[i] * (plain ? THIN : 1)});
                    groups.add(s);
                }
            }
        }
        float[] y = new float[x.size()];
        float[] w = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = labels.get(i)[0];
            w[i] = labels.get(i)[1];
        }
        int[] group = groups.stream().mapToInt(Integer::intValue).toArray();
        return new TreeGrower(SETTINGS, x.toArray(float[][]::new), y, w, group).grow();
    }

    /** Links far from any prose: of these there are many and a few teach enough. */
    private static boolean furniture(float[] row) {
        return row[Feature.LINK_DENSITY.ordinal()] > 0.95
                && row[Feature.WORDS.ordinal()] < 8
                && row[Feature.SINCE_PROSE.ordinal()] > 4
                && row[Feature.UNTIL_PROSE.ordinal()] > 4;
    }

    private static void report(String name, List<Sample> samples, float[][] scores) {
        double loss = 0;
        double wrong = 0;
        double all = 0;
        for (int s = 0; s < scores.length; s++) {
            GoldLabels gold = samples.get(s).gold;
            for (int i = 0; i < scores[s].length; i++) {
                double p = Math.min(0.999, Math.max(0.001, scores[s][i]));
                loss -= gold.weight[i] * (gold.label[i] > 0 ? Math.log(p) : Math.log(1 - p));
                wrong += gold.weight[i] * (p > 0.5 != gold.label[i] > 0 ? 1 : 0);
                all += gold.weight[i];
            }
        }
        System.err.printf("%s, other sites: log loss %.4f, wrong %.4f%n", name, loss / all, wrong / all);
    }
}
