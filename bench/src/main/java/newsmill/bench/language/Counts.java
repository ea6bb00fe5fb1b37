package newsmill.bench.language;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** How likely each letter is behind up to three others, in one language. */
final class Counts {
    private static final String[] NAMES = {"unigrams", "bigrams", "trigrams", "quadrigrams"};
    /** What a letter is still worth where its group is seen only without the first letter. */
    private static final double BACKOFF = 0.2;

    private static final double UNSEEN = 1e-6;

    /** In a short text, a group seen less often than this says little by itself. */
    private static final double DOUBT = 8;

    /** Group of letters, and the probability of its last letter behind the others. */
    final Map<String, Double> conditional = new HashMap<>();

    private Counts() {}

    /** The models that the language detector Lingua ships (Apache-2.0). */
    static Counts ofLingua(ZipFile lingua, String language) throws IOException {
        Counts counts = new Counts();
        for (String name : NAMES) {
            ZipEntry entry = lingua.getEntry("language-models/" + language + "/" + name + ".json");
            try (InputStream in = lingua.getInputStream(entry)) {
                Model model = new ObjectMapper().readValue(in, new TypeReference<Model>() {});
                model.ngrams().forEach((fraction, groups) -> {
                    int slash = fraction.indexOf('/');
                    double p = Double.parseDouble(fraction.substring(0, slash))
                            / Double.parseDouble(fraction.substring(slash + 1));
                    for (String group : groups.split(" ")) {
                        counts.conditional.put(group, p);
                    }
                });
            }
        }
        return counts;
    }

    private record Model(String language, Map<String, String> ngrams) {}

    /** The letters of a text, white space and signs left out. */
    static Counts ofText(String text) {
        Map<String, Integer> seen = new HashMap<>();
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{M}]+")) {
            for (int at = 0; at < word.length(); at++) {
                for (int n = 1; n <= NAMES.length && at + n <= word.length(); n++) {
                    seen.merge(word.substring(at, at + n), 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> followed = new HashMap<>();
        seen.forEach((group, count) -> followed.merge(group.substring(0, group.length() - 1), count, Integer::sum));
        Counts counts = new Counts();
        seen.keySet().stream().sorted(Comparator.comparingInt(String::length)).forEach(group -> {
            double shorter = group.length() == 1 ? UNSEEN : counts.behind(group.substring(1));
            double all = followed.get(group.substring(0, group.length() - 1));
            counts.conditional.put(group, (seen.get(group) + DOUBT * shorter) / (all + DOUBT));
        });
        return counts;
    }

    /** The probability of a group of letters. */
    double of(String group) {
        double product = 1;
        for (int end = 1; end <= group.length(); end++) {
            product *= behind(group.substring(0, end));
        }
        return product;
    }

    private double behind(String group) {
        double worth = 1;
        for (String rest = group; !rest.isEmpty(); rest = rest.substring(1)) {
            Double p = conditional.get(rest);
            if (p != null) {
                return worth * p;
            }
            worth *= BACKOFF;
        }
        return worth * UNSEEN;
    }
}
