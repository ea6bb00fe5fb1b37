package newsmill.ingest.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tables kept as files beside the classes: on each line a value, then the words that stand for it. */
public final class WordTable {
    private WordTable() {}

    /**
     * The table in a file in UTF-8: by word, in lower case, its value. Lines that begin with {@code #} are comments.
     *
     * @param owner a class of the package whose folder of resources holds the file
     */
    public static Map<String, String> of(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            Map<String, String> values = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.split(" ");
                for (int i = 1; i < words.length && !line.startsWith("#"); i++) {
                    values.put(words[i].toLowerCase(Locale.ROOT), words[0]);
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
