package newsmill.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import newsmill.ingest.fetch.Response;
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
            "A sitemap index prints the sitemaps it lists on stderr. What cannot be read is named on stderr, the rest goes"
                    + " on, and the exit code is 1 at the end."
        },
        footer = {"", Exit.HELP})
final class PreviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|URL", arity = "1..*", description = "files, or http(s) addresses (fetched)")
    List<String> sources;

    @Option(names = "--base", paramLabel = "URL", description = "the address a file came from, for relative links")
    String base;

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "AUTO", description = "${COMPLETION-CANDIDATES}")
    SourceType type;

    @Override
    public Integer call() throws IOException {
        int unreadable = 0;
        try (OutputStream out = Console.data();
                WebPages web = sources.stream().anyMatch(WebPages::isAddress) ? new WebPages() : null) {
            for (String source : sources) {
                try {
                    SourceContent content = read(source, web);
                    for (SourcePreview item : SourcePreview.of(source, content).toList()) {
                        out.write(JsonLine.of(item));
                        out.write('\n');
                    }
                    content.parts().forEach(part -> Console.say(source + ": lists " + part.url()));
                } catch (UnreadableSource | Trouble e) {
                    unreadable++;
                    String reason = Console.reason(e);
                    Console.say(reason.startsWith(source) ? reason : source + ": " + reason);
                }
            }
        }
        return unreadable == 0 ? Exit.OK : Exit.BAD_RECORDS;
    }

    private SourceContent read(String source, WebPages web) throws UnreadableSource {
        if (WebPages.isAddress(source)) {
            Response response = web.get(source);
            return SourceFormat.read(
                    response.body(),
                    response.header("content-type"),
                    response.url().toString(),
                    type);
        }
        try {
            return SourceFormat.read(PageBytes.in(Path.of(source)), null, base, type);
        } catch (IOException e) {
            if (e instanceof UnreadableSource unreadable) {
                throw unreadable;
            }
            throw Trouble.unavailable(Console.reason(e), e);
        }
    }
}
