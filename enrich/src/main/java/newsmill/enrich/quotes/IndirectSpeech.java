package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is reported without quotation marks: "X said (that) …", "…, X said", "according to X, …". A sentence's
 * content that holds a quotation is left to the quotation.
 */
final class IndirectSpeech {
    private static final long VERB = Word.any(Word.SAY, Word.SAYING);
    private static final long CLAUSE_VERB = Word.any(Word.BE, Word.HAVE, Word.MODAL, Word.VERB, Word.SAY, Word.JUDGE);
    private static final long OPENING = Word.any(Word.ADVERB, Word.CONJUNCTION, Word.HAVE, Word.MODAL);
    private static final int FAR = 12;

    /** A reported content. */
    record Content(int first, int last, Attribution attribution) {}

    private final Reading reading;
    private final Mentions mentions;
    private final Verbs verbs;
    private final Subjects subjects;
    private final GermanSpeech german;
    private final List<Content> found = new ArrayList<>();

    IndirectSpeech(Reading reading, Mentions mentions) {
        this.reading = reading;
        this.mentions = mentions;
        verbs = new Verbs(reading, mentions);
        subjects = new Subjects(reading, mentions, verbs);
        german = reading.lexicon.language().equals("de") ? new GermanSpeech(reading, mentions, verbs, subjects) : null;
    }

    List<Content> find() {
        for (int s = 0; s < reading.text.sentences(); s++) {
            sentence(reading.behindDateline(reading.text.sentenceStart(s)), reading.text.sentenceStart(s + 1));
        }
        return found;
    }

    private void sentence(int from, int to) {
        int end = to;
        while (end > from && reading.isPunctuation(end - 1)) {
            end--;
        }
        int at = from;
        int according = according(from, end);
        if (according >= 0) {
            accordingTo(from, end, according);
            return;
        }
        if (german != null) {
            german(from, end);
            return;
        }
        while (at < end) {
            int cue = verbs.first(at, end, VERB);
            if (cue < 0) {
                return;
            }
            at = said(from, cue, end);
        }
    }

    /** Adds what a German sentence reports; one that only goes on is a part of what stands before it in its paragraph. */
    private void german(int from, int end) {
        Content content = german.read(from, end);
        if (content == null) {
            return;
        }
        Content before = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean goesOn = content.attribution().rule().equals(GermanSpeech.GOES_ON)
                && before != null
                && before.attribution().rule().equals(GermanSpeech.GOES_ON)
                && reading.text.paragraphOf(before.first()) == reading.text.paragraphOf(from)
                && reading.sentenceEnd(before.last()) == from;
        if (goesOn) {
            found.set(found.size() - 1, new Content(before.first(), content.last(), before.attribution()));
        } else {
            add(content.first(), content.last() + 1, content.attribution());
        }
    }

    private int according(int from, int end) {
        for (int t = from; t < end && t < from + 160; t++) {
            if (reading.is(t, Word.ACCORDING) && reading.quoted(t) < 0) {
                return t;
            }
        }
        return -1;
    }

    /** "According to X, …" and "…, according to X". */
    private void accordingTo(int from, int end, int according) {
        Mention source = null;
        for (int t = according + 1; t < Math.min(end, according + 4) && source == null; t++) {
            source = mentions.at(t);
            source = source == null || source.first <= according ? null : source;
        }
        if (source == null || reading.isRomance() && !mentions.maySpeak(source)) {
            return;
        }
        Attribution attribution =
                new Attribution(source, according, Math.min(source.first - 1, according + 1), "according to, indirect");
        if (german != null) {
            german.spoke(attribution, reading.sentenceEnd(from));
        }
        if (according <= from + 1) {
            if (reading.isGermanic()) {
                // "Laut X sind die Löhne zu niedrig"
                add(source.last + 1, end, attribution);
                return;
            }
            for (int t = source.last + 1; t < end && t < source.last + 30; t++) {
                if (reading.isSign(t, ',')) {
                    add(t + 1, end, attribution);
                    return;
                }
            }
        } else if (reading.isSign(according - 1, ',')) {
            add(from, according - 1, attribution);
        }
    }

    /** Reads the content of a verb of saying; returns where to look for the next. */
    private int said(int from, int cue, int end) {
        if (reading.is(cue - 1, Word.BE) && !reading.is(cue, Word.SAYING)) {
            return cue + 1;
        }
        int start = contentStart(cue, end);
        if (start >= 0) {
            Mention subject = subjects.appositions.withName(subjects.of(cue, from), cue);
            if (subject == null && reading.dropsSubjects() && opensClause(from, cue) && !verbs.isPlural(cue)) {
                add(start, end, Attribution.of(null, cue, Attribution.IMPLIED));
                return end;
            }
            boolean said = reading.isWord(cue, "said") || reading.isWord(cue, "says");
            if (subject == null || !said && !mentions.maySpeak(subject)) {
                return cue + 1;
            }
            int stop = contentEnd(start, end, reading.is(cue - 1, Word.RELATIVE));
            add(start, stop, Attribution.of(subject, cue, "said, indirect"));
            return stop;
        }
        Mention subject = mentions.at(cue - 1);
        boolean last = end - cue < FAR
                && subject != null
                && !subject.possessive
                && reading.isSign(subject.first - 1, ',')
                && reading.is(cue, Word.CLAIM)
                && !reading.is(from, Word.any(Word.PREPOSITION, Word.SUBORDINATE, Word.SAYING))
                && hasVerb(from, subject.first - 1);
        if (last) {
            add(from, subject.first - 1, Attribution.of(subject, cue, "said behind, indirect"));
            return end;
        }
        return cue + 1;
    }

