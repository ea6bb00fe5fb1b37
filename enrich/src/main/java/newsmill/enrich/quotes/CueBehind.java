package newsmill.enrich.quotes;

import java.util.List;

/** Finds the speaker in what follows a stretch: "“…,” said X", "“…,” X said", "“…” — X", "“…” …, X said". */
final class CueBehind {
    private static final long FINITE = Word.any(Word.SAY, Word.JUDGE);
    private static final long PARTICIPLE = Word.any(Word.SAYING, Word.JUDGING);
    /** Quotations shorter than this may stand between a name and its verb. */
    private static final int SHORT = 4;

    private final Reading reading;
    private final Mentions mentions;
    private final List<Stretch> stretches;
    private final Verbs verbs;
    private final Subjects subjects;
    private final WordsOf wordsOf;

    CueBehind(Reading reading, Mentions mentions, List<Stretch> stretches, Verbs verbs, Subjects subjects) {
        this.reading = reading;
        this.mentions = mentions;
        this.stretches = stretches;
        this.verbs = verbs;
        this.subjects = subjects;
        wordsOf = new WordsOf(reading, mentions, subjects);
    }

    /** The attribution; null if what follows names no speaker. */
    Attribution find(int i) {
        Stretch stretch = stretches.get(i);
        int t = stretch.behind();
        boolean nothing = t >= reading.size
                || reading.quoted(t) >= 0
                || i + 1 < stretches.size() && stretches.get(i + 1).open() <= t
                || reading.text.paragraphOf(t) != reading.text.paragraphOf(stretch.last())
                || reading.isSign(t, '.');
        if (nothing) {
            return null;
        }
        if (reading.isSign(t, ',') || reading.isSign(t, ';')) {
            t++;
        }
        Attribution signed = signed(stretch, t);
        if (signed != null) {
            return signed;
        }
        t += t < reading.size && isDash(t) ? 1 : 0;
        if (t >= reading.size) {
            return null;
        }
        int end = end(t, i);
        t = skipBrackets(t, end);
        if (reading.is(t, Word.ACCORDING)) {
            return wordsOf.according(t, end);
        }
        Mention so = reading.is(t, Word.SO) ? mentions.at(t + 1) : null;
        if (so != null && so.first == t + 1) {
            return Attribution.of(subjects.appositions.withName(so, end), t, "so");
        }
        return clause(stretch, i, t, end);
    }

    /** "“…” — Ann Lee": who signs, where nothing else can be read; null if nobody does. */
    Attribution signed(Stretch stretch) {
        int t = stretch.behind();
        boolean nothing = t >= reading.size || reading.text.paragraphOf(t) != reading.text.paragraphOf(stretch.last());
        return nothing ? null : signed(stretch, t);
    }

    private Attribution signed(Stretch stretch, int dash) {
        Mention signer = dash < reading.size && isDash(dash) ? mentions.at(dash + 1) : null;
        boolean signs = signer != null
                && signer.first == dash + 1
                && signer.isName()
                && (endsSentence(stretch) || isWhole(signer));
        return signs ? Attribution.of(signer, -1, "signed") : null;
    }

    private Attribution clause(Stretch stretch, int i, int from, int end) {
        boolean marked = isMarked(stretch);
        int t = from;
        while (t < end
                && (verbs.isAdverb(t)
                        || reading.is(t, Word.any(Word.HAVE, Word.MODAL))
                        || t > from && reading.is(t - 1, Word.MODAL) && reading.is(t, Word.BE)
                        || t > from && reading.isJoint(t))
                && mentions.indexAt(t) < 0) {
            t++;
        }
        if (reading.is(t, FINITE) && verbs.isVerb(t)) {
            Mention subject = reading.is(t, Word.SAY) ? subjects.inversion.subject(t, end) : null;
            if (subject != null) {
                return Attribution.of(subject, t, "inverted");
            }
            if (marked && reading.is(t, Word.SAY) && reading.dropsSubjects()) {
                return Attribution.of(null, t, verbs.isPlural(t) ? "implied, plural" : Attribution.IMPLIED);
            }
            if (!marked) {
                return null;
            }
        }
        Attribution said = marked || isDirectlySaid(stretch, t) ? said(stretch, i, t, end) : null;
        return said != null || endsFull(stretch) ? said : atEnd(t, end);
    }

