package newsmill.enrich.quotes;

import java.util.regex.Pattern;
import newsmill.enrich.text.PersonNames;
import newsmill.enrich.text.PersonNames.Gender;
import newsmill.enrich.text.Text;

/** Reads runs of capitalised words: where they end, where behind offices and nations the name begins, and its sex. */
final class Names {
    static final long FUNCTION = Word.any(
            Word.BE,
            Word.HAVE,
            Word.MODAL,
            Word.HE,
            Word.SHE,
            Word.THEY,
            Word.IT,
            Word.FIRST,
            Word.POSSESSIVE,
            Word.RELATIVE,
            Word.THAT,
            Word.DETERMINER,
            Word.PREPOSITION,
            Word.CONJUNCTION,
            Word.SUBORDINATE,
            Word.ADVERB);
    static final long PERSON_NOUN = Word.any(Word.ROLE, Word.ROLE_HE, Word.ROLE_SHE, Word.ROLE_PLURAL);
    static final long VERB = Word.any(Word.SAY, Word.SAYING, Word.JUDGE, Word.JUDGING, Word.VERB);
    static final long OFFICE = Word.any(Word.TITLE, Word.TITLE_HE, Word.TITLE_SHE) | PERSON_NOUN;
    static final long TITLE = OFFICE | Word.NATION.bit;
    /** "Sen.", "Prof.": abbreviated titles are short. */
    private static final int LONGEST_ABBREVIATION = 5;

    private static final Pattern SYLLABLE = Pattern.compile(
            "(?!run|led|area)[^aeiouy\\W\\d]{0,2}[aeiouyü]{1,3}(n|ng|k|m|l|p|t|r|h)?", Pattern.CASE_INSENSITIVE);

    private final Reading reading;
    private final Usage usage;
    private final Text text;
    private final PersonNames given = PersonNames.standard();
    private final boolean german;

    Names(Reading reading, Usage usage) {
        this.usage = usage;
        this.reading = reading;
        text = reading.text;
        german = reading.lexicon.language().equals("de");
    }

    private boolean isGiven(int t) {
        return given.isGiven(reading.nameHash(t));
    }

    /** {@code F.} or {@code U.S.}, which no article is. */
    boolean isAbbreviated(int t) {
        return text.kind(t) == Text.Kind.INITIAL || text.kind(t) == Text.Kind.DOTTED;
    }

    /** True for a German noun that need not be a name. */
    boolean isCommon(int t) {
        return !isGiven(t) && text.kind(t) == Text.Kind.CAPITALISED;
    }

    /** True if the word is capitalised for what it is, not for where it stands. */
    boolean isCapital(int t) {
        if (!text.isCapitalised(t)) {
            return false;
        }
        if (text.kind(t) == Text.Kind.INITIAL) {
            return true;
        }
        if (reading.is(t, Word.ACCORDING)) {
            return false;
        }
        boolean nextCapital = t + 1 < reading.size && text.isCapitalised(t + 1);
        if (reading.is(t, Word.CALENDAR)) {
            // "April Lee", but not "in April"
            return text.kind(t) != Text.Kind.UPPER
                    && isGiven(t)
                    && nextCapital
                    && t > 0
                    && !reading.is(t - 1, Word.PREPOSITION);
        }
        if (reading.is(t, FUNCTION)) {
            // "Will Lee", but not "Bei Siemens" or "Als Lee": in German nouns are capitals too
            return !german && isGiven(t) && nextCapital && !reading.is(t + 1, FUNCTION);
        }
        if (isGiven(t)) {
            return true;
        }
        if (t == reading.sentenceStart(t) && !nextCapital && usage.opensOnly(t)) {
            return false;
        }
        if (german) {
            return true;
        }
        boolean opens = t == reading.sentenceStart(t) || reading.isPunctuation(t - 1) && !text.spaceBefore(t);
        if (reading.is(t, VERB)) {
            return !opens && !text.string().startsWith("ed", text.end(t) - 2);
        }
        return !opens || nextCapital || !endsLikeVerb(t);
    }

    private boolean endsLikeVerb(int t) {
        String string = text.string();
        int end = text.end(t);
        return end - text.start(t) > 4 && (string.startsWith("ing", end - 3) || string.startsWith("ly", end - 2));
    }

