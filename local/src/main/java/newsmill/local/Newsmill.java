package newsmill.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Each command is a class; this is their list. */
@Command(
        name = "newsmill",
        header = "News articles from the web, tagged with topics, countries and quotes, as a stream on Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            LocalCommand.class,
            RunCommand.class,
            ExtractCommand.class,
            EnrichCommand.class,
            ReplayCommand.class,
            SourcesCommand.class,
            TopicsCommand.class,
            StatusCommand.class,
            TraceCommand.class,
            RejectedCommand.class,
            WarmUpCommand.class
        },
        usageHelpAutoWidth = true,
        footer = {"", "Help on a command: newsmill COMMAND --help"})
public final class Newsmill {
    private Newsmill() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        SettingNames.complaints(System.getenv().keySet()).forEach(Console::say);
        System.exit(run(args));
    }

    /** Runs a command; returns its exit code. */
    static int run(String... args) {
        return new CommandLine(new Newsmill())
                .setParameterExceptionHandler(Newsmill::wrongUsage)
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e))
                .execute(args);
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        if (args.length == 0) {
            command.usage(System.err);
            return Exit.USAGE;
        }
        String help = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
        List<String> meant = e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        Console.say(Console.reason(e) + (meant.isEmpty() ? help : "; did you mean " + meant.get(0) + "?"));
        return Exit.USAGE;
    }

    private static int failed(Exception e) {
        if (e instanceof Trouble trouble) {
            trouble.getMessage().lines().forEach(Console::say);
            return trouble.exit();
        }
        if (e instanceof IllegalArgumentException
                && e.getMessage() != null
                && e.getMessage().startsWith("NEWSMILL_")) {
            Console.say(Console.reason(e));
            return Exit.USAGE;
        }
        if (e instanceof java.io.IOException || e instanceof java.io.UncheckedIOException) {
            Console.say(Console.reason(e));
            return Exit.UNAVAILABLE;
        }
        Console.say("a fault of Newsmill; please report it with what follows");
        e.printStackTrace();
        return Exit.FAULT;
    }
}
