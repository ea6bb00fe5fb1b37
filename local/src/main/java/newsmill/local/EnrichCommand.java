package newsmill.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import newsmill.article.EnrichedArticle;
import newsmill.article.Settings;
import newsmill.enrich.Enricher;
import newsmill.local.filter.EnrichStep;
import newsmill.local.filter.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "enrich",
        header = "Tag raw articles: JSON Lines in, JSON Lines out.",
        description = {
            "Reads one raw article a line and prints the same article with its language, topics, countries and quotes.",
            "An article needs no more than \"id\" and \"body\". Lines come out in the order they came in, one for each;"
                    + " what comes out depends on what goes in alone.",
            "In place of a line that cannot be used stands {\"id\", \"line\", \"error\"}, the error is named on stderr"
                    + " too, the rest goes on, and the exit code is 1 at the end. Blank lines are passed over."
        },
        footer = {"", "Example: newsmill enrich < articles.jsonl > tagged.jsonl", Exit.HELP})
final class EnrichCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "JSON Lines, gzip too; - or none: standard input")
    List<String> files;

    @Option(names = "--explain", description = "say on stderr why each tag was given or not")
    boolean explain;

    @Option(names = "--pretty", description = "print articles for people instead of JSON Lines")
    boolean pretty;

    @Mixin
    ThreadsOption threads;

    @Override
    public Integer call() {
        ArticlePrinter printer = new ArticlePrinter(new Screen());
        Function<EnrichedArticle, byte[]> writer = pretty
                ? article -> printer.print(article).stripTrailing().concat("\n").getBytes(StandardCharsets.UTF_8)
                : JsonLine::of;
        return FilterRun.over(
                Inputs.of(files),
                threads.count(),
                new EnrichStep(Enricher.standard(new Settings(System.getenv())), explain, writer));
    }
}
