package newsmill.enrich.topics;

import java.util.Arrays;
import newsmill.article.DataFile;
import newsmill.enrich.text.HashSet64;

/** English words that are no reason to give a story a topic, whatever weight was learned for them. Immutable. */
final class FunctionWords {
    private static final String FILE = "function-words-en.txt";
    private static final HashSet64 HASHES = read();

    private FunctionWords() {}

    /** Whether a word is one of them, by its hash. */
    static boolean contains(long hash) {
        return HASHES.contains(hash);
    }

    private static HashSet64 read() {
        return HashSet64.of(DataFile.lines(FunctionWords.class, FILE).stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList());
    }
}
