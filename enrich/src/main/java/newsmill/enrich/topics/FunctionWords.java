package newsmill.enrich.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
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
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(FunctionWords.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                    .map(TokenHash::of)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + ": cannot be read", e);
        }
    }
}
