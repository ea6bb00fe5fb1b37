package newsmill.enrich.quotes;

import newsmill.enrich.text.Text;

/** Tells verbs from nouns spelt alike ("the report", "they report"), and finds the verbs of saying. */
final class Verbs {
    /** How far a verb may stand from what it belongs to; bounds keep hostile texts linear. */
    static final int FAR = 60;

    private static final long FINITE = Word.any(Word.SAY, Word.JUDGE);
    private static final long PARTICIPLE = Word.any(Word.SAYING, Word.JUDGING);
    private static final long BEFORE_NOUN = Word.any(Word.DETERMINER, Word.POSSESSIVE, Word.PREPOSITION);
    private static final long BEFORE_VERB =
            Word.any(Word.HE, Word.SHE, Word.THEY, Word.IT, Word.FIRST, Word.RELATIVE, Word.MODAL, Word.CONJUNCTION);

    private final Reading reading;
    private final Mentions mentions;
    private final boolean germanic;
    /** For each token the last verb of saying or judging up to it, or -1. */
    private final int[] upTo;

    Verbs(Reading reading, Mentions mentions) {
        this.reading = reading;
        this.mentions = mentions;
        germanic = reading.isGermanic();
        upTo = new int[reading.size];
        int last = -1;
        for (int t = 0; t < reading.size; t++) {
            last = reading.is(t, FINITE | PARTICIPLE) && isVerb(t) ? t : last;
            upTo[t] = last;
        }
    }

    /** True if the word is a verb of saying or judging, used as a verb and outside quotations. */
    boolean isVerb(int t) {
        if (mentions.indexAt(t) >= 0 || reading.quoted(t) >= 0) {
            return false;
        }
        if (germanic && reading.text.isCapitalised(t)) {
            return t == reading.sentenceStart(t);
        }
        int before = t - 1;
        if (t == 0 || !reading.is(t, Word.any(Word.SPEECH, Word.BODY))) {
            return !reading.is(before, Word.DETERMINER) || reading.is(t, PARTICIPLE);
        }
        if (reading.text.kind(before) == Text.Kind.NUMBER) {
            return false;
        }
        if (reading.is(before, BEFORE_NOUN) && mentions.indexAt(before) < 0 || reading.isGenitive(before)) {
            return isTo(before);
        }
        return reading.is(before, BEFORE_VERB)
                || mentions.indexAt(before) >= 0
                || isAdverb(before)
                || reading.isPunctuation(before);
    }

    boolean isAdverb(int t) {
        if (reading.is(t, Word.ADVERB)) {
            return true;
        }
        return reading.isEnglish()
                && t >= 0
                && t < reading.size
                && reading.text.isWord(t)
                && reading.text.end(t) - reading.text.start(t) > 4
                && reading.text.string().startsWith("ly", reading.text.end(t) - 2)
                && mentions.indexAt(t) < 0;
    }

    boolean isTo(int t) {
        return reading.isEnglish() && reading.isWord(t, "to");
    }

    /** True for "was said", "was quoted": the one before it is told of, and does not speak. */
    boolean isPassive(int verb) {
        int before = verb - 1;
        while (before > 0 && isAdverb(before)) {
            before--;
        }
        return reading.is(before, Word.BE) && reading.is(verb, FINITE);
    }

    /** "dijeron", "disseram", "dicono": several speak, so nobody who was named before. */
    boolean isPlural(int verb) {
        String word = reading.text.token(verb);
        return word.endsWith(
                switch (reading.lexicon.language()) {
                    case "pt" -> "m";
                    case "it" -> "no";
                    case "pl", "cs" -> "li";
                    default -> "n";
                });
    }

    /** The first verb of these parts in a stretch; -1 if there is none. Passive ones do not count. */
    int first(int from, int to, long parts) {
        for (int t = from; t < to && t < from + FAR; t++) {
            if (reading.is(t, parts) && isVerb(t) && !isPassive(t)) {
                return t;
            }
        }
        return -1;
    }

    /** The last verb of saying or judging in a stretch; -1 if there is none. */
    int last(int from, int to) {
        int verb = to <= from ? -1 : upTo[to - 1];
        return verb < from ? -1 : verb;
    }
}
