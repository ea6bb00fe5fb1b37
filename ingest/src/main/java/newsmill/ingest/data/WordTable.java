package newsmill.ingest.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import newsmill.article.DataFile;

/** Tables kept as {@link DataFile}s: on each line a value, then the words that stand for it. */
public final class WordTable {
    private WordTable() {}

    /** The table in a file beside the class {@code owner}: by word, in lower case, its value. */
    public static Map<String, String> of(Class<?> owner, String file) {
        Map<String, String> values = new HashMap<>();
        for (String line : DataFile.lines(owner, file)) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                values.put(words[i].toLowerCase(Locale.ROOT), words[0]);
            }
        }
        return values;
    }
}
