package newsmill.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import newsmill.local.filter.Lines;
import newsmill.local.filter.PageBytes;

/** The files of lines that a filter was given; {@code -}, or none at all, is standard input. */
final class Inputs {
    static final String STDIN = "-";

    private Inputs() {}

    /** What is to be read, in order. */
    static List<String> of(List<String> given) {
        return given == null || given.isEmpty() ? List.of(STDIN) : given;
    }

    /** Standard input as one document, unpacked. */
    static byte[] page() throws IOException {
        return PageBytes.read(stdin(), "stdin");
    }

    private static InputStream stdin() throws IOException {
        if (Console.interactive()) {
            Console.say("reading from the keyboard; end with Ctrl-D");
        }
        return PageBytes.unpacked(System.in);
    }

    /** Opens one of them, unpacking gzip. */
    static Lines open(String name) {
        try {
            if (name.equals(STDIN)) {
                return new Lines("stdin", stdin());
            }
            if (Files.isDirectory(Path.of(name))) {
                throw Trouble.unavailable(name + ": a folder; give the files in it", null);
            }
            return new Lines(name, PageBytes.unpacked(Files.newInputStream(Path.of(name))));
        } catch (NoSuchFileException e) {
            throw Trouble.unavailable(name + ": no such file", e);
        } catch (IOException e) {
            throw Trouble.unavailable(name + ": cannot be read: " + Console.reason(e), e);
        }
    }
}
