package newsmill.local;

import picocli.CommandLine.Option;

/** How many threads a filter works on. */
final class ThreadsOption {
    @Option(names = "--threads", paramLabel = "N", description = "threads to work on (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    int count() {
        if (threads < 1 || threads > 256) {
            throw Trouble.usage("--threads " + threads + ": give a number from 1 to 256");
        }
        return threads;
    }
}
