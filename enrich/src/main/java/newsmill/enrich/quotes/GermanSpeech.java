package newsmill.enrich.quotes;

import newsmill.enrich.quotes.IndirectSpeech.Content;

/**
 * Finds what German reports without quotation marks: "X sagte, es sei …", "…, teilte X mit", "Wie X mitteilte, …", and
 * the sentences behind it that go on in the subjunctive ("Es gebe …"), which says that they are still somebody's words.
 * Reads the sentences of a text in their order, as a report goes on from one to the next.
 */
final class GermanSpeech {
    private static final long CLAUSE = Word.any(Word.THAT, Word.WHETHER);
    /** A clause of fewer words reports nothing. */
    private static final int SHORTEST = 4;

    private final Reading reading;
    private final Mentions mentions;
    private final Verbs verbs;
    private final Subjects subjects;
    /** Who spoke last, and the first token behind the sentence where that was. */
    private Attribution last;

    private int lastEnd = -1;

    GermanSpeech(Reading reading, Mentions mentions, Verbs verbs, Subjects subjects) {
        this.reading = reading;
        this.mentions = mentions;
        this.verbs = verbs;
        this.subjects = subjects;
    }

    /** Remembers who spoke in the sentence that ends before a token. */
    void spoke(Attribution attribution, int sentenceEnd) {
        last = attribution;
        lastEnd = sentenceEnd;
    }

    /**
     * What the sentence reports; null if it reports nothing.
     *
     * @param end the first of the signs that close the sentence
     */
    Content read(int from, int end) {
        int behind = reading.sentenceEnd(from);
        Content content = introduced(from, end);
        content = content != null ? content : followed(from, end);
        content = content != null ? content : led(from, end);
        boolean goesOn = content == null && from == lastEnd && last != null && isSubjunctive(from, end);
        if (content != null) {
            spoke(content.attribution(), behind);
        } else if (goesOn) {
            content = content(from, end, last.again(GOES_ON));
            lastEnd = behind;
        } else {
            int cue = verbs.first(from, end, Word.SAY.bit);
            Mention speaker = cue < 0 ? null : subjects.of(cue, from);
            boolean speaks = speaker != null && mentions.maySpeak(speaker);
            spoke(speaks ? Attribution.of(speaker, cue, "spoke before") : null, behind);
        }
        return content;
    }

    /** The rule for a sentence that only its mood marks. */
    static final String GOES_ON = "goes on in the subjunctive";

    /** "Wie X mitteilte, …". */
    private Content introduced(int from, int end) {
        if (!reading.isWord(from, "wie")) {
            return null;
        }
        int comma = comma(from, end);
        int cue = comma < 0 ? -1 : verbs.last(from, comma);
        int next = mentions.indexFrom(from + 1);
        boolean named = cue >= 0 && next < mentions.count() && mentions.get(next).first < cue;
        return !named ? null : content(comma + 1, end, Attribution.of(mentions.get(next), cue, "wie, indirect"));
    }

    /** "…, sagte X", "…, teilte X mit", "…, so X", "…, wie X mitteilte". */
    private Content followed(int from, int end) {
        int comma = end - 1;
        while (comma > from && comma > end - 24 && !reading.isSign(comma, ',')) {
            comma--;
        }
        if (comma <= from || !reading.isSign(comma, ',')) {
            return null;
        }
        int t = comma + 1;
        if (reading.is(t, Word.SO) && mentions.at(t + 1) != null) {
            return content(from, comma, Attribution.of(mentions.at(t + 1), t, "so, indirect"));
        }
        if (reading.isWord(t, "wie")) {
            int cue = verbs.last(t, end);
            Mention speaker = cue < 0 ? null : mentions.at(t + 1);
            return speaker == null ? null : content(from, comma, Attribution.of(speaker, cue, "wie behind, indirect"));
        }
        boolean said = reading.is(t, Word.SAY) && verbs.isVerb(t) && !isQuoted(t, end);
        Mention speaker = said ? subjects.inversion.subject(t, end) : null;
        return speaker == null
                ? null
                : content(from, comma, Attribution.of(source(speaker, end), t, "said behind, indirect"));
    }

    /** Of "hieß es in dem Schreiben" the letter, of "hieß es" nobody; else the mention itself. */
    private Mention source(Mention speaker, int end) {
        if (!speaker.isPronoun() || !reading.is(speaker.headFirst, Word.IT)) {
            return speaker;
        }
        int at = speaker.last + 1;
        return at < end && reading.is(at, Word.PREPOSITION) ? mentions.at(at + 1) : null;
    }

    /** "X sagte, dass …", "X sagte, es sei …". */
    private Content led(int from, int end) {
        for (int comma = comma(from, end); comma >= 0; comma = comma(comma + 1, end)) {
            int cue = verbs.last(from, comma);
            boolean reported = reading.is(comma + 1, CLAUSE)
                    || !reading.is(comma + 1, Word.any(Word.SUBORDINATE, Word.RELATIVE, Word.CONJUNCTION))
                            && isSubjunctive(comma + 1, end);
            if (cue < 0 || !reported || !reading.is(cue, Word.SAY) || verbs.isPassive(cue)) {
                continue;
            }
            Mention speaker = subjects.of(cue, from);
            if (speaker != null && speaker.last < comma && mentions.maySpeak(speaker)) {
                int first = reading.is(comma + 1, Word.THAT) ? comma + 2 : comma + 1;
                return content(first, end, Attribution.of(speaker, cue, "said, indirect"));
            }
        }
        return null;
    }

    private int comma(int from, int end) {
        for (int t = from; t < end && t < from + 2 * Verbs.FAR; t++) {
            if (reading.isSign(t, ',')) {
                return t;
            }
        }
        return -1;
    }

    /** True if a verb in the subjunctive stands there, outside quotations. */
    private boolean isSubjunctive(int from, int end) {
        for (int t = from; t < end && t < from + 2 * Verbs.FAR; t++) {
            // "ich fordere" is no subjunctive, "er fordere" is one
            boolean first = reading.isWord(t - 1, "ich") || reading.isWord(t + 1, "ich");
            if (reading.is(t, Word.MOOD) && reading.quoted(t) < 0 && !first) {
                return true;
            }
        }
        return false;
    }

    /** The content with its source; null if it is short or holds a quotation, which then stands for it. */
    private Content content(int first, int end, Attribution attribution) {
        return end - first < SHORTEST || isQuoted(first, end) ? null : new Content(first, end - 1, attribution);
    }

    private boolean isQuoted(int first, int end) {
        for (int t = first; t < end; t++) {
            if (reading.quoted(t) >= 0) {
                return true;
            }
        }
        return false;
    }
}
