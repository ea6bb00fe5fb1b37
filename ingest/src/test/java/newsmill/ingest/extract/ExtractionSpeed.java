package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import newsmill.article.Json;
import org.jsoup.Jsoup;

/**
 * Measures extraction, parse included, against a plain jsoup parse of the same pages: processor time of one thread over
 * the whole set, in turns. Argument: the folder of {@code gold.jsonl}.
 */
final class ExtractionSpeed {
    private static final int ROUNDS = 4;

    private ExtractionSpeed() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<Page> pages = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
            JsonNode gold = Json.MAPPER.readTree(line);
            try (InputStream in = new GZIPInputStream(new FileInputStream(
                    folder.resolve(gold.get("html").asText()).toFile()))) {
                pages.add(Page.of(gold.path("url").asText("https://unknown.invalid/"), in.readAllBytes()));
            }
        }
        ArticleExtractor extractor = ArticleExtractor.standard();
        for (int round = 1; round <= ROUNDS; round++) {
            double parse = seconds(pages, ExtractionSpeed::parse);
            double extract = seconds(pages, extractor::extract);
            System.out.printf(
                    "round %d: parse %.2f s, extract %.2f s, ratio %.2f, %.0f pages/s%n",
                    round, parse, extract, extract / parse, pages.size() / extract);
        }
    }

    private static void parse(Page page) {
        try {
            Jsoup.parse(new ByteArrayInputStream(page.content()), null, page.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(List<Page> pages, Consumer<Page> work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        pages.forEach(work);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }
}
