package newsmill.enrich.quotes;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** A body with the part each of its tokens can play, looked up once. */
final class Reading {
    /** "SHARM EL-SHEIKH, Egypt, Nov. 8 (Reuters) —" and the like. */
    private static final int LONGEST_DATELINE = 16;

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Set<String> GERMANIC = Set.of("de", "nl", "sv", "da", "no");
    private static final Set<String> SLAVIC = Set.of("pl", "cs", "ru", "uk");
    private static final Set<String> ROMANCE = Set.of("fr", "es", "pt", "it");
    /** As in "exministro", "viceministra", "subsecretario". */
    private static final List<String> OFFICE_PREFIXES = List.of("ex", "vice", "sub");

    /** Letters of "sjef"; shorter ends are chance, and so are those of nouns that are no titles. */
    private static final int SHORTEST_TITLE = 4;

    /** Longer words are none, and would take time that grows with their square. */
    private static final int LONGEST_COMPOUND = 40;

    private static final long NO_NOUN = Names.FUNCTION | Names.VERB | Word.any(Word.ACCORDING, Word.CALENDAR);

    final Text text;
    final int size;
    final Lexicon lexicon;
    private final boolean germanic;
    private final boolean english;
    private final boolean romance;
    private final boolean slavic;
    private final long[] parts;
    private final int[] sentences;
    /** For each token the quoted stretch that holds it, or -1; the marks themselves are outside. */
    private final int[] quoted;

    Reading(Text text, String language) {
        this.text = text;
        lexicon = Lexicon.of(language);
        english = lexicon.language().equals("en");
        germanic = GERMANIC.contains(lexicon.language());
        slavic = SLAVIC.contains(lexicon.language());
        boolean compounds = germanic && !lexicon.language().equals("de");
        romance = ROMANCE.contains(lexicon.language());
        size = text.size();
        parts = new long[size];
        sentences = new int[size];
        quoted = new int[size];
        java.util.Arrays.fill(quoted, -1);
        for (int t = 0; t < size; t++) {
            parts[t] = lexicon.parts(text.hash(t));
            if (romance) {
                readCompound(t);
            } else if (compounds && parts[t] == 0 && text.kind(t) == Text.Kind.LOWER) {
                parts[t] = office(t);
            }
        }
        for (int s = 0; s < text.sentences(); s++) {
            java.util.Arrays.fill(sentences, text.sentenceStart(s), text.sentenceStart(s + 1), s);
        }
    }

    /**
     * Words whose parts are not those of their spelling alone: "porte-parole" is one noun, "exministro" an office, and
     * "des" behind a noun is "de les".
     */
    private void readCompound(int t) {
        if (t > 1 && isHyphen(t - 1)) {
            long compound = lexicon.parts(TokenHash.of(text.string(), text.start(t - 2), text.end(t)));
            parts[t] |= compound;
            parts[t - 2] = compound == 0 ? parts[t - 2] : 0;
        } else if (parts[t] == 0 && text.isWord(t)) {
            for (String prefix : OFFICE_PREFIXES) {
                if (text.string().regionMatches(true, text.start(t), prefix, 0, prefix.length())) {
                    int start = Math.min(text.start(t) + prefix.length(), text.end(t));
                    parts[t] = lexicon.parts(TokenHash.of(text.string(), start, text.end(t))) & Names.OFFICE;
                }
            }
        } else if (isWord(t, "des") && t > 0 && text.isWord(t - 1) && (parts[t - 1] & NO_NOUN) == 0) {
            parts[t] = Word.PREPOSITION.bit;
        }
    }

    /** "kommunikasjonssjef", "lantbrukaren": the end of a compound tells an office, before any article. */
    private long office(int t) {
        if (text.end(t) - text.start(t) > LONGEST_COMPOUND) {
            return 0;
        }
        for (int end = text.end(t); end > text.end(t) - 3; end--) {
            long office = office(text.start(t), end);
            if (office != 0) {
                return office;
            }
        }
        return 0;
    }

    private long office(int from, int end) {
        for (int start = from; start <= end - SHORTEST_TITLE; start++) {
            long office = lexicon.parts(TokenHash.of(text.string(), start, end)) & Names.OFFICE;
            if (end - start > SHORTEST_TITLE && office != 0 || (office & Word.TITLE.bit) != 0) {
                return office;
            }
        }
        return 0;
    }

    /** True if the token can play one of the parts. */
    boolean is(int token, long parts) {
        return token >= 0 && token < size && (this.parts[token] & parts) != 0;
    }

    boolean is(int token, Word part) {
        return is(token, part.bit);
    }

    long parts(int token) {
        return parts[token];
    }

    /** The hash by which lists of given names have a token: in Romance languages without accents, as the lists are. */
    long nameHash(int token) {
        if (romance) {
            String string = text.string();
            for (int i = text.start(token); i < text.end(token); i++) {
                if (string.charAt(i) > '~') {
                    return TokenHash.of(ACCENT.matcher(Normalizer.normalize(text.token(token), Normalizer.Form.NFD))
                            .replaceAll(""));
                }
            }
        }
        return text.hash(token);
    }

