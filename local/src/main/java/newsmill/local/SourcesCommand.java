package newsmill.local;

import java.nio.file.Path;
import newsmill.article.Settings;
import newsmill.ingest.SourcesPublisher;
import newsmill.ingest.SourcesPublisher.Changes;
import newsmill.ingest.source.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "sources",
        header = "Find, check, import, try and apply sources; see how they are.",
        subcommands = {FindCommand.class, PreviewCommand.class, SourceStatusCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", Exit.HELP})
final class SourcesCommand {
    @Command(
            name = "check",
            header = "Check a sources.yaml; each line and field that is wrong is named.",
            footer = {"", Exit.HELP})
    int check(@Parameters(paramLabel = "FILE", description = "sources.yaml") Path file) {
        Sources sources = SourceFiles.load(file);
        System.out.println(file + ": " + sources.entries().size() + " sources, all well");
        return Exit.OK;
    }

    @Command(
            name = "import",
            header = "Turn a feed reader's OPML, or a list of addresses, into a sources.yaml, on stdout.",
            description =
                    "A list has an address in each line, a name behind it if you like, and comments behind #. What is at an"
                            + " address is looked at when it is polled; for the feeds of a home page, use find.",
            footer = {"", Exit.HELP})
    int imported(
            @Parameters(paramLabel = "FILE", defaultValue = "-", description = "OPML or addresses; - is stdin")
                    String file) {
        Sources sources = SourceFiles.imported(file);
        System.out.print(sources.toYaml());
        Console.say(file + ": " + sources.entries().size() + " sources");
        return Exit.OK;
    }

    @Command(
            name = "apply",
            header = "Bring the sources topic to what a sources.yaml says.",
            description =
                    "Writes what is new or changed, and removes what is not in the file. Running services follow at"
                            + " once; running it again changes nothing.",
            footer = {"", Exit.HELP})
    int apply(@Parameters(paramLabel = "FILE", description = "sources.yaml") Path file) {
        Sources sources = SourceFiles.load(file);
        Cluster cluster = Cluster.of(new Settings(System.getenv()), topics -> java.util.List.of(topics.sources()));
        Changes changes = new SourcesPublisher(cluster.kafka()).publish(sources);
        changes.added().forEach(id -> System.out.println("added     " + id));
        changes.changed().forEach(id -> System.out.println("changed   " + id));
        changes.removed().forEach(id -> System.out.println("removed   " + id));
        System.out.println("unchanged " + changes.unchanged());
        return Exit.OK;
    }
}