    /** "Además, ha añadido que": nothing but small words stands before the verb, so who speaks is left out. */
    private boolean opensClause(int from, int cue) {
        for (int t = from; t < cue; t++) {
            if (!reading.is(t, OPENING) && !reading.isSign(t, ',')) {
                return false;
            }
        }
        return true;
    }

    /** "A bill that they say will pass": the clause belongs to the bill, and who says so stands in it. */
    private boolean isInserted(int t) {
        Mention subject = mentions.at(t);
        int verb = subject != null && subject.first == t ? subject.last + 1 : t + 1;
        return reading.is(verb, Word.SAY) && verbs.isVerb(verb) && reading.is(verb + 1, CLAUSE_VERB);
    }

    /** Where the content behind a verb begins; -1 if it has none. */
    private int contentStart(int cue, int end) {
        boolean claim = reading.is(cue, Word.CLAIM);
        boolean told = false;
        int t = cue + 1;
        for (int steps = 0; steps < 8 && t < end; steps++) {
            if (reading.quoted(t) >= 0) {
                return -1;
            }
            if (reading.is(t, Word.THAT) && (mentions.at(t) == null || mentions.at(t).first == mentions.at(t).last)) {
                return t + 1 < end && !isInserted(t + 1) ? t + 1 : -1;
            }
            if (reading.is(t, Word.WHETHER)) {
                return t;
            }
            Mention mention = mentions.at(t);
            if (mention != null) {
                int behind = mention.last + 1;
                if (reading.isRomance() && !mentions.maySpeak(mention)) {
                    // "rechazó las críticas que …": what they say of the noun
                    return -1;
                }
                if (verbs.isTo(behind) || reading.isWord(behind, "not") && verbs.isTo(behind + 1)) {
                    // "asked people not to return": an order, whose words we do not know
                    return -1;
                }
                Mention next = mentions.at(behind);
                boolean addressee = !told
                        && !mention.possessive
                        && (next != null && next.first == behind
                                || reading.is(behind, Word.any(Word.THAT, Word.WHETHER, Word.CALENDAR))
                                        && !reading.is(behind, Word.RELATIVE));
                if (addressee) {
                    told = true;
                    t = behind;
                    continue;
                }
                // "said the farmer who owned the field had found it"
                int clause = reading.is(behind, Word.RELATIVE) ? behind + 1 : behind;
                boolean subject = claim && (isNominative(mention) || hasVerb(clause, end));
                return subject ? mention.first : -1;
            }
            if (reading.is(t, Word.PREPOSITION)) {
                Mention object = mentions.at(t + 1);
                if (object != null && reading.isWord(t, "of") && reading.is(object.last + 1, Word.THAT)) {
                    // "tells of a friendship that lasted"
                    return -1;
                }
                t = object != null ? object.last + 1 : t + 1;
            } else if (reading.is(t, Word.any(Word.CALENDAR, Word.PERIOD, Word.ADVERB))
                    || verbs.isAdverb(t)
                    || reading.is(t, Word.DETERMINER) && reading.is(t + 1, Word.any(Word.CALENDAR, Word.PERIOD))
                    || reading.isSign(t, ',') && reading.is(t + 1, Word.THAT)) {
                t++;
            } else {
                return claim
                                && steps == 0
                                && !reading.isPunctuation(t)
                                && !verbs.isTo(t)
                                && !reading.is(t, CLAUSE_VERB | Word.any(Word.CONJUNCTION, Word.SUBORDINATE))
                                && hasVerb(t, end)
                        ? t
                        : -1;
            }
        }
        return -1;
    }

    private boolean isNominative(Mention mention) {
        String word = reading.text.token(mention.first);
        return mention.isPronoun()
                && !word.equals("it")
                && !word.equals("him")
                && !word.equals("them")
                && !word.equals("me")
                && !word.equals("us")
                && !word.equals("her");
    }

    /** True if a finite verb follows before another clause begins. */
    private boolean hasVerb(int from, int end) {
        for (int t = from; t < Math.min(end, from + 14); t++) {
            if (reading.is(t, CLAUSE_VERB) && verbs.isVerb(t)) {
                return true;
            }
            if (reading.is(t, Word.any(Word.SUBORDINATE, Word.RELATIVE, Word.THAT))
                    || t > from && reading.isWord(t, "but")) {
                return false;
            }
        }
        return false;
    }

    /** The content goes to the sentence's end, or to ", adding that"; in a relative clause to its comma. */
    private int contentEnd(int start, int end, boolean relative) {
        for (int t = start + 2; t < end && t < start + 200; t++) {
            if (reading.isSign(t - 1, ',') && (relative || reading.is(t, Word.SAYING))) {
                return t - 1;
            }
        }
        return end;
    }

    /** The comma of ", prompting him to …", where the reporter's own words go on; the first token if there is none. */
    private int participle(int first, int quotation) {
        for (int t = quotation - 1; t > first + 2; t--) {
            if (reading.isSign(t - 1, ',')
                    && reading.text.isWord(t)
                    && reading.text.string().startsWith("ing", reading.text.end(t) - 3)) {
                return t - 1;
            }
        }
        return first;
    }

    private void add(int first, int end, Attribution attribution) {
        if (end - first < 3) {
            return;
        }
        int stop = end;
        for (int t = first; t < stop; t++) {
            if (reading.quoted(t) >= 0) {
                stop = participle(first, t);
            }
        }
        if (stop - first >= 3) {
            found.add(new Content(first, stop - 1, attribution));
        }
    }
}