    /** True if the token is this sign. */
    boolean isSign(int token, char sign) {
        return token >= 0
                && token < size
                && text.kind(token) == Text.Kind.PUNCTUATION
                && text.end(token) - text.start(token) == 1
                && text.first(token) == sign;
    }

    /** True if the token is this word, whatever the case. */
    boolean isWord(int token, String word) {
        if (token < 0 || token >= size || text.end(token) - text.start(token) != word.length()) {
            return false;
        }
        return text.string().regionMatches(true, text.start(token), word, 0, word.length());
    }

    boolean isEnglish() {
        return english;
    }

    /** True for French, Spanish, Portuguese and Italian, whose nouns stand before what tells more of them. */
    boolean isRomance() {
        return romance;
    }

    /** True for Polish, Czech, Russian and Ukrainian. */
    boolean isSlavic() {
        return slavic;
    }

    /** True for languages that put the verb second, and last in dependent clauses. */
    boolean isGermanic() {
        return germanic;
    }

    /** The bracket that a closing one belongs to; the closing one itself if it stands too far away. */
    int openingBracket(int closing, int floor) {
        for (int t = closing - 1; t >= Math.max(floor, closing - 10); t--) {
            if (isSign(t, '(')) {
                return t;
            }
        }
        return closing;
    }

    /** True for the hyphens and the t of "dit-il", "a-t-elle dit". */
    boolean isJoint(int token) {
        boolean hyphen = isSign(token, '-') && !text.spaceBefore(token);
        return hyphen || isWord(token, "t") && isSign(token - 1, '-') && isSign(token + 1, '-');
    }

    /** True for languages that may leave the subject out: "aseguró", "ha aggiunto". */
    boolean dropsSubjects() {
        return switch (lexicon.language()) {
            case "es", "it", "pt", "pl", "cs" -> true;
            default -> false;
        };
    }

    /** "von", "de la": a particle of names, in small letters. */
    boolean isLowerParticle(int token) {
        return is(token, Word.PARTICLE) && text.kind(token) == Text.Kind.LOWER;
    }

    /** True for a hyphen between two words without spaces. */
    boolean isHyphen(int token) {
        return (isSign(token, '-') || isSign(token, '‑'))
                && !text.spaceBefore(token)
                && token + 1 < size
                && !text.spaceBefore(token + 1);
    }

    /** True for a hyphen that stands for a dash: with a space, or another, before it. */
    boolean isDash(int token) {
        return isSign(token, '-') && (text.spaceBefore(token) || isSign(token - 1, '-'));
    }

    boolean isPunctuation(int token) {
        return text.kind(token) == Text.Kind.PUNCTUATION;
    }

    /** True for the token {@code 's}, and an apostrophe behind an s. */
    boolean isGenitive(int token) {
        if (token < 1 || token >= size || !isPunctuation(token) || text.spaceBefore(token)) {
            return false;
        }
        char sign = text.first(token);
        if (sign != '\'' && sign != '’') {
            return false;
        }
        int length = text.end(token) - text.start(token);
        if (length == 1) {
            return Character.toLowerCase(text.string().charAt(text.start(token) - 1)) == 's'
                    && quoted(token) == quoted(token - 1)
                    && token + 1 < size
                    && text.isWord(token + 1)
                    && text.spaceBefore(token + 1);
        }
        return length == 2 && Character.toLowerCase(text.string().charAt(text.start(token) + 1)) == 's';
    }

    /** True if the phrase that begins at a token depends on a preposition: "in Rome", "on social media". */
    boolean afterPreposition(int first) {
        int t = first - 1;
        for (int steps = 0; steps < 3 && t > 0 && parts[t] == 0 && text.kind(t) == Text.Kind.LOWER; steps++) {
            t--;
        }
        return is(t, Word.PREPOSITION);
    }

    int sentence(int token) {
        return sentences[token];
    }

    /** The first token of the sentence that holds a token. */
    int sentenceStart(int token) {
        return text.sentenceStart(sentences[token]);
    }

    /**
     * The first token behind the dateline that begins a paragraph ("KYIV, Ukraine — "); the token itself if none does.
     * A dateline names a place, which neither speaks nor belongs to what is said.
     */
    int behindDateline(int token) {
        if (!text.isWord(token) || text.paragraphStart(text.paragraphOf(token)) != token) {
            return token;
        }
        boolean place = text.kind(token) == Text.Kind.UPPER;
        for (int t = token; place && t < Math.min(size, token + LONGEST_DATELINE); t++) {
            boolean dash = isDash(t) || isSign(t, '–') || isSign(t, '—');
            if (dash && t + 1 < size && text.spaceBefore(t + 1)) {
                return t + 1;
            }
        }
        return token;
    }

    /** The first token behind the sentence that holds a token. */
    int sentenceEnd(int token) {
        return text.sentenceStart(sentences[token] + 1);
    }

    int quoted(int token) {
        return token < 0 || token >= size ? -1 : quoted[token];
    }

    void markQuoted(int first, int last, int quote) {
        java.util.Arrays.fill(quoted, first, last + 1, quote);
    }
}
