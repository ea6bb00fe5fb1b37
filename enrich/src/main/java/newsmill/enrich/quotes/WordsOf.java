package newsmill.enrich.quotes;

/** Finds whose words a stretch is where no verb says so: "according to X", "in the words of X", "X's remark that". */
final class WordsOf {
    private static final long ATTACHED = Word.any(Word.PREPOSITION, Word.THAT, Word.DETERMINER, Word.BE, Word.ADVERB);
    private static final int FAR = 80;

    private final Reading reading;
    private final Mentions mentions;
    private final Subjects subjects;

    WordsOf(Reading reading, Mentions mentions, Subjects subjects) {
        this.reading = reading;
        this.mentions = mentions;
        this.subjects = subjects;
    }

    /** The source named between two tokens, the second of which opens the stretch; null if none is. */
    Attribution source(int from, int open) {
        for (int t = open - 1; t >= from && t > open - FAR; t--) {
            if (reading.is(t, Word.ACCORDING) && reading.quoted(t) < 0) {
                return according(t, open);
            }
        }
        if (reading.isSign(open - 1, ':')) {
            for (int t = open - 1; t >= from && t > open - 12; t--) {
                if (reading.is(t, Word.SO) && reading.isSign(t - 1, ',') && mentions.at(t + 1) != null) {
                    return Attribution.of(subjects.appositions.withName(mentions.at(t + 1), open), t, "so");
                }
            }
        }
        Mention owner = owner(from, open);
        return owner == null ? null : Attribution.of(owner, -1, "words of");
    }

    /** "According to X": X; null if nobody follows. */
    Attribution according(int according, int to) {
        int at = according + 1;
        if (reading.is(at, Word.PREPOSITION)) {
            at++;
        }
        Mention mention = mentions.at(at);
        boolean silent = mention == null || reading.isRomance() && !mentions.maySpeak(mention);
        return silent
                ? null
                : new Attribution(
                        subjects.appositions.withName(mention, to),
                        according,
                        Math.min(at - 1, according + 1),
                        "according to");
    }

    /** "X's remark that", "in the words of X", "her comment, ": whose words they are, or null. */
    private Mention owner(int from, int open) {
        for (int t = open - 1; t >= Math.max(from, open - 12); t--) {
            if (!reading.is(t, Word.SPEECH) || reading.quoted(t) >= 0) {
                continue;
            }
            Mention author = reading.isWord(t + 1, "of") ? mentions.at(t + 2) : null;
            if (author != null && author.last < open && reading.isSign(open - 1, ',')) {
                return subjects.appositions.withName(author, open);
            }
            return isAttached(t + 1, open) ? possessor(t, Math.max(from, t - 4)) : null;
        }
        return null;
    }

    /** True if only small words stand between the noun and the stretch, with "that" behind any "is". */
    private boolean isAttached(int from, int open) {
        boolean that = false;
        boolean is = false;
        for (int t = from; t < open; t++) {
            that |= reading.is(t, Word.THAT);
            is |= reading.is(t, Word.BE);
            boolean small = reading.is(t, ATTACHED) || reading.isPunctuation(t) || that;
            if (!small) {
                return false;
            }
        }
        boolean subject = reading.is(open + 1, Word.any(Word.BE, Word.HAVE, Word.MODAL));
        return that || !is && !subject;
    }

    private Mention possessor(int noun, int from) {
        for (int t = noun; t >= from; t--) {
            Mention mention = mentions.at(t);
            if (mention != null && mention.possessive) {
                return mention;
            }
            if (reading.is(t, Word.POSSESSIVE) && (reading.is(t, Word.SHE) || reading.isWord(t, "his"))) {
                return mentions.owner(t);
            }
        }
        return null;
    }
}
