package newsmill.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import newsmill.enrich.Enricher;
import newsmill.ingest.SourcesPublisher;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import newsmill.local.filter.EnrichStep;
import newsmill.local.filter.Lines;
import newsmill.local.filter.ManifestStep;
import newsmill.local.filter.OrderedPipe;
import newsmill.local.samples.SampleNewsroom;
import picocli.CommandLine.Command;

/** Loads what the commands load, once, for the launcher to keep as a class-data archive. */
@Command(name = "warm-up", hidden = true, header = "Load classes for the launcher's archive.")
final class WarmUpCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PAGE = """
            <html lang="en"><head><title>A bridge reopens</title></head><body><article><h1>A bridge reopens</h1>
            <p>The bridge in Lyon opens again on Monday, the mayor said. “We have waited two years,” she said.</p>
            </article></body></html>
            """;

    @Override
    public Integer call() throws Exception {
        ArticleExtractor extractor = ArticleExtractor.standard();
        byte[] article =
                Json.write(extractor.extract(Page.of("https://example.org/a", PAGE.getBytes(StandardCharsets.UTF_8))));
        new ManifestStep(extractor, Path.of(""));
        try (OrderedPipe pipe =
                new OrderedPipe(1, new EnrichStep(Enricher.standard()), OutputStream.nullOutputStream(), line -> {})) {
            pipe.pass(new Lines("warm-up", new ByteArrayInputStream(article)));
            pipe.finish();
        }
        Logs.ofOneProcess();
        runStack();
        return Exit.OK;
    }

    /** The whole stack up to its first articles; a warm-up that meets trouble only makes a smaller archive. */
    private static void runStack() throws IOException {
        Path folder = Files.createTempDirectory("newsmill-warm-up");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (SampleNewsroom newsroom = SampleNewsroom.open(Instant.now());
                LocalStack stack = LocalStack.open(folder, Map.of(), Demo.PACE);
                EnrichedFeed feed = new EnrichedFeed(stack.kafka())) {
            new SourcesPublisher(stack.kafka()).publish(Demo.sources(newsroom));
            stack.startServices();
            ArticlePrinter printer = new ArticlePrinter(new Screen());
            boolean arrived = false;
            while (!arrived && System.nanoTime() < deadline) {
                for (EnrichedArticle article : feed.next(Duration.ofMillis(200))) {
                    printer.print(article);
                    arrived = true;
                }
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
