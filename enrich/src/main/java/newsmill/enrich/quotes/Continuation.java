package newsmill.enrich.quotes;

import java.util.List;

/** Finds the speaker of a stretch that no cue of its own attributes: it goes on from words beside it. */
final class Continuation {
    private final Reading reading;
    private final Mentions mentions;
    private final List<Stretch> stretches;
    private final Verbs verbs;
    private final Subjects subjects;
    private final WordsOf wordsOf;

    Continuation(Reading reading, Mentions mentions, List<Stretch> stretches, Verbs verbs, Subjects subjects) {
        this.reading = reading;
        this.mentions = mentions;
        this.stretches = stretches;
        this.verbs = verbs;
        this.subjects = subjects;
        wordsOf = new WordsOf(reading, mentions, subjects);
    }

    /** The attribution; null if nothing beside the stretch tells. */
    Attribution find(int i, Attribution[] found) {
        Stretch stretch = stretches.get(i);
        Attribution previous = i > 0 ? found[i - 1] : null;
        int paragraph = paragraphOf(i);
        if (stretch.resumed() && previous != null) {
            return previous.again("resumed");
        }
        if (previous != null && paragraphOf(i - 1) == paragraph) {
            return previous.again("same paragraph");
        }
        if (reading.sentenceStart(stretch.open()) != stretch.open()) {
            return subjectOfSentence(stretch);
        }
        boolean implied = found[i] != null;
        for (int n = i + 1; !implied && n < found.length && n < i + 3 && paragraphOf(n) == paragraph; n++) {
            if (found[n] != null) {
                return found[n].again("next in paragraph");
            }
        }
        boolean opens = reading.text.paragraphStart(paragraph) == stretch.open();
        Attribution before = stretch.open() == 0 ? null : sentenceBefore(i, opens);
        if (before != null) {
            return before;
        }
        boolean near = opens && previous != null && paragraphOf(i - 1) >= paragraph - 1;
        return near ? previous.again("goes on") : null;
    }

    private int paragraphOf(int i) {
        return reading.text.paragraphOf(stretches.get(i).first());
    }

    private Attribution subjectOfSentence(Stretch stretch) {
        Mention subject = subjects.ofClause(reading.sentenceStart(stretch.open()), stretch.open());
        boolean person = subject != null && (subject.isPronoun() || subject.isName() && mentions.isPersonal(subject));
        return person ? Attribution.of(subject, -1, Attribution.SUBJECT) : null;
    }

    /** Who speaks, or acts, in the sentence before: "X said it was over. “…”", "X shrugged. “…”". */
    private Attribution sentenceBefore(int i, boolean opensParagraph) {
        int open = stretches.get(i).open();
        int from = reading.sentenceStart(open - 1);
        if (opensParagraph && i > 0 && stretches.get(i - 1).behind() > from) {
            return null;
        }
        int cue = verbs.last(from, open);
        Mention source = source(from, open);
        if (source != null && mayGoOn(source)) {
            return Attribution.of(source, -1, "according to before");
        }
        Mention speaker = cue < 0 || !opensParagraph && !reading.is(cue, Word.SAY) ? null : subjects.of(cue, from);
        if (speaker != null && mayGoOn(speaker)) {
            return Attribution.of(speaker, -1, "said before");
        }
        Mention subject = opensParagraph ? null : subjects.appositions.withName(subjects.ofClause(from, open), open);
        boolean acts =
                subject != null && !subject.possessive && mayGoOn(subject) && !reading.is(subject.headLast, Word.PLACE);
        return acts ? Attribution.of(subject, -1, "subject before") : null;
    }

    /** "According to X, …": X, or null. */
    private Mention source(int from, int to) {
        Attribution source = reading.is(from, Word.ACCORDING) ? wordsOf.according(from, to) : null;
        return source == null ? null : source.speaker();
    }

    private boolean mayGoOn(Mention mention) {
        return mention.kind != Mention.Kind.NOMINAL && !mentions.isBareNoun(mention);
    }
}
