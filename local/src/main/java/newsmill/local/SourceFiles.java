package newsmill.local;

import java.io.IOException;
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

    /** A feed reader's OPML. */
    static Sources importOpml(Path file) {
        return read(file, Sources::importOpml);
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
