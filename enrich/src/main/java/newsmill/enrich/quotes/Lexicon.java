package newsmill.enrich.quotes;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import newsmill.article.DataFile;
import newsmill.enrich.text.TokenHash;

/** The words of a language by the parts they play around a quote ({@link Word}). Immutable and thread-safe. */
final class Lexicon {
    private static final int SLOTS = 1 << 14;
    private static final Set<String> LANGUAGES =
            Set.of("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "pl", "cs", "ru", "uk");
    /** Both kinds of written Norwegian have one list; Pidgin reports in English words, and so may an unknown language. */
    private static final Map<String, String> SAME = Map.of("nb", "no", "nn", "no", "pcm", "en", "und", "en", "", "en");

    private static final String UNLISTED = "";
    private static final Map<String, Lexicon> LEXICONS = new ConcurrentHashMap<>();

    private final String language;
    private final long[] keys = new long[SLOTS];
    private final long[] parts = new long[SLOTS];

    private Lexicon(String language) {
        this.language = language;
    }

    /** The words of a language; none but places where we have no list for it. */
    static Lexicon of(String language) {
        String same = SAME.getOrDefault(language, language);
        return LEXICONS.computeIfAbsent(LANGUAGES.contains(same) ? same : UNLISTED, Lexicon::read);
    }

    /** False for a language of which we have no words. */
    boolean isListed() {
        return !language.equals(UNLISTED);
    }

    /** The language whose words these are. */
    String language() {
        return language;
    }

    /** The parts a token can play, as bits. */
    long parts(long hash) {
        return parts[slot(hash)];
    }

    private int slot(long hash) {
        int slot = (int) hash & SLOTS - 1;
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private static Lexicon read(String language) {
        Lexicon lexicon = new Lexicon(language);
        if (lexicon.isListed()) {
            lexicon.read("words." + language + ".txt", null);
        }
        lexicon.read("places.txt", Word.PLACE);
        return lexicon;
    }

    private void read(String file, Word first) {
        Word part = first;
        for (String line : DataFile.lines(Lexicon.class, file)) {
            if (line.startsWith("[")) {
                part = Word.valueOf(
                        line.substring(1, line.length() - 1).replace('-', '_').toUpperCase(Locale.ROOT));
            } else {
                add(line.split(" "), part);
            }
        }
    }

    private void add(String[] words, Word part) {
        for (String word : words) {
            long hash = TokenHash.of(word);
            int slot = slot(hash);
            keys[slot] = hash;
            parts[slot] |= part.bit;
            if (part == Word.TITLE && !language.equals("en")) {
                // elsewhere titles are nouns for their holders, too; the English list tells them apart
                parts[slot] |= Word.ROLE.bit;
            }
        }
    }
}