    /** The last token of the run of capitalised words that begins at a token. */
    int runEnd(int start, int limit) {
        int last = start;
        for (int t = start + 1; t < limit; t++) {
            boolean capitalNext = t + 1 < limit && isCapital(t + 1);
            if (isCapital(t) && text.spaceBefore(t)) {
                last = t;
            } else if (isNickname(t, limit)) {
                t += 3;
                last = t;
            } else if (isLink(t, limit)) {
                t += 3;
                last = t;
            } else if (reading.isHyphen(t) && (capitalNext || isSecondSyllable(t, start, limit))) {
                last = ++t;
            } else if (!isParticle(t, limit)
                    && !(last == t - 1 && capitalNext && (isOfOffice(t) || isAbbreviation(t)))
                    && !(last == t - 1 && reading.isSign(t, ',') && reading.is(t + 1, Word.SUFFIX))) {
                break;
            }
        }
        return last;
    }

    /** "-de-" in "Île-de-France", "-upon-" in "Stratford-upon-Avon". */
    private boolean isLink(int hyphen, int limit) {
        return hyphen + 3 < limit
                && reading.isHyphen(hyphen)
                && reading.isHyphen(hyphen + 2)
                && reading.is(hyphen + 1, Word.PREPOSITION)
                && text.isCapitalised(hyphen + 3);
    }

    /** "Chou Mei-hua", "Moon Jae-in", but not "New York-run": a syllable as Chinese and Korean are romanised. */
    private boolean isSecondSyllable(int hyphen, int start, int limit) {
        return hyphen > start + 1
                && hyphen + 1 < limit
                && text.kind(hyphen + 1) == Text.Kind.LOWER
                && reading.parts(hyphen + 1) == 0
                && SYLLABLE.matcher(text.token(hyphen - 1)).matches()
                && SYLLABLE.matcher(text.token(hyphen + 1)).matches();
    }

    /** "de", "van": goes on unless an office stands before it; in German, where it is an article, behind given names. */
    private boolean isParticle(int t, int limit) {
        return reading.is(t, Word.PARTICLE)
                && t + 1 < limit
                && text.spaceBefore(t)
                && !reading.is(t - 1, OFFICE)
                && (!german || isGiven(t - 1) || reading.is(t - 1, Word.PARTICLE));
    }

    /**
     * The surname behind the particles that begin at a token, if the body has it behind a given name too ("von Preen" for
     * "Alexander von Preen"); else -1. Only in German, where other languages' particles are prepositions and articles.
     */
    int surname(int particle) {
        int t = particle;
        while (german && reading.isLowerParticle(t)) {
            t++;
        }
        boolean name = t > particle && t < reading.size && text.isCapitalised(t);
        return name && usage.hasParticle(t) ? t : -1;
    }

    /** "Secretary of State", "Director of National Intelligence". */
    private boolean isOfOffice(int of) {
        return reading.isWord(of, "of") && reading.is(of - 1, TITLE);
    }

    /** The stop of "Sen." and "Jr.". */
    private boolean isAbbreviation(int stop) {
        return reading.isSign(stop, '.')
                && reading.is(stop - 1, TITLE | Word.SUFFIX.bit)
                && text.end(stop - 1) - text.start(stop - 1) <= LONGEST_ABBREVIATION;
    }

    /** {@code “Bud”} in {@code William “Bud” Carter}. */
    private boolean isNickname(int open, int limit) {
        return open + 3 < limit
                && reading.isPunctuation(open)
                && reading.quoted(open) >= 0
                && reading.quoted(open) == reading.quoted(open + 2)
                && reading.quoted(open) != reading.quoted(open + 3)
                && text.isCapitalised(open + 1)
                && isCapital(open + 3);
    }

    /** The first token of the name in a run, behind titles, nations and offices; behind the run if it is a noun. */
    int start(int first, int last) {
        int name = behindOffices(first, last);
        if (isOnlyNations(first, last) || isOfPlace(name, last)) {
            return last + 1;
        }
        if (name > last) {
            return closedByTitle(first, last);
        }
        boolean room = last - name >= 2;
        if (reading.isSlavic() && room && name == first && reading.is(first - 1, OFFICE)) {
            return behindGenitive(first, last);
        }
        // "la Santé Marc Aubrac": behind an article an accent tells a noun from a name spelt without it
        boolean noun = reading.is(name - 1, Word.DETERMINER) && !given.isGiven(text.hash(name));
        return room && (noun || !isGiven(name)) && text.kind(name) != Text.Kind.INITIAL ? behindBody(name, last) : name;
    }

