package newsmill.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The data files beside the extractor's classes. */
final class Resources {
    private Resources() {}

    /** The lines of a data file without comments (from {@code #} at the start of a line) and blank lines. */
    static List<String> lines(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The words on the line of a data file that begins with the key and a colon. */
    static Set<String> words(String name, String key) {
        for (String line : lines(name)) {
            if (line.startsWith(key + ":")) {
                return new HashSet<>(
                        Arrays.asList(line.substring(key.length() + 1).strip().split("\\s+")));
            }
        }
        throw new IllegalStateException("no line " + key + " in " + name);
    }

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
