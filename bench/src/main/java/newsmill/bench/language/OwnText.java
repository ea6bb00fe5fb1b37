package newsmill.bench.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What there is to learn a language's letters from where Lingua lacks it: a declaration of law, and words of the news,
 * which are others: the frequent ones and those of the topic lexicon, without the names that English has, too.
 */
final class OwnText {
    private static final String LEXICON = "/newsmill/enrich/topics/lexicon/%s.tsv";
    /** A frequent word counts like so many of the lexicon. */
    private static final int FREQUENT = 4;

    private OwnText() {}

    static String of(Path declaration, String language, Set<String> frequent) throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(declaration).replaceAll("<[^>]*>", " "));
        new TreeSet<>(frequent).forEach(word -> text.append((" " + word).repeat(FREQUENT)));
        Set<String> words = lexicon(language);
        words.removeAll(lexicon("fr"));
        words.removeAll(lexicon("es"));
        words.forEach(word -> text.append(' ').append(word));
        return text.toString();
    }

    /** The words of a topic lexicon; none if the language has none. */
    private static Set<String> lexicon(String language) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (InputStream in = OwnText.class.getResourceAsStream(String.format(LEXICON, language))) {
            if (in == null) {
                return words;
            }
            for (String line : lines(in)) {
                String[] cells = line.split("\t");
                if (cells.length > 2) {
                    words.addAll(Arrays.asList(cells[2].split("[ ,*]+")));
                }
            }
        }
        return words;
    }

    private static List<String> lines(InputStream in) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
