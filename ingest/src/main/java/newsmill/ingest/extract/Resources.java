package newsmill.ingest.extract;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsmill.article.DataFile;

/** The data files beside the extractor's classes. */
final class Resources {
    private Resources() {}

    /** The lines of a data file without comments (from {@code #} at the start of a line) and blank lines. */
    static List<String> lines(String name) {
        return DataFile.lines(Resources.class, name);
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
}
