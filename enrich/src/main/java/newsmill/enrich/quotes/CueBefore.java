package newsmill.enrich.quotes;

import java.util.List;

/** Finds the speaker in what stands before a stretch in its sentence: "X said, “…”", "X called it “…”", "X: “…”". */
final class CueBefore {
    /** A name that stands farther from a colon need not be whose words follow. */
    private static final int NEAR = 7;

    private final Reading reading;
    private final Mentions mentions;
    private final List<Stretch> stretches;
    private final Verbs verbs;
    private final Subjects subjects;
    private final WordsOf wordsOf;

    CueBefore(Reading reading, Mentions mentions, List<Stretch> stretches, Verbs verbs, Subjects subjects) {
        this.reading = reading;
        this.mentions = mentions;
        this.stretches = stretches;
        this.verbs = verbs;
        this.subjects = subjects;
        wordsOf = new WordsOf(reading, mentions, subjects);
    }

    /** The attribution, by the rule {@code introduced} where the verb leads straight to the stretch; null if none. */
    Attribution find(int i) {
        Stretch stretch = stretches.get(i);
        int open = stretch.open();
        if (open == 0) {
            return null;
        }
        boolean colon = reading.isSign(open - 1, ':');
        int from = reading.sentenceStart(open);
        if (from == open) {
            if (!colon && !reading.isSign(open - 1, ',')) {
                return null;
            }
            from = reading.sentenceStart(open - 1);
        }
        int cue = verbs.last(from, open);
        Attribution source = wordsOf.source(Math.max(from, cue + 1), open);
        if (source != null) {
            return source;
        }
        int previousEnd = i > 0 ? stretches.get(i - 1).behind() : 0;
        Attribution verb = cue < 0 ? null : governed(cue, from, stretch, cue >= previousEnd);
        if (colon && (verb == null || isBroken(verb.cueFirst(), open))) {
            Mention subject = subjects.beforeColon(Math.max(from, previousEnd), open);
            if (subject != null && reading.isRomance() && !mentions.maySpeak(subject)) {
                subject = personBefore(open, subject.last);
            }
            return subject == null ? verb : Attribution.of(subject, -1, "colon");
        }
        return verb != null ? verb : verbAtEnd(stretch, from);
    }

    /** "Ann Lee added this:": the name that begins a short sentence before a colon, where its verb cannot be read; or null. */
    Attribution named(Stretch stretch) {
        int colon = stretch.open() - 1;
        if (!reading.isSign(colon, ':')) {
            return null;
        }
        int from = reading.sentenceStart(colon);
        Mention name = mentions.at(from);
        boolean known = name != null
                && name.isName()
                && colon - name.last <= NEAR
                && (mentions.isPersonal(name) || name.person.personal);
        return known ? Attribution.of(name, -1, "colon") : null;
    }

    /** "The craft was for her a calling:": her, as a craft does not speak; null if nobody stands there. */
    private Mention personBefore(int colon, int floor) {
        for (int t = colon - 1; t > floor; t--) {
            Mention mention = mentions.at(t);
            if (mention != null && (mention.isPronoun() || mentions.isPersonal(mention))) {
                return mention;
            }
        }
        return null;
    }