    /** "prezydent Warszawy Jan Lis", "глава МИД РФ Анна Лис": the last two words, but for a patronymic or particle. */
    private int behindGenitive(int first, int last) {
        String middle = text.token(last - 1);
        boolean patronymic = middle.endsWith("вич") || middle.endsWith("вна");
        boolean whole = patronymic
                || reading.is(last - 1, Word.PARTICLE)
                || reading.isPunctuation(last - 1)
                || text.kind(last - 1) == Text.Kind.INITIAL;
        return whole ? first : last - 1;
    }

    private int behindOffices(int first, int last) {
        int office = last;
        while (office >= first && !reading.is(office, OFFICE)) {
            office--;
        }
        if (last + 1 < reading.size && text.kind(last + 1) == Text.Kind.LOWER && reading.is(last + 1, PERSON_NOUN)) {
            // "Former US secretary"
            office = last + 1;
        }
        int name = first;
        for (int t = first; t <= last; t++) {
            // "North Carolina" is a name, "North Carolina Governor" a nation before an office
            boolean title = reading.is(t, OFFICE) || t < office && reading.is(t, TITLE) || reading.isSign(t, '.');
            boolean givenName = t > first && t < last && isGiven(t) && !reading.is(t, PERSON_NOUN);
            if (title && !givenName || name == t && reading.isWord(t, "of")) {
                name = t + 1;
            }
        }
        return name;
    }

    /** "the King" is a noun; but a title that closes a longer run may be a name: "Stephen King". */
    private int closedByTitle(int first, int last) {
        int t = last - 1;
        if (t < first || reading.is(t, TITLE) || reading.isSign(t, '.')) {
            return last + 1;
        }
        while (t > first && !reading.is(t - 1, TITLE) && !reading.isSign(t - 1, '.')) {
            t--;
        }
        return isGiven(t) ? t : last + 1;
    }

    /** An organisation or place before the person's name: "Fox News Megyn Lee", "Refugee Council Ann Lee". */
    private int behindBody(int name, int last) {
        for (int t = name + 1; t < last; t++) {
            if (!reading.isRomance() && reading.is(t - 1, Word.BODY) && text.isCapitalised(t)) {
                return t;
            }
            boolean syllable = reading.isHyphen(t + 1) && text.kind(t + 2) == Text.Kind.LOWER;
            if (isGiven(t) && !syllable && text.kind(t + 1) != Text.Kind.INITIAL && !reading.is(last, Word.BODY)) {
                return reading.is(t - 1, Word.PARTICLE) || reading.isHyphen(t - 1) ? name : t;
            }
        }
        return name;
    }

    /** "a Ukrainian-American". */
    private boolean isOnlyNations(int first, int last) {
        for (int t = first; t <= last; t++) {
            if (!reading.is(t, Word.NATION) && !reading.isHyphen(t)) {
                return false;
            }
        }
        return text.kind(last) != Text.Kind.UPPER && text.kind(last) != Text.Kind.DOTTED;
    }

    /** "Republican of New York". */
    private boolean isOfPlace(int name, int last) {
        return name <= last && reading.isWord(name - 1, "of") && reading.is(last, Word.PLACE) && !isGiven(name);
    }

    /** The sex that a title tells of, else the given name. */
    Gender gender(int first, int last, int title) {
        for (int t = title; t >= Math.max(0, title - 2) && (reading.is(t, TITLE) || reading.isSign(t, '.')); t--) {
            Gender told = nounGender(t);
            if (told != Gender.EITHER) {
                return told;
            }
        }
        for (int t = first; t < last; t++) {
            Gender told = given.gender(reading.nameHash(t));
            if (told != null && text.kind(t) != Text.Kind.INITIAL) {
                return told;
            }
        }
        return Gender.EITHER;
    }

    /** The sex that a noun tells of: "spokeswoman". */
    Gender nounGender(int noun) {
        return reading.is(noun, Word.any(Word.ROLE_SHE, Word.TITLE_SHE))
                ? Gender.FEMALE
                : reading.is(noun, Word.any(Word.ROLE_HE, Word.TITLE_HE)) ? Gender.MALE : Gender.EITHER;
    }
}
