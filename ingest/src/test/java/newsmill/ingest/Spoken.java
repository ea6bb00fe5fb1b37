package newsmill.ingest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the process says on its standard error, where its log goes, from now until it is closed. */
final class Spoken implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    Spoken() {
        System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
    }

    String all() {
        return words.toString(StandardCharsets.UTF_8);
    }

    /** The lines of one logger. */
    List<String> of(Class<?> logger) {
        return all().lines().filter(line -> line.contains(logger.getName())).toList();
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
