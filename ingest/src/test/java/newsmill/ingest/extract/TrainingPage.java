package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import newsmill.article.Json;

/**
 * A page with gold text, taken apart: what the judge of blocks learns from and is measured by.
 *
 * @param site the registered domain: pages of one are never on both sides of a cross-validation
 * @param made true for a gold text set as the plainest of pages, which must be kept whole; no such page is scored
 */
record TrainingPage(
        String id, String site, JsonNode gold, Blocks blocks, float[][] rows, GoldLabels labels, boolean made) {
    private static final float MADE_WEIGHT = 0.12f;
    private static final int LEAST_TEXT = 300;

    /** The pages of a folder with {@code gold.jsonl}; of each with a whole gold text, that text as a page as well. */
    static List<TrainingPage> load(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("gold.jsonl")).parallelStream()
                .flatMap(line -> read(folder, line).stream())
                .toList();
    }

    private static List<TrainingPage> read(Path folder, String line) {
        try {
            JsonNode gold = Json.MAPPER.readTree(line);
            return gold.has("body") || gold.has("with") ? read(folder, gold) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TrainingPage> read(Path folder, JsonNode gold) throws IOException {
        String id = gold.get("id").asText();
        String url = gold.path("url").asText("https://" + id.replace('/', '.') + "/");
        try (InputStream in = new GZIPInputStream(
                new FileInputStream(folder.resolve(gold.get("html").asText()).toFile()))) {
            Evidence evidence = Evidence.of(Page.of(url, in.readAllBytes()));
            TrainingPage page = of(gold, url, evidence, false);
            String title = evidence.context().title();
            String body = gold.path("body").asText("");
            return body.length() < LEAST_TEXT || title == null
                    ? List.of(page)
                    : List.of(page, of(gold, url, Evidence.of(Page.of(url, plain(title, body))), true));
        }
    }

    private static TrainingPage of(JsonNode gold, String url, Evidence evidence, boolean made) {
        GoldLabels labels = GoldLabels.of(gold, evidence.blocks.all);
        float[][] rows = BlockFeatures.of(evidence.blocks, evidence.context());
        for (int i = 0; made && i < rows.length; i++) {
            labels.label[i] = i == 0 ? 0 : 1;
            labels.weight[i] *= MADE_WEIGHT;
        }
        return new TrainingPage(gold.get("id").asText(), site(url), gold, evidence.blocks, rows, labels, made);
    }

    private static byte[] plain(String title, String body) {
        boolean article = body.length() % 2 == 0;
        StringBuilder html = new StringBuilder("<html><head><title>" + escaped(title) + "</title></head><body>")
                .append(article ? "<article>" : "")
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

    private static String site(String url) {
        String host = URI.create(url.replaceAll("[^\\x21-\\x7e]", "")
                        .replaceAll("[\\[\\]{}|^`\\\\\"<>]", "")
                        .replaceAll("%(?![0-9a-fA-F]{2})", ""))
                .getHost();
        String[] labels = (host == null ? url : host).split("\\.");
        int keep = labels.length > 2 && labels[labels.length - 2].length() <= 3 ? 3 : 2;
        return String.join(".", Arrays.asList(labels).subList(Math.max(0, labels.length - keep), labels.length));
    }
}
