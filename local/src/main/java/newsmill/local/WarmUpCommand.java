package newsmill.local;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import newsmill.article.Json;
import newsmill.enrich.Enricher;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import newsmill.local.filter.EnrichStep;
import newsmill.local.filter.Lines;
import newsmill.local.filter.ManifestStep;
import newsmill.local.filter.OrderedPipe;
import picocli.CommandLine.Command;

/** Loads what the commands load, once, for the launcher to keep as a class-data archive. */
@Command(name = "warm-up", hidden = true, header = "Load classes for the launcher's archive.")
final class WarmUpCommand implements Callable<Integer> {
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
        return Exit.OK;
    }
}
