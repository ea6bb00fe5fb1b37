package newsmill.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        header = "See all of it work: a sample newsroom, Kafka, the three services, in this process.",
        description = {
            "Opens five small invented newspapers on local ports, polls their feeds, fetches and extracts their pages, tags"
                    + " the articles and prints each as it arrives; then one is corrected and one withdrawn. Needs no"
                    + " network. Ends by itself.",
            "What it leaves is in --data: enriched/ holds the articles as JSON Lines. The folder is emptied at the start,"
                    + " if an earlier demo made it."
        },
        footer = {"", Exit.HELP})
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data/demo", description = "default: ${DEFAULT-VALUE}")
    Path data;

    @Option(names = "--keep", description = "stay until Ctrl-C, with the broker open to other programs")
    boolean keep;

    @Override
    public Integer call() {
        Logs.ofOneProcess();
        DemoFolder.prepare(data);
        return new Demo(data, keep).run();
    }
}
