package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsmill.article.Json;

/**
 * How well bodies are found on sites that the judge of blocks has not met: it is trained on four fifths of the sites and
 * the whole extraction scored on the rest, five times; and all that several times over, with the sites cut differently.
 *
 * <p>Arguments: the folder of {@code gold.jsonl}; the number of rounds; optionally a file for the bodies of the last.
 */
final class CrossValidation {
    private CrossValidation() {}

    public static void main(String[] args) throws IOException {
        List<TrainingPage> pages = TrainingPage.load(Path.of(args[0]));
        Map<String, BodyScore> sums = new TreeMap<>();
        int rounds = Integer.parseInt(args[1]);
        for (int round = 0; round < rounds; round++) {
            BlockTraining training = new BlockTraining(pages, round);
            float[][] scores = training.scores();
            table("round " + (round + 1), score(pages, scores, new TreeMap<>()));
            score(pages, scores, sums);
            if (args.length > 2) {
                write(args[2], pages, scores);
            }
        }
        table("all " + rounds + " rounds", sums);
    }

    private static Map<String, BodyScore> score(
            List<TrainingPage> pages, float[][] scores, Map<String, BodyScore> out) {
        for (int p = 0; p < scores.length; p++) {
            TrainingPage page = pages.get(p);
            if (!page.made()) {
                out.computeIfAbsent(page.gold().get("set").asText(), set -> new BodyScore())
                        .add(page.gold(), body(page, scores[p]));
            }
        }
        return out;
    }

    private static String body(TrainingPage page, float[] scores) {
        return BodyText.text(BodyText.choose(page.blocks(), page.rows(), scores));
    }

    private static void table(String name, Map<String, BodyScore> sets) {
        System.out.printf("%n%-10s  pages    prec  recall      F1   head   tail   %s%n", "set", name);
        sets.forEach((set, score) -> System.out.printf("%-10s %s%n", set, score));
    }

    private static void write(String file, List<TrainingPage> pages, float[][] scores) throws IOException {
        try (PrintWriter out = new PrintWriter(file, StandardCharsets.UTF_8)) {
            for (int p = 0; p < scores.length; p++) {
                if (!pages.get(p).made()) {
                    ObjectNode line = Json.MAPPER
                            .createObjectNode()
                            .put("id", pages.get(p).id());
                    out.println(line.put("body", body(pages.get(p), scores[p])));
                }
            }
        }
    }
}
