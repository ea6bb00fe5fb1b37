package newsmill.enrich.quotes;

import newsmill.enrich.text.Text;

/** A body with the part each of its tokens can play, looked up once. */
final class Reading {
    /** "SHARM EL-SHEIKH, Egypt, Nov. 8 (Reuters) —" and the like. */
    private static final int LONGEST_DATELINE = 16;

    final Text text;
    final int size;
    final Lexicon lexicon;
    private final boolean germanic;
    private final boolean english;
    private final long[] parts;
    private final int[] sentences;
    /** For each token the quoted stretch that holds it, or -1; the marks themselves are outside. */
    private final int[] quoted;

    Reading(Text text, String language) {
        this.text = text;
        lexicon = Lexicon.of(language);
        english = language.equals("en");
        germanic = lexicon.language().equals("de") || lexicon.language().equals("nl");
        size = text.size();
        parts = new long[size];
        sentences = new int[size];
        quoted = new int[size];
        java.util.Arrays.fill(quoted, -1);
        for (int t = 0; t < size; t++) {
            parts[t] = lexicon.parts(text.hash(t));
        }
        for (int s = 0; s < text.sentences(); s++) {
            java.util.Arrays.fill(sentences, text.sentenceStart(s), text.sentenceStart(s + 1), s);
        }
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

    /** False also where English words only stand in for those of a language whose words we have not. */
    boolean isEnglish() {
        return english;
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
            case "es", "it", "pt" -> true;
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
