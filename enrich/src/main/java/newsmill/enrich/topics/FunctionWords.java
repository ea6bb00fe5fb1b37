package newsmill.enrich.topics;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import newsmill.article.DataFile;
import newsmill.enrich.text.TokenHash;

/** English words that are no reason to give a story a topic, whatever weight was learned for them. Immutable. */
final class FunctionWords {
    private static final String FILE = "function-words-en.txt";
    private static final Set<Long> HASHES = read();

    private FunctionWords() {}

    /** Whether a word is one of them, by its hash. */
    static boolean contains(long hash) {
        return HASHES.contains(hash);
    }

    private static Set<Long> read() {
        return DataFile.lines(FunctionWords.class, FILE).stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .map(TokenHash::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
