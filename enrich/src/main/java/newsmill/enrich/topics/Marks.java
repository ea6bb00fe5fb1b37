package newsmill.enrich.topics;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import newsmill.enrich.text.Text;

/** Tones and dots below vowels, which writers of some languages put on all words, on some, or on none. */
final class Marks {
    private static final Set<String> OMITTING = Set.of("ig", "ln", "yo");

    /** Shorter words without their marks are too many words at once. */
    private static final int LEAST_LETTERS = 5;

    private Marks() {}

    /** True if the marks are often left out in a language. */
    static boolean omitted(String language) {
        return OMITTING.contains(language);
    }

    /** A text without its marks, token for token; null if that cannot be had. */
    static Text without(Text text) {
        Text plain = Text.of(without(text.string()));
        return plain.size() == text.size() ? plain : null;
    }

    private static String without(String marked) {
        String parted = Normalizer.normalize(marked, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(parted.length());
        for (int i = 0; i < parted.length(); i++) {
            if (Character.getType(parted.charAt(i)) != Character.NON_SPACING_MARK) {
                plain.append(parted.charAt(i));
            }
        }
        return plain.toString();
    }

    /** The longer phrases without their marks; of two that become one, the first. */
    static <T> Map<String, T> without(Map<String, T> phrases) {
        Map<String, T> plain = new LinkedHashMap<>();
        phrases.forEach((phrase, meaning) -> {
            String word = without(phrase);
            if (word.length() >= LEAST_LETTERS) {
                plain.putIfAbsent(word, meaning);
            }
        });
        return plain;
    }
}
