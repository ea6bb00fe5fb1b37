package newsmill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import newsmill.ingest.source.Sources;
import newsmill.ingest.source.WrongSources;

/** Lists of sources as users give them. */
final class SourceFiles {
    private SourceFiles() {}

    /** A {@code sources.yaml}; what is wrong with it is said with its lines. */
    static Sources load(Path file) {
        return read(file, Sources::load);
    }

    /** A feed reader's OPML, or addresses, one a line; {@code -} is standard input. */
    static Sources imported(String name) {
        if (name.equals(Inputs.STDIN)) {
            if (Console.interactive()) {
                Console.say("reading from the keyboard; end with Ctrl-D");
            }
            return read(Path.of("stdin"), file -> Sources.imported("stdin", System.in.readAllBytes()));
        }
        return read(Path.of(name), file -> Sources.imported(name, Files.readAllBytes(file)));
    }

    private static Sources read(Path file, Reader reader) {
        try {
            return reader.read(file);
        } catch (WrongSources e) {
            throw Trouble.usage(e.getMessage());
        } catch (NoSuchFileException e) {
            throw Trouble.unavailable(file + ": no such file", e);
        } catch (IOException e) {
            throw Trouble.unavailable(file + ": cannot be read: " + Console.reason(e), e);
        }
    }

    private interface Reader {
        Sources read(Path file) throws IOException;
    }
}
