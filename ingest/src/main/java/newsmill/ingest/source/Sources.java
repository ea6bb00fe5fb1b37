package newsmill.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsmill.article.CanonicalUrl;

/**
 * The sources an operator has chosen.
 *
 * @param entries in the order of the file, ids and addresses different from each other
 */
public record Sources(List<SourceEntry> entries) {
    public Sources {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a {@code sources.yaml}.
     *
     * @throws WrongSources if it cannot be used; the message names every line and field that is wrong
     * @throws IOException if it cannot be read
     */
    public static Sources load(Path file) throws IOException {
        return SourcesYaml.read(file.toString(), Files.readString(file));
    }

    /**
     * Reads a list of another make: OPML, as feed readers export it, or addresses, one a line.
     *
     * @param file what messages call it
     * @throws WrongSources if it lists no source; a list of addresses with mistakes names each with its line
     */
    public static Sources imported(String file, byte[] bytes) throws WrongSources {
        String text = SourceText.decode(bytes, null);
        return text.stripLeading().startsWith("<") ? Opml.read(file, text) : AddressList.read(file, text);
    }

    /** As {@code sources.yaml}; read again, it gives the same sources. */
    public String toYaml() {
        return SourcesYaml.write(this);
    }

    /** What stands in the way of using these together; empty if nothing does. */
    static List<String> clashes(List<SourceEntry> entries) {
        List<String> clashes = new ArrayList<>();
        Map<String, String> addresses = new HashMap<>();
        Map<String, Integer> ids = new HashMap<>();
        for (SourceEntry entry : entries) {
            if (ids.merge(entry.id(), 1, Integer::sum) == 2) {
                clashes.add("id '" + entry.id() + "' is used twice");
            }
            String other = addresses.putIfAbsent(CanonicalUrl.of(entry.url()), entry.id());
            if (other != null && !other.equals(entry.id())) {
                clashes.add("'" + entry.id() + "' has the same url as '" + other + "'");
            }
        }
        return clashes;
    }
}
