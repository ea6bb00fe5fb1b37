package newsmill.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import newsmill.ingest.fetch.Response;
import newsmill.ingest.source.FeedLinksInPage;
import newsmill.ingest.source.SourceContent;
import newsmill.ingest.source.SourceFormat;
import newsmill.ingest.source.SourcePreview;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.UnreadableSource;
import newsmill.local.filter.JsonLine;
import newsmill.local.filter.PageBytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        header = "Read feeds, sitemaps or listing pages and print their items, in order, as JSON Lines.",
        description = {
            "What to run before adding a source. Prints for each item: file (as given), url, guid, title, published,"
                    + " updated, byline, summary, content, language; what the source does not say is left out.",
            "A sitemap index prints the sitemaps it lists on stderr, and a page the feeds it announces. What cannot be read"
                    + " is named on stderr, the rest goes on, and the exit code is 1 at the end."
        },
        footer = {"", Exit.HELP})
final class PreviewCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|URL",
            arity = "0..*",
            description = "files, or http(s) addresses (fetched); - or none at all is stdin")
    List<String> sources;

    @Option(names = "--base", paramLabel = "URL", description = "the address a file came from, for relative links")
    String base;

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "AUTO", description = "${COMPLETION-CANDIDATES}")
    SourceType type;

    @Override
    public Integer call() throws IOException {
        List<String> given = Inputs.of(sources);
        int unreadable = 0;
        try (OutputStream out = Console.data();
                WebPages web = given.stream().anyMatch(WebPages::isAddress) ? new WebPages() : null) {
            for (String source : given) {
                try {
                    preview(source, document(source, web), out);
                } catch (UnreadableSource | RuntimeException e) {
                    unreadable++;
                    String reason = Console.reason(e);
                    Console.say(reason.startsWith(source) ? reason : source + ": " + reason);
                }
            }
        }
        return unreadable == 0 ? Exit.OK : Exit.BAD_RECORDS;
    }

    private record Document(byte[] bytes, String contentType, String url) {}

    private void preview(String source, Document document, OutputStream out) throws IOException {
        SourceContent content = SourceFormat.read(document.bytes, document.contentType, document.url, type);
        for (SourcePreview item : SourcePreview.of(source, content).toList()) {
            out.write(JsonLine.of(item));
            out.write('\n');
        }
        content.parts().forEach(part -> Console.say(source + ": lists " + part.url()));
        if (content.format().equals("page")) {
            FeedLinksInPage.of(document.bytes, document.contentType, document.url == null ? "" : document.url)
                    .forEach(feed -> Console.say(source + ": announces " + feed));
        }
    }

    private Document document(String source, WebPages web) {
        if (WebPages.isAddress(source)) {
            Response response = web.get(source);
            return new Document(
                    response.body(),
                    response.header("content-type"),
                    response.url().toString());
        }
        try {
            byte[] bytes = source.equals(Inputs.STDIN) ? Inputs.page() : PageBytes.in(Path.of(source));
            return new Document(bytes, null, base);
        } catch (IOException e) {
            throw Trouble.unavailable(Console.reason(e), e);
        }
    }
}
