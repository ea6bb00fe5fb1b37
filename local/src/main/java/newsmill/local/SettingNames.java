package newsmill.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of all settings: one that is misspelt would otherwise be passed over in silence. */
final class SettingNames {
    private static final String LIST = "settings.txt";
    private static final String OURS = "NEWSMILL_";
    /** Passed through to Kafka's clients, which complain themselves of a property they don't know. */
    private static final String KAFKA = OURS + "KAFKA_";

    private static final String FILE = "_FILE";
    /** So many letters wrong, missing or too many may be a slip. */
    private static final int SLIPS = 3;

    private SettingNames() {}

    /** Every name, except those that begin with {@code NEWSMILL_KAFKA_}. */
    static Set<String> all() {
        try (InputStream list = SettingNames.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(LIST, e);
        }
    }

    /** A message about each variable that is meant for us and that nothing reads, in the order of their names. */
    static List<String> complaints(Collection<String> variables) {
        Set<String> known = all();
        return variables.stream()
                .filter(name -> name.startsWith(OURS) && !name.startsWith(KAFKA))
                .filter(name -> !known.contains(name.endsWith(FILE) ? plain(name) : name))
                .sorted()
                .map(name -> complaint(name, known))
                .toList();
    }

    private static String complaint(String name, Set<String> known) {
        String plain = name.endsWith(FILE) ? plain(name) : name;
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(other -> slips(plain, other)))
                .filter(nearest -> slips(plain, nearest) <= SLIPS)
                .map(nearest -> name + ": there is no such setting; did you mean " + nearest + "?")
                .orElse(name + ": there is no such setting");
    }

    private static String plain(String name) {
        return name.substring(0, name.length() - FILE.length());
    }

    /** The Levenshtein distance: letters to be put in, left out or exchanged to make one of the other. */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
