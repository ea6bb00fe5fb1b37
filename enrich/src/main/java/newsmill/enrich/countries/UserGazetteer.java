package newsmill.enrich.countries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Names that a user adds to the gazetteer, one country a line: its code and names of places in it, by commas; {@code --}
 * in place of the code says that a phrase means no place. Lines that begin with {@code #} are comments.
 *
 * <pre>
 * UA Bilohorivka, Toretsk
 * -- Georgia Tech, Sydney Sweeney
 * </pre>
 *
 * @param entries its lines, in order
 */
record UserGazetteer(List<Entry> entries) {
    static final UserGazetteer NONE = new UserGazetteer(List.of());

    private static final String NO_PLACE = "--";

    UserGazetteer {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException for a line that cannot be read, naming file and line, and for a file that cannot
     */
    static UserGazetteer read(Path file) {
        try {
            return of(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
    }

    /** Reads the lines of the file of a name. */
    static UserGazetteer of(String file, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(entry(file + ":" + (i + 1), line));
            }
        }
        return new UserGazetteer(entries);
    }

    private static Entry entry(String where, String line) {
        String[] parts = line.split("\\s+", 2);
        List<String> names = parts.length < 2
                ? List.of()
                : List.of(parts[1].split(",")).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(where + ": should be a country's code and names, by commas: " + line);
        }
        return new Entry(where, parts[0].equals(NO_PLACE) ? null : parts[0], names);
    }

    /**
     * One line.
     *
     * @param where file and line, for messages
     * @param country its code; null for phrases that mean no place
     * @param names at least one
     */
    record Entry(String where, String country, List<String> names) {
        IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException(where + ": " + why);
        }
    }
}
