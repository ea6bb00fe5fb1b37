package newsmill.enrich.quotes;

import newsmill.enrich.quotes.Mention.Kind;
import newsmill.enrich.text.PersonNames.Gender;
import newsmill.enrich.text.Text;

/** Reads the phrase that begins at a token: article, adjectives, nouns, offices and a name. For use by one thread. */
final class NounPhrases {
    private static final long PRONOUN = Word.any(Word.HE, Word.SHE, Word.THEY, Word.IT, Word.FIRST);
    private static final long NOUN = Names.PERSON_NOUN | Word.BODY.bit;
    private static final long END = Names.FUNCTION & ~Word.ADVERB.bit | Word.CALENDAR.bit | Word.PERIOD.bit;
    private static final long DETERMINER = Word.any(Word.DETERMINER, Word.POSSESSIVE);
    /** Longer phrases are none. */
    private static final int LONGEST = 16;

    private static final int MOST_ADJECTIVES = 5;
    /** "zdravotnictví", "вооружённых сил". */
    private static final int MOST_GENITIVES = 2;

    private final Reading reading;
    private final Text text;
    private final Names names;
    private final boolean german;

    // the phrase at hand
    private int start;
    private int limit;
    private boolean determined;
    /** The last noun, or -1. */
    private int head;
    /** The last noun for a person, or title, or -1. */
    private int role;
    /** The last word behind the head that may be an adjective, or a noun we do not know, or -1. */
    private int loose;

    private int adjectives;
    private Mention name;

    NounPhrases(Reading reading, Usage usage) {
        this.reading = reading;
        text = reading.text;
        names = new Names(reading, usage);
        german = reading.lexicon.language().equals("de");
    }

    /** The mention that begins at a token, or null. */
    Mention read(int t) {
        if (!text.isWord(t) && text.kind(t) != Text.Kind.NUMBER) {
            return null;
        }
        boolean acronym = text.kind(t) == Text.Kind.UPPER && !reading.is(t, Word.FIRST);
        if (reading.is(t, PRONOUN) && !isPossessive(t) && !acronym) {
            return pronoun(t, false);
        }
        int surname = names.surname(t);
        return surname < 0 ? phrase(t) : noble(t, surname);
    }

    /** "von Preen". */
    private Mention noble(int particle, int surname) {
        int last = names.runEnd(surname, reading.sentenceEnd(particle));
        boolean genitive = reading.isGenitive(last + 1);
        return new Mention(Kind.NAME, particle, last, surname, last, -1, Gender.EITHER, false, genitive);
    }

    Mention pronoun(int t, boolean possessive) {
        Gender gender = reading.is(t, Word.HE) || possessive && reading.isWord(t, "his")
                ? Gender.MALE
                : reading.is(t, Word.SHE) ? Gender.FEMALE : Gender.EITHER;
        return new Mention(Kind.PRONOUN, t, t, t, t, -1, gender, reading.is(t, Word.THEY), possessive);
    }

    /** "Her" and "his" before a noun. */
    private boolean isPossessive(int t) {
        if (!reading.is(t, Word.POSSESSIVE)) {
            return false;
        }
        return !reading.is(t, PRONOUN)
                || t + 1 < reading.size && text.isWord(t + 1) && !reading.is(t + 1, Names.FUNCTION | Names.VERB);
    }

    private Mention phrase(int first) {
        start = first;
        limit = Math.min(start + LONGEST, reading.sentenceEnd(start));
        determined = reading.isGenitive(start - 1);
        head = -1;
        role = -1;
        loose = -1;
        adjectives = 0;
        name = null;
        int t = begin();
        while (t < limit && name == null) {
            int next = names.isCapital(t) ? capitals(t) : lower(t);
            if (next == t) {
                break;
            }
            t = next;
        }
        return name != null ? name : noun();
    }

    /** Reads articles, or the office in "former Senator Ann Lee"; returns the token behind. */
    private int begin() {
        int t = start;
        while (t < limit && (reading.is(t, Word.DETERMINER) || isPossessive(t)) && !names.isAbbreviated(t)) {
            determined = true;
            t++;
        }
        boolean office = text.kind(start) == Text.Kind.LOWER
                && reading.is(start, Names.OFFICE)
                && !reading.is(start, NOUN)
                && start + 1 < limit
                && names.isCapital(start + 1);
        if (office) {
            role = start;
            return start + 1;
        }
        return t;
    }