    /** True if another clause begins between a verb and the colon before the stretch. */
    private boolean isBroken(int cue, int open) {
        for (int t = open - 1; t > cue; t--) {
            Mention mention = reading.isSign(t, ',') ? mentions.at(t + 1) : null;
            if (mention != null
                    && (mention.isName() || mention.isPronoun())
                    && mention.last + 2 < open
                    && !reading.isPunctuation(mention.last + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Tries the verbs before a stretch from the last one to the left, until one has a subject that may speak. */
    private Attribution governed(int last, int from, Stretch stretch, boolean fresh) {
        int open = stretch.open();
        int cue = last;
        for (int steps = 0; cue >= 0 && steps < 5; steps++) {
            int next = verbs.last(from, cue);
            boolean governed = isGoverned(cue, next, open);
            Mention agent = governed ? null : agent(cue, open);
            if (!governed && agent == null && verbs.isPassive(cue)) {
                // "what is being called the “…”": somebody says so, but not the subject
                return Attribution.of(null, cue, "passive");
            }
            Mention subject = governed ? null : agent != null ? agent : subject(cue, from, open);
            if (subject != null) {
                boolean straight = reading.isSign(open - 1, ',') || reading.isSign(open - 1, ':');
                boolean introduced = straight && fresh || cue == open - 1;
                return Attribution.of(
                        subjects.appositions.withName(subject, open), cue, introduced ? "introduced" : "governed");
            }
            cue = next;
        }
        return null;
    }

    /** True if the verb only tells what the subject of an earlier verb speaks of: "said allies wanted to know if …". */
    private boolean isGoverned(int cue, int next, int open) {
        if (next < 0) {
            return false;
        }
        Mention told = verbs.isTo(cue - 1) ? mentions.at(cue - 2) : null;
        return verbs.isTo(cue - 1) && (told == null || !told.isPronoun())
                || reading.is(cue - 1, Word.MODAL)
                || !reading.is(cue, Word.any(Word.SAY, Word.SAYING)) && open - cue > 7 && reading.is(next, Word.SAY);
    }

    private Mention subject(int cue, int from, int open) {
        int before = cue - 1;
        while (before > from && reading.isPunctuation(before) && ",—–-".indexOf(reading.text.first(before)) >= 0) {
            before--;
        }
        boolean behindQuotation = reading.quoted(before) >= 0;
        // "“…”, sagte Ann Lee, “…”"
        Mention inverted = behindQuotation ? subjects.inversion.subject(cue, open) : null;
        Mention subject = inverted != null ? inverted : subjects.of(cue, from);
        if (subject != null && subject.isPronoun() && reading.is(subject.headFirst, Word.IT)) {
            subject = impersonal(subject, open);
        }
        if (subject != null && reading.isRomance() && !mentions.maySpeak(subject)) {
            // "Nadie daba un euro y aseguró que …": the speaker is left out
            return null;
        }
        boolean reporter = subject != null && subject.isPronoun() && reading.is(subject.headFirst, Word.FIRST);
        return reporter ? null : subject;
    }

    /** "So heißt es in dem Schreiben": the letter. */
    private Mention impersonal(Mention it, int open) {
        int at = it.last + 1;
        while (at < open && reading.is(at, Word.ADVERB)) {
            at++;
        }
        Mention source = reading.isGermanic() && reading.is(at, Word.PREPOSITION) ? mentions.at(at + 1) : null;
        return source == null ? it : source;
    }

    /** "was called “…” by Y", "was asked by Y": Y; null if the verb is not passive or names no agent. */
    private Mention agent(int cue, int open) {
        if (!verbs.isPassive(cue)) {
            return null;
        }
        int reach = reading.is(cue, Word.JUDGE) ? 12 : 3;
        for (int t = cue + 1; t < Math.min(reading.sentenceEnd(cue), cue + reach); t++) {
            if (reading.quoted(t) < 0 && reading.isWord(t, "by")) {
                return mentions.at(t + 1);
            }
        }
        return null;
    }

    /** German and Dutch close a clause with the verb: "den X als „…“ bezeichnete". */
    private Attribution verbAtEnd(Stretch stretch, int from) {
        if (!reading.isGermanic()) {
            return null;
        }
        long behindVerb = Word.any(Word.HAVE, Word.BE, Word.CONJUNCTION);
        for (int t = stretch.behind(); t < Math.min(stretch.behind() + 2, reading.size); t++) {
            boolean closes = t + 1 >= reading.size || reading.isPunctuation(t + 1) || reading.is(t + 1, behindVerb);
            if (closes && reading.is(t, Word.any(Word.SAY, Word.JUDGE)) && verbs.isVerb(t)) {
                int start = stretch.open() - 1;
                while (start > Math.max(from, stretch.open() - Verbs.FAR)
                        && !reading.isSign(start, ',')
                        && !reading.is(start, Word.any(Word.SUBORDINATE, Word.RELATIVE))) {
                    start--;
                }
                Mention subject = subjects.ofClause(start, stretch.open());
                return subject == null ? null : Attribution.of(subject, t, "verb at the clause's end");
            }
        }
        return null;
    }
}
