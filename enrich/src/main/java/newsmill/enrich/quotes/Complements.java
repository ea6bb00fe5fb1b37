package newsmill.enrich.quotes;

/**
 * What stands behind a noun in French, Spanish, Portuguese and Italian: adjectives, complements with "de" and the name:
 * "le ministre russe de la Défense, Andreï Belooussov".
 */
final class Complements {
    private static final long VERB = Names.VERB | Word.any(Word.HAVE, Word.BE);
    /** No phrase is longer. */
    private static final int LONGEST = 16;

    private static final int MOST_ADJECTIVES = 3;

    private final Reading reading;
    private final Mentions mentions;

    Complements(Reading reading, Mentions mentions) {
        this.reading = reading;
        this.mentions = mentions;
    }

    /** The phrase of a noun with what belongs to it, and with the person's name where one follows. */
    Mention whole(Mention noun, int to) {
        int limit = Math.min(to, noun.last + LONGEST);
        int t = end(noun, limit) + 1;
        boolean comma = t < limit && reading.isSign(t, ',');
        Mention name = mentions.at(comma ? t + 1 : t);
        return name != null && isHolder(noun, name, comma ? t + 1 : t, to) ? noun.named(name) : noun;
    }

    /** The last token of the noun's adjectives and complements, before any comma or name; its own last if it has none. */
    int end(Mention noun, int to) {
        int end = behindAdjectives(noun.last, to);
        for (int t = end + 1; t < to; t = end + 1) {
            boolean joined = end > noun.last && reading.is(t, Word.CONJUNCTION);
            int of = joined ? t + 1 : t;
            int complement = isOf(of) ? complement(of, to) : -1;
            if (complement < 0) {
                break;
            }
            end = complement;
        }
        return end;
    }

    /** The last token of the adjectives behind a noun: they tell themselves by what follows them. */
    private int behindAdjectives(int noun, int to) {
        int t = noun + 1;
        while (t < to && t <= noun + MOST_ADJECTIVES && isAdjective(t)) {
            t++;
        }
        boolean known = t > noun + 1 && reading.is(t - 1, Word.NATION);
        boolean closed = t >= to || reading.isPunctuation(t) || isOf(t) || reading.is(t, VERB) || startsName(t);
        return known || closed ? t - 1 : noun;
    }

    private boolean isAdjective(int t) {
        boolean lower = reading.text.isWord(t) && !reading.text.isCapitalised(t) && mentions.indexAt(t) < 0;
        return lower && (reading.parts(t) == 0 || reading.is(t, Word.NATION)) && reading.quoted(t) < 0;
    }

    private boolean startsName(int t) {
        Mention mention = mentions.at(t);
        return mention != null && mention.first == t && mention.isName();
    }

    /** A preposition that is a particle of names too: "de", "du", "della". */
    private boolean isOf(int t) {
        return reading.is(t, Word.PREPOSITION) && (reading.is(t, Word.PARTICLE) || reading.isWord(t, "des"));
    }

    /** The last token of the complement that a preposition begins, before any person's name in it; -1 if it has none. */
    private int complement(int of, int to) {
        int t = of + 1;
        while (t < to && reading.is(t, Word.any(Word.DETERMINER, Word.POSSESSIVE)) && mentions.indexAt(t) < 0) {
            t++;
        }
        if (t >= to || reading.isPunctuation(t) || reading.quoted(t) >= 0) {
            return -1;
        }
        Mention mention = mentions.at(t);
        if (mention != null) {
            boolean person = mention.isName() && mention.headFirst > t && mentions.isPersonal(mention);
            return person && mention.role < 0 ? mention.headFirst - 1 : behindAdjectives(mention.last, to);
        }
        boolean noun = reading.text.isWord(t) && !reading.is(t, Names.FUNCTION | VERB);
        return noun ? behindAdjectives(t, to) : -1;
    }

    /** True if the name behind a noun is the name of whom the noun means. */
    private boolean isHolder(Mention noun, Mention name, int at, int to) {
        boolean here = name.first == at || name.headFirst == at;
        if (!here || !name.isName() || name.possessive || noun.plural) {
            return false;
        }
        int behind = name.last + 1;
        boolean closed = behind >= to
                || reading.isPunctuation(behind)
                || reading.is(behind, VERB | Word.any(Word.PREPOSITION, Word.RELATIVE, Word.MODAL, Word.ADVERB));
        boolean full = noun.role >= 0
                && name.headLast > name.headFirst
                && !reading.is(name.first, Word.DETERMINER)
                && !reading.is(name.headLast, Word.any(Word.BODY, Word.PLACE, Word.NATION));
        return closed && (full || mentions.isPersonal(name));
    }
}
