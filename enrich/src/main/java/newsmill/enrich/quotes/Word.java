package newsmill.enrich.quotes;

/** The parts a word can play around a quote; the sections of the files {@code words.*.txt}. */
enum Word {
    /** Says, finite, infinitive or past participle: may stand alone beside a quote. */
    SAY,
    /** The same as a present participle: "saying". */
    SAYING,
    /** Tells what somebody thinks of something, and may govern a few quoted words: "called", "criticised". */
    JUDGE,
    JUDGING,
    BE,
    HAVE,
    MODAL,
    HE,
    SHE,
    THEY,
    IT,
    FIRST,
    POSSESSIVE,
    RELATIVE,
    THAT,
    DETERMINER,
    /** Articles that tell the gender of what they stand before: "el", "la". */
    DETERMINER_HE,
    DETERMINER_SHE,
    PREPOSITION,
    CONJUNCTION,
    SUBORDINATE,
    ADVERB,
    /** The name of a day or month. */
    CALENDAR,
    /** A stretch of time: "week". */
    PERIOD,
    TITLE,
    TITLE_HE,
    TITLE_SHE,
    /** A noun for a person. */
    ROLE,
    ROLE_HE,
    ROLE_SHE,
    ROLE_PLURAL,
    /** A noun for something else that speaks: a company, a report. */
    BODY,
    NATION,
    SUFFIX,
    PARTICLE,
    /** "According" in "according to", "laut". */
    ACCORDING,
    /** An article or pronoun that no subject has: "den", "dem". */
    OBLIQUE,
    /** "So" in "so X". */
    SO,
    /** A noun for what is said: "X's remark that". */
    SPEECH,
    /** Introduces the name of a thing rather than speech: "film", "titled". */
    NAMING,
    /** The last word of a place's name. */
    PLACE,
    /** A verb, in any form, that takes a clause without "that": "he said it rained". */
    CLAIM,
    /** Begins an indirect question. */
    WHETHER,
    /** A German verb in the subjunctive, which marks what somebody else has said: "sei", "habe". */
    MOOD,
    /** Another verb: ends a noun phrase. */
    VERB;

    final long bit = 1L << ordinal();

    /** The bits of several words. */
    static long any(Word... words) {
        long bits = 0;
        for (Word word : words) {
            bits |= word.bit;
        }
        return bits;
    }
}