    /** Reads a run of capitalised words; returns the token behind it, or the same token if the phrase ends here. */
    private int capitals(int t) {
        if (loose >= 0 && !german && !reading.is(t, Names.TITLE) && head < 0 && !determined) {
            return t;
        }
        int end = names.runEnd(t, limit);
        if (end + 2 < limit && reading.isHyphen(end + 1) && text.kind(end + 2) == Text.Kind.LOWER) {
            // "Paris-based lawyer Ann Lee"
            determined = true;
            loose = end + 2;
            return end + 3;
        }
        int first = names.start(t, end);
        if (first > end || german && determined && t == end && names.isCommon(t)) {
            head = end;
            role = reading.is(end, Names.TITLE) ? end : role;
            loose = -1;
            return end + 1;
        }
        boolean genitive = reading.isGenitive(end + 1);
        boolean modifies = !genitive
                && end + 1 < limit
                && reading.is(end + 1, NOUN)
                && !reading.is(end + 1, Names.VERB)
                && text.kind(end + 1) == Text.Kind.LOWER;
        if (modifies) {
            // "the Lee campaign"
            head = end + 1;
            role = reading.is(end + 1, Names.PERSON_NOUN) ? end + 1 : -1;
            loose = -1;
            return end + 2;
        }
        boolean titled = first > t && reading.is(first - 1, Names.OFFICE | Word.SUFFIX.bit)
                || first > t + 1 && reading.isSign(first - 1, '.');
        int title = titled ? first - 1 : loose < 0 ? role : -1;
        name = new Mention(Kind.NAME, start, end, first, end, title, names.gender(first, end, title), false, genitive);
        return end + 1;
    }

    /** Reads a word that is not capitalised; returns the token behind it, or the same token if the phrase ends here. */
    private int lower(int t) {
        if (text.kind(t) == Text.Kind.PUNCTUATION) {
            return reading.isHyphen(t) && t > start ? t + 1 : t;
        }
        if (reading.is(t, NOUN) && (!reading.is(t, Names.VERB) || head < 0 && determined)) {
            head = t;
            role = reading.is(t, Names.PERSON_NOUN) ? t : role;
            loose = -1;
            return t + 1;
        }
        if (loose >= 0 && head < 0 && determined && reading.is(t, Word.DETERMINER) && !reading.isRomance()) {
            // "his first five voters"
            return t + 1;
        }
        if (isOfOffice(t)) {
            return t + 2;
        }
        if (isGenitive(t)) {
            return t + 1;
        }
        boolean verb = reading.is(t, Names.VERB) && !(determined && t == start + 1);
        boolean bare = !determined && head < 0 && text.kind(t) != Text.Kind.NUMBER;
        if (verb || bare || reading.is(t, END) || isPast(t) || head >= 0 && !isNounAhead(t)) {
            return t;
        }
        loose = t;
        return ++adjectives > MOST_ADJECTIVES ? t : t + 1;
    }

    /** "This prompted the paper": a verb we do not know, by its ending and what follows. */
    private boolean isPast(int t) {
        return determined
                && head < 0
                && text.kind(t) == Text.Kind.LOWER
                && text.string().startsWith("ed", text.end(t) - 2)
                && t + 1 < limit
                && (reading.is(t + 1, DETERMINER) || names.isCapital(t + 1));
    }

    /** "secretary of state Ann Lee", "chief of staff Ann Lee". */
    private boolean isOfOffice(int t) {
        return head >= 0
                && t + 2 < limit
                && reading.is(head, Names.PERSON_NOUN)
                && reading.isWord(t, "of")
                && text.kind(t + 1) == Text.Kind.LOWER
                && names.isCapital(t + 2)
                && !reading.is(t + 1, Names.FUNCTION);
    }

    /** "министр обороны Анна Лис": Slavic languages put what an office is for before the name, without a preposition. */
    private boolean isGenitive(int t) {
        if (!reading.isSlavic() || head < 0 || role != head) {
            return false;
        }
        int name = t;
        while (name < t + MOST_GENITIVES && name < limit && text.kind(name) == Text.Kind.LOWER && isUnknown(name)) {
            name++;
        }
        return name > t && name + 1 < limit && names.isCapital(name) && names.isCapital(name + 1);
    }

    private boolean isUnknown(int t) {
        return (reading.parts(t) & ~Word.any(Word.BODY, Word.NATION)) == 0;
    }

    private boolean isNounAhead(int t) {
        for (int i = t + 1; i < Math.min(limit, t + 3); i++) {
            if (reading.is(i, NOUN)) {
                return true;
            }
            if (reading.is(i, Names.FUNCTION | Names.VERB) || reading.isPunctuation(i)) {
                return false;
            }
        }
        return false;
    }

    /** What was read as a phrase without a name; null if it has no noun. */
    private Mention noun() {
        if (head < 0 && determined && loose >= 0 && text.isWord(loose)) {
            head = loose;
        }
        if (head < 0) {
            return null;
        }
        int first = determined ? start : withAdjectives(start);
        boolean plural = reading.is(head, Word.ROLE_PLURAL);
        boolean genitive = reading.isGenitive(head + 1);
        return new Mention(Kind.NOMINAL, first, head, head, head, role, names.nounGender(head), plural, genitive);
    }

    /** The first token of "local authorities", which begins at the noun, behind a preposition. */
    private int withAdjectives(int noun) {
        int first = noun;
        while (first > 0
                && noun - first < 2
                && text.kind(first - 1) == Text.Kind.LOWER
                && reading.parts(first - 1) == 0) {
            first--;
        }
        return reading.is(first - 1, Word.PREPOSITION) ? first : noun;
    }
}
