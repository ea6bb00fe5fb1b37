package newsmill.enrich.quotes;

import newsmill.enrich.text.Text;

/** Finds the subject that stands behind its verb: "said Ann Lee", "a déclaré mardi soir à la presse le ministre". */
final class Inversion {
    private static final long AUXILIARY = Word.any(Word.BE, Word.HAVE, Word.MODAL, Word.ADVERB);
    private static final long ADJUNCT =
            Word.any(Word.PREPOSITION, Word.DETERMINER, Word.POSSESSIVE, Word.CALENDAR, Word.PERIOD, Word.ADVERB);
    /** Of "mardi soir à la presse" each is one. */
    private static final int MOST_ADJUNCTS = 4;

    private static final int LONGEST_ADJUNCT = 14;

    private final Reading reading;
    private final Mentions mentions;
    private final Verbs verbs;
    private final Appositions appositions;

    Inversion(Reading reading, Mentions mentions, Verbs verbs, Appositions appositions) {
        this.reading = reading;
        this.mentions = mentions;
        this.verbs = verbs;
        this.appositions = appositions;
    }

    /** The subject right of a verb, or null. */
    Mention subject(int verb, int to) {
        int t = verb + 1;
        while (t < to && (verbs.isAdverb(t) || reading.is(t, AUXILIARY) || reading.isJoint(t))) {
            t++;
        }
        for (int steps = 0;
                steps < 3 && t < to && mentions.indexAt(t) < 0 && reading.parts(t) == 0 && reading.text.isWord(t);
                steps++) {
            // "said opposition leader Ann Lee"
            t++;
        }
        if (!reading.isGermanic() && !reading.isEnglish()) {
            t = behindAdjuncts(t, to);
        }
        Mention mention = mentions.at(t);
        if (mention != null && mention.isPronoun() && reading.is(t, Word.OBLIQUE)) {
            // "so charakterisierte ihn Ann Lee"
            mention = mentions.at(++t);
        }
        return mention == null || mention.first > t ? null : appositions.withName(mention, to);
    }

    /**
     * The token behind what French, Spanish, Portuguese and Italian put between a verb and its subject ("a déclaré à cette
     * occasion le ministre", "dijo este martes a la prensa el alcalde"); the first token if no subject follows there.
     */
    private int behindAdjuncts(int from, int to) {
        int t = from;
        for (int steps = 0; steps < MOST_ADJUNCTS && t < Math.min(to, from + LONGEST_ADJUNCT); steps++) {
            if (starts(t)) {
                return t == from || mentions.maySpeak(mentions.at(t)) ? t : from;
            }
            t = behindAdjunct(t, to);
        }
        return from;
    }

    /** The token behind a preposition with its noun, a day, an hour or another word. */
    private int behindAdjunct(int from, int to) {
        int t = from;
        while (t < to
                && (t == from || !starts(t))
                && (reading.is(t, ADJUNCT) || reading.text.kind(t) == Text.Kind.NUMBER)) {
            t++;
        }
        if (t > from && starts(t)) {
            return reading.is(t - 1, Word.PREPOSITION) ? mentions.at(t).last + 1 : t;
        }
        return t > from && isTime(t - 1) ? t : t + 1;
    }

    private boolean starts(int t) {
        return mentions.at(t) != null && mentions.at(t).first == t;
    }

    private boolean isTime(int t) {
        return reading.is(t, Word.any(Word.CALENDAR, Word.PERIOD));
    }
}
