package newsmill.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import newsmill.ingest.extract.SiteRules;
import newsmill.ingest.fetch.Response;
import newsmill.local.filter.JsonLine;
import newsmill.local.filter.ManifestStep;
import newsmill.local.filter.PageBytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "extract",
        header = "Extract articles from web pages: HTML in, raw JSON Lines out.",
        description = {
            "Prints one raw article a page: title, byline, date, body and what else the page says of itself.",
            "A page is a file, an http(s) address (fetched), or - (standard input); gzip is unpacked.",
            "With --manifest, each line {\"id\", \"html\", \"url\"} names a saved page by its path, relative to the"
                    + " manifest; the articles keep the manifest's ids and order. In place of a line or page that cannot"
                    + " be used stands {\"id\", \"line\", \"error\"}, the error is named on stderr too, and the exit"
                    + " code is 1 at the end."
        },
        footer = {
            "",
            "Examples: newsmill extract page.html --url https://example.org/news/1",
            "          newsmill extract --manifest pages.jsonl | newsmill enrich",
            Exit.HELP
        })
final class ExtractCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PAGE", arity = "0..*", description = "file or address; - or none: standard input")
    List<String> pages;

    @Option(names = "--url", paramLabel = "URL", description = "the address the one page came from")
    String url;

    @Option(names = "--manifest", paramLabel = "FILE", description = "a list of saved pages, - for standard input")
    String manifest;

    @Option(names = "--sites", paramLabel = "FILE", description = "selectors for sites, as config/sites.yaml")
    Path sites;

    @Option(names = "--explain", description = "say on stderr what gave each field, and why each block was kept or not")
    boolean explain;

    @Mixin
    ThreadsOption threads;

    @Override
    public Integer call() throws IOException {
        ArticleExtractor extractor = ArticleExtractor.with(rules(), misfit -> Console.say(misfit.toString()));
        int workers = threads.count();
        if (manifest != null) {
            if (url != null || pages != null || explain) {
                throw Trouble.usage("--manifest names the pages; leave out --url, --explain and PAGE");
            }
            return FilterRun.over(List.of(manifest), workers, new ManifestStep(extractor, folder(manifest)));
        }
        if (url != null && !WebPages.isAddress(url)) {
            throw Trouble.usage("--url " + url + ": should be an absolute http or https address");
        }
        List<String> given = Inputs.of(pages);
        if (url != null && given.size() > 1) {
            throw Trouble.usage("--url is the address of one page; use --manifest for several");
        }
        try (OutputStream out = Console.data();
                WebPages web = given.stream().anyMatch(WebPages::isAddress) ? new WebPages() : null) {
            for (String page : given) {
                Page read = page(page, web);
                if (explain) {
                    extractor.explain(read).forEach(System.err::println);
                }
                out.write(JsonLine.of(extractor.extract(read)));
                out.write('\n');
            }
        }
        return Exit.OK;
    }

    private SiteRules rules() {
        try {
            return sites == null ? SiteRules.none() : SiteRules.read(sites);
        } catch (IOException e) {
            throw Trouble.unavailable("--sites " + sites + ": cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw Trouble.usage("--sites " + sites + ": " + e.getMessage());
        }
    }

    private Page page(String page, WebPages web) throws IOException {
        if (WebPages.isAddress(page)) {
            Response response = web.get(page);
            return new Page(
                    response.url().toString(),
                    response.body(),
                    response.header("content-type"),
                    Instant.now(),
                    null,
                    null,
                    null);
        }
        byte[] html = page.equals(Inputs.STDIN)
                ? PageBytes.read(PageBytes.unpacked(System.in), "stdin")
                : PageBytes.in(Path.of(page));
        return Page.of(url == null ? ManifestStep.NO_URL : url, html);
    }

    private static Path folder(String manifest) {
        Path parent = manifest.equals(Inputs.STDIN) ? null : Path.of(manifest).getParent();
        return parent == null ? Path.of("") : parent;
    }
}