    /** "“…,” X, who was there, said". */
    private Attribution said(Stretch stretch, int i, int from, int end) {
        Mention subject = opens(from, end);
        if (subject == null) {
            return null;
        }
        int cue = verbs.first(subject.last + 1, end, Word.SAY.bit);
        boolean introducesNext = cue >= end - 3
                && endsFull(stretch)
                && i + 1 < stretches.size()
                && end == stretches.get(i + 1).open();
        if (cue < 0 || introducesNext || endsFull(stretch) && cue > subject.last + 4) {
            return null;
        }
        Mention real = subjects.of(cue, from);
        return Attribution.of(real == null ? subject : subjects.appositions.withName(real, cue), cue, "said behind");
    }

    /** A sentence of its own and "X said" right behind it, though no sign parts them. */
    private boolean isDirectlySaid(Stretch stretch, int t) {
        Mention subject = mentions.at(t);
        return subject != null
                && reading.sentenceStart(stretch.open()) == stretch.open()
                && stretch.last() - stretch.first() > SHORT
                && reading.is(subject.last + 1, Word.SAY)
                && verbs.isVerb(subject.last + 1);
    }

    /** The mention that begins what follows, behind two other words at most. */
    private Mention opens(int from, int end) {
        for (int t = from; t < Math.min(end, from + 3); t++) {
            if (mentions.at(t) != null) {
                return mentions.at(t);
            }
            if (reading.isPunctuation(t) || reading.is(t, FINITE | PARTICIPLE)) {
                return null;
            }
        }
        return null;
    }

    /** ", X said", ", said X" or "according to X" further behind in the sentence. */
    private Attribution atEnd(int from, int end) {
        for (int t = from; t < end && t < from + Verbs.FAR; t++) {
            if (reading.quoted(t) >= 0) {
                continue;
            }
            if (reading.is(t, Word.ACCORDING)) {
                return wordsOf.according(t, end);
            }
            if (!reading.is(t, Word.SAY) || !verbs.isVerb(t)) {
                continue;
            }
            Mention before = mentions.at(t - 1);
            Mention subject = reading.isSign(t - 1, ',')
                    ? subjects.inversion.subject(t, end)
                    : before != null && reading.isSign(before.first - 1, ',') ? subjects.of(t, from) : null;
            if (subject != null && !subject.possessive) {
                return Attribution.of(subject, t, "said at the sentence's end");
            }
        }
        return null;
    }

    /** The end of what belongs behind a stretch: its sentence's end or the next stretch that is more than a name. */
    private int end(int token, int i) {
        int end = reading.sentenceEnd(token);
        for (int n = i + 1;
                n < Math.min(stretches.size(), i + 4) && stretches.get(n).open() < end;
                n++) {
            Stretch next = stretches.get(n);
            boolean name = next.last() - next.first() < SHORT
                    && !reading.isPunctuation(next.last())
                    && reading.text.isCapitalised(next.first());
            if (!name) {
                return next.open();
            }
        }
        return end;
    }

    private int skipBrackets(int t, int end) {
        if (!reading.isSign(t, '(')) {
            return t;
        }
        int i = t;
        while (i < Math.min(end, t + Verbs.FAR) && !reading.isSign(i, ')')) {
            i++;
        }
        return Math.min(i + 1, end - 1);
    }

    /** True if nothing but the name stands there: "— Ann Lee, architect". */
    private boolean isWhole(Mention signer) {
        int behind = signer.last + 1;
        return behind >= reading.size
                || reading.isSign(behind, ',')
                || reading.text.paragraphOf(behind) != reading.text.paragraphOf(signer.last);
    }

    private boolean isDash(int t) {
        return reading.isPunctuation(t) && "—–―-".indexOf(reading.text.first(t)) >= 0;
    }

    private boolean endsFull(Stretch stretch) {
        return reading.isSign(stretch.last(), '.') || reading.isSign(stretch.behind(), '.');
    }

    private boolean endsSentence(Stretch stretch) {
        return reading.isPunctuation(stretch.last()) && ".!?…".indexOf(reading.text.first(stretch.last())) >= 0;
    }

    /** True if a sign parts the stretch from what follows. */
    private boolean isMarked(Stretch stretch) {
        int last = stretch.last();
        int behind = stretch.behind();
        return reading.isPunctuation(last) && ",?!…-–—.".indexOf(reading.text.first(last)) >= 0
                || reading.isPunctuation(behind) && ",—–".indexOf(reading.text.first(behind)) >= 0;
    }
}
