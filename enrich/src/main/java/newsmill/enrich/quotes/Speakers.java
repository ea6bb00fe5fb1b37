package newsmill.enrich.quotes;

import java.util.List;

/** Finds who says each stretch: the rules, best evidence first. */
final class Speakers {
    private static final long SAY = Word.SAY.bit;
    private static final long FINITE = Word.any(Word.SAY, Word.JUDGE);

    private final Reading reading;
    private final Mentions mentions;
    private final List<Stretch> stretches;
    private final Clause clause;
    private final Attribution[] found;

    Speakers(Reading reading, Mentions mentions, List<Stretch> stretches) {
        this.reading = reading;
        this.mentions = mentions;
        this.stretches = stretches;
        clause = new Clause(reading, mentions);
        found = new Attribution[stretches.size()];
    }

    /** The attributions, one for each stretch; null where nothing tells. */
    Attribution[] find() {
        for (int i = 0; i < found.length; i++) {
            found[i] = beside(i);
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                found[i] = continued(i);
            }
        }
        return found;
    }

    /** What the sentence around a stretch says. */
    private Attribution beside(int i) {
        Stretch stretch = stretches.get(i);
        Attribution before = before(i, stretch);
        boolean adjacent = before != null && before.rule().equals("introduced");
        if (adjacent && !(endsOpen(stretch) && inverted(stretch) != null)) {
            return before;
        }
        Attribution behind = behind(stretch, i);
        return behind != null ? behind : before;
    }

    /** True if the stretch ends with a comma, inside or right behind it: the sentence goes on. */
    private boolean endsOpen(Stretch stretch) {
        return reading.isSign(stretch.last(), ',') || reading.isSign(stretch.behind(), ',');
    }

    private boolean endsFull(Stretch stretch) {
        return reading.isSign(stretch.last(), '.') || reading.isSign(stretch.behind(), '.');
    }

    private boolean endsMarked(Stretch stretch) {
        int t = stretch.last();
        return reading.isPunctuation(t) && ",?!…-–—.".indexOf(reading.text.first(t)) >= 0
                || reading.isSign(stretch.behind(), ',')
                || reading.isSign(stretch.behind(), '—')
                || reading.isSign(stretch.behind(), '–');
    }

    /** The end of what belongs behind a stretch: its sentence's end or the next stretch. */
    private int end(int token, int i) {
        int end = reading.sentenceEnd(token);
        return i + 1 < stretches.size() ? Math.min(end, stretches.get(i + 1).open()) : end;
    }

    private Attribution inverted(Stretch stretch) {
        int t = stretch.behind();
        if (reading.isSign(t, ',')) {
            t++;
        }
        if (reading.is(t, SAY) && clause.isVerb(t)) {
            Mention subject = clause.inverted(t, reading.sentenceEnd(t));
            return subject == null ? null : Attribution.of(subject, t, "inverted");
        }
        return null;
    }

    private Attribution behind(Stretch stretch, int i) {
        int t = stretch.behind();
        if (t >= reading.size
                || reading.quoted(t) >= 0
                || i + 1 < stretches.size() && stretches.get(i + 1).open() <= t) {
            return null;
        }
        if (reading.text.paragraphOf(t) != reading.text.paragraphOf(stretch.last())) {
            return null;
        }
        boolean marked = endsMarked(stretch);
        if (reading.isSign(t, ',') || reading.isSign(t, ';')) {
            t++;
        } else if (reading.isSign(t, '.')) {
            return null;
        }
        if (t >= reading.size) {
            return null;
        }
        if (reading.isSign(t, '—') || reading.isSign(t, '–') || reading.isSign(t, '―') || reading.isSign(t, '-')) {
            Mention mention = mentions.at(t + 1);
            if (mention != null && mention.first == t + 1 && mention.isName() && endsFull(stretch)) {
                return Attribution.of(mention, -1, "signed");
            }
            t++;
        }
        int end = end(Math.min(t, reading.size - 1), i);
        if (reading.isSign(t, '(')) {
            t = skipBrackets(t, end);
        }
        if (reading.is(t, Word.ACCORDING)) {
            return according(t, end);
        }
        while (t < end
                && (clause.isAdverb(t) || reading.is(t, Word.any(Word.HAVE, Word.MODAL)))
                && mentions.indexAt(t) < 0) {
            t++;
        }
        if (reading.is(t, FINITE) && clause.isVerb(t)) {
            if (marked || reading.is(t, SAY)) {
                Mention subject = clause.inverted(t, end);
                if (subject != null && !(reading.is(t, Word.JUDGE) && !reading.is(t, SAY))) {
                    return Attribution.of(subject, t, "inverted");
                }
            }
            if (!marked) {
                return null;
            }
        }
        Mention subject = mentions.at(t);
        if (subject == null && t + 1 < end) {
            for (int s = t; s < Math.min(end, t + 3) && subject == null; s++) {
                if (reading.isPunctuation(s) || reading.is(s, FINITE | Word.any(Word.SAYING, Word.JUDGING))) {
                    break;
                }
                subject = mentions.at(s);
            }
        }
        if (marked && subject != null) {
            int from = subject.last + 1;
            int cue = clause.cue(from, end, SAY);
            boolean nextIntroduced = cue >= 0
                    && endsFull(stretch)
                    && i + 1 < stretches.size()
                    && end == stretches.get(i + 1).open()
                    && cue >= end - 3;
            if (cue >= 0 && !nextIntroduced && !(endsFull(stretch) && cue > subject.last + 4)) {
                Mention real = clause.subject(cue, t);
                return Attribution.of(real == null ? subject : clause.withApposition(real, cue), cue, "said behind");
            }
        }
        if (!endsFull(stretch)) {
            int cue = trailing(t, end);
            if (cue >= 0) {
                if (reading.is(cue, Word.ACCORDING)) {
                    return according(cue, end);
                }
                Mention real = reading.isSign(cue - 1, ',') ? clause.inverted(cue, end) : clause.subject(cue, t);
                if (real != null && !real.possessive) {
                    return Attribution.of(real, cue, "said at the sentence's end");
                }
            }
        }
        return null;
    }

    private int skipBrackets(int t, int end) {
        int i = t;
        while (i < end && !reading.isSign(i, ')')) {
            i++;
        }
        return Math.min(i + 1, end);
    }

    /** The cue of ", X said" at a sentence's end, or "according to" in it; -1 if there is none. */
    private int trailing(int from, int end) {
        for (int t = from; t < end && t < from + 60; t++) {
            if (reading.quoted(t) >= 0) {
                continue;
            }
            if (reading.is(t, Word.ACCORDING)) {
                return t;
            }
            if (reading.is(t, SAY) && clause.isVerb(t)) {
                Mention subject = mentions.at(t - 1);
                if (subject != null && reading.isSign(subject.first - 1, ',') || reading.isSign(t - 1, ',') && clause.inverted(t, end) != null) {
                    return t;
                }
            }
        }
        return -1;
    }

    private Attribution according(int t, int end) {
        int at = t + 1;
        if (reading.is(at, Word.PREPOSITION)
                || at < reading.size && reading.text.end(at) - reading.text.start(at) == 2) {
            at++;
        }
        Mention mention = mentions.at(at);
        return mention == null ? null : new Attribution(clause.withApposition(mention, end), t, at - 1, "according to");
    }

    /** What stands before a stretch in its sentence, or before the colon that ends the paragraph before. */
    private Attribution before(int i, Stretch stretch) {
        int open = stretch.open();
        if (open == 0) {
            return null;
        }
        int previousEnd = i > 0 ? stretches.get(i - 1).behind() : 0;
        int from = reading.sentenceStart(open);
        if (from == open) {
            boolean colon = reading.isSign(open - 1, ':') || reading.isSign(open - 1, ',');
            if (!colon) {
                return null;
            }
            from = reading.sentenceStart(open - 1);
        }
        int cue = clause.lastCue(from, open);
        int accordingTo = lastAccording(from, open);
        if (accordingTo > cue) {
            Attribution attribution = according(accordingTo, open);
            if (attribution != null) {
                return attribution;
            }
        }
        Mention owner = owner(Math.max(from, cue + 1), open);
        if (owner != null) {
            return Attribution.of(owner, -1, "words of");
        }
        boolean colon = reading.isSign(open - 1, ':');
        if (colon) {
            for (int t = open - 1; t > Math.max(Math.max(from, cue), open - 12); t--) {
                if (reading.is(t, Word.SO) && reading.isSign(t - 1, ',') && mentions.at(t + 1) != null) {
                    return Attribution.of(clause.withApposition(mentions.at(t + 1), open), t, "so");
                }
            }
        }
        if (cue < 0) {
            Mention closing = verbAtEnd(stretch, from);
            if (closing != null) {
                return Attribution.of(closing, cueAtEnd(stretch), "verb at the clause's end");
            }
            if (colon) {
                Mention subject = clause.clauseSubject(Math.max(from, previousEnd), open);
                return subject == null ? null : Attribution.of(subject, -1, "colon");
            }
            return null;
        }
        Mention subject = null;
        for (int steps = 0; cue >= 0 && steps < 5; steps++) {
            int next = steps < 4 ? clause.lastCue(from, cue) : -1;
            Mention told = clause.isTo(cue - 1) ? mentions.at(cue - 2) : null;
            boolean governed = next >= 0
                    && (clause.isTo(cue - 1) && (told == null || !told.isPronoun()) || reading.is(cue - 1, Word.MODAL));
            subject = governed ? null : agent(cue, open);
            if (subject == null && !governed) {
                subject = clause.subject(cue, from);
            }
            if (subject != null) {
                break;
            }
            cue = next;
        }
        if (subject == null) {
            return null;
        }
        if (subject.isPronoun() && reading.is(subject.headFirst, Word.IT) && !reading.lexicon.language().equals("en")) {
            // "So heißt es in dem Schreiben"
            int at = subject.last + 1;
            while (at < open && reading.is(at, Word.ADVERB)) {
                at++;
            }
            Mention source = reading.is(at, Word.PREPOSITION) ? mentions.at(at + 1) : null;
            subject = source == null ? subject : source;
        }
        boolean adjacent = (reading.isSign(open - 1, ',') || colon) && cue >= previousEnd || cue == open - 1;
        return Attribution.of(clause.withApposition(subject, open), cue, adjacent ? "introduced" : "governed");
    }

    /** The verb that closes a clause right behind the stretch ("als „x“ bezeichnete"), or -1. */
    private int cueAtEnd(Stretch stretch) {
        int t = stretch.behind();
        for (int i = t; i < Math.min(t + 2, reading.size); i++) {
            if (reading.is(i, FINITE) && clause.isVerb(i) && (i + 1 >= reading.size || reading.isPunctuation(i + 1) || reading.is(i + 1, Word.any(Word.HAVE, Word.BE, Word.CONJUNCTION)))) {
                return i;
            }
        }
        return -1;
    }

    private Mention verbAtEnd(Stretch stretch, int from) {
        if (!reading.lexicon.language().equals("de") && !reading.lexicon.language().equals("nl") || cueAtEnd(stretch) < 0) {
            return null;
        }
        int start = stretch.open() - 1;
        while (start > from && !reading.isSign(start, ',') && !reading.is(start, Word.any(Word.SUBORDINATE, Word.RELATIVE))) {
            start--;
        }
        return clause.clauseSubject(start, stretch.open());
    }

    /** "X's remark that": whose words they are, or null. */
    private Mention owner(int from, int open) {
        for (int t = open - 1; t >= Math.max(from, open - 12); t--) {
            if (!reading.is(t, Word.SPEECH) || reading.quoted(t) >= 0) {
                continue;
            }
            if (reading.is(t + 1, Word.PREPOSITION) && reading.text.token(t + 1).equals("of") && mentions.at(t + 2) != null && mentions.at(t + 2).last < open) {
                return clause.withApposition(mentions.at(t + 2), open);
            }
            for (int s = t; s >= Math.max(from, t - 4); s--) {
                Mention mention = mentions.at(s);
                if (mention != null && mention.possessive) {
                    return mention;
                }
                if (reading.is(s, Word.POSSESSIVE) && reading.is(s, Word.any(Word.HE, Word.SHE)) || reading.is(s, Word.POSSESSIVE) && isHis(s)) {
                    return mentions.owner(s);
                }
            }
        }
        return null;
    }

    private boolean isHis(int t) {
        return reading.text.token(t).equalsIgnoreCase("his");
    }

    /** "was called “x” by Y": the one behind "by", for a passive cue. */
    private Mention agent(int cue, int open) {
        int be = cue - 1;
        while (be > 0 && clause.isAdverb(be)) {
            be--;
        }
        if (!reading.is(be, Word.BE)) {
            return null;
        }
        int reach = reading.is(cue, Word.JUDGE) ? 12 : 3;
        for (int t = cue + 1; t < Math.min(reading.sentenceEnd(cue), cue + reach); t++) {
            if (reading.quoted(t) < 0 && reading.text.token(t).equals("by")) {
                return mentions.at(t + 1);
            }
        }
        return null;
    }

    private int lastAccording(int from, int to) {
        for (int t = to - 1; t >= from && t > to - 80; t--) {
            if (reading.is(t, Word.ACCORDING) && reading.quoted(t) < 0) {
                return t;
            }
        }
        return -1;
    }

    /** No cue of its own: the quote goes on from one beside it. */
    private Attribution continued(int i) {
        Stretch stretch = stretches.get(i);
        int paragraph = reading.text.paragraphOf(stretch.first());
        if (stretch.resumed() && i > 0 && found[i - 1] != null) {
            return again(found[i - 1], "resumed");
        }
        boolean opensSentence = reading.sentenceStart(stretch.open()) == stretch.open();
        if (i > 0 && found[i - 1] != null && paragraphOf(i - 1) == paragraph) {
            return again(found[i - 1], "same paragraph");
        }
        if (opensSentence) {
            for (int n = i + 1; n < found.length && paragraphOf(n) == paragraph && n < i + 3; n++) {
                if (found[n] != null) {
                    return again(found[n], "next in paragraph");
                }
            }
            int start = reading.text.paragraphStart(paragraph);
            if (start < stretch.open()) {
                int sentence = reading.sentenceStart(stretch.open() - 1);
                int cue = clause.lastCue(sentence, stretch.open());
                Mention said = cue < 0 || !reading.is(cue, SAY) ? null : clause.subject(cue, sentence);
                if (said != null && (said.isName() || said.isPronoun())) {
                    return Attribution.of(said, -1, "said before");
                }
                Mention subject = clause.clauseSubject(reading.sentenceStart(stretch.open() - 1), stretch.open());
                if (subject != null && !subject.possessive && subject.kind != Mention.Kind.NOMINAL) {
                    return Attribution.of(subject, -1, "subject before");
                }
            }
            if (start == stretch.open() && paragraph > 0) {
                int sentence = reading.sentenceStart(start - 1);
                int cue = clause.lastCue(sentence, start);
                boolean fresh = i == 0 || stretches.get(i - 1).behind() <= sentence;
                if (cue >= 0 && fresh) {
                    Mention subject = clause.subject(cue, sentence);
                    if (subject != null && (subject.isName() || subject.isPronoun())) {
                        return Attribution.of(subject, -1, "said before");
                    }
                }
            }
            if (i > 0 && found[i - 1] != null && paragraphOf(i - 1) >= paragraph - 1 && start == stretch.open()) {
                return again(found[i - 1], "goes on");
            }
        } else {
            Mention subject = clause.clauseSubject(reading.sentenceStart(stretch.open()), stretch.open());
            if (subject != null && (subject.isPronoun() || subject.isName() && mentions.isPersonal(subject))) {
                return Attribution.of(subject, -1, "subject of the sentence");
            }
        }
        return null;
    }

    private int paragraphOf(int i) {
        return reading.text.paragraphOf(stretches.get(i).first());
    }

    private static Attribution again(Attribution attribution, String rule) {
        return new Attribution(attribution.speaker(), -1, -1, rule);
    }
}
