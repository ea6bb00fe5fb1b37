package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.List;
import newsmill.enrich.quotes.Mention.Kind;
import newsmill.enrich.text.PersonNames;
import newsmill.enrich.text.PersonNames.Gender;
import newsmill.enrich.text.Text;

/** Finds the names, nouns for persons and bodies, and pronouns of a body, in order, none overlapping another. */
final class Mentions {
    private static final long FUNCTION = Word.any(
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
    private static final long PRONOUN = Word.any(Word.HE, Word.SHE, Word.THEY, Word.IT, Word.FIRST);
    private static final long PERSON_NOUN = Word.any(Word.ROLE, Word.ROLE_HE, Word.ROLE_SHE, Word.ROLE_PLURAL);
    private static final long NOUN = PERSON_NOUN | Word.BODY.bit;
    private static final long VERB = Word.any(Word.SAY, Word.SAYING, Word.JUDGE, Word.JUDGING, Word.VERB);
    private static final long OFFICE = Word.any(Word.TITLE, Word.TITLE_HE, Word.TITLE_SHE) | PERSON_NOUN;
    private static final long TITLE = OFFICE | Word.NATION.bit;
    private static final int LONGEST = 16;

    private final Reading reading;
    private final Text text;
    private final PersonNames names = PersonNames.standard();
    private final boolean german;
    private final List<Mention> mentions = new ArrayList<>();
    /** For each token the index of the mention that holds it, or -1. */
    private final int[] at;

    private Mentions(Reading reading) {
        this.reading = reading;
        text = reading.text;
        german = reading.lexicon.language().equals("de");
        at = new int[reading.size];
        java.util.Arrays.fill(at, -1);
    }

    static Mentions of(Reading reading) {
        Mentions mentions = new Mentions(reading);
        int t = 0;
        while (t < reading.size) {
            t = mentions.next(t);
        }
        return mentions;
    }

    int count() {
        return mentions.size();
    }

    Mention get(int index) {
        return mentions.get(index);
    }

    /** The index of the mention that holds a token, or -1. */
    int indexAt(int token) {
        return token < 0 || token >= at.length ? -1 : at[token];
    }

    /** The index of the first mention that ends at or behind a token; {@code count()} if none does. */
    int indexFrom(int token) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).last < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The mention that holds a token, or null. */
    Mention at(int token) {
        int index = indexAt(token);
        return index < 0 ? null : mentions.get(index);
    }

    private int next(int t) {
        if (!text.isWord(t) && text.kind(t) != Text.Kind.NUMBER) {
            return t + 1;
        }
        if (reading.is(t, PRONOUN)
                && !isPossessive(t)
                && !(text.kind(t) == Text.Kind.UPPER && !reading.is(t, Word.FIRST))) {
            return pronoun(t);
        }
        return phrase(t);
    }

    private int pronoun(int t) {
        Gender gender = reading.is(t, Word.HE) ? Gender.MALE : reading.is(t, Word.SHE) ? Gender.FEMALE : Gender.EITHER;
        return add(new Mention(Kind.PRONOUN, t, t, t, t, -1, gender, reading.is(t, Word.THEY), false));
    }

    private int add(Mention mention) {
        java.util.Arrays.fill(at, mention.first, mention.last + 1, mentions.size());
        mentions.add(mention);
        return mention.last + 1;
    }

    /** "Her" and "his" before a noun. */
    private boolean isPossessive(int t) {
        if (!reading.is(t, Word.POSSESSIVE)) {
            return false;
        }
        return !reading.is(t, PRONOUN)
                || t + 1 < reading.size && text.isWord(t + 1) && !reading.is(t + 1, FUNCTION | VERB);
    }

    /** Reads the phrase that begins at a token; returns the token behind it. */
    private int phrase(int start) {
        int i = start;
        int limit = Math.min(reading.size, Math.min(start + LONGEST, reading.sentenceEnd(start)));
        boolean determined = reading.isGenitive(start - 1);
        while (i < limit && (reading.is(i, Word.DETERMINER) || isPossessive(i)) && !isNameLike(i)) {
            determined = true;
            i++;
        }
        int head = -1;
        int role = -1;
        int loose = -1;
        int looseCount = 0;
        if (text.kind(start) == Text.Kind.LOWER
                && reading.is(start, OFFICE)
                && !reading.is(start, NOUN)
                && start + 1 < limit
                && isCapital(start + 1)) {
            // "former Senator Ann Lee"
            role = start;
            i = start + 1;
        }
        while (i < limit) {
            if (isCapital(i)) {
                if (loose >= 0 && !german && !reading.is(i, TITLE) && head < 0 && !determined) {
                    break;
                }
                int end = run(i, limit);
                if (end + 2 < limit && isHyphen(end + 1) && text.kind(end + 2) == Text.Kind.LOWER) {
                    // "Paris-based lawyer Ann Lee"
                    determined = true;
                    loose = end + 2;
                    i = end + 3;
                    continue;
                }
                int name = nameStart(i, end);
                boolean common = german
                        && determined
                        && i == end
                        && !names.isGiven(text.hash(i))
                        && text.kind(i) == Text.Kind.CAPITALISED;
                if (name > end || common) {
                    head = end;
                    role = reading.is(end, TITLE) ? end : role;
                    loose = -1;
                    i = end + 1;
                    continue;
                }
                int title = name > i && reading.is(name - 1, OFFICE | Word.SUFFIX.bit)
                                || name > i + 1 && reading.isSign(name - 1, '.')
                        ? name - 1
                        : loose < 0 ? role : -1;
                boolean genitive = reading.isGenitive(end + 1);
                if (!genitive
                        && end + 1 < limit
                        && reading.is(end + 1, NOUN)
                        && !reading.is(end + 1, VERB)
                        && text.kind(end + 1) == Text.Kind.LOWER) {
                    head = end + 1;
                    role = reading.is(end + 1, PERSON_NOUN) ? end + 1 : -1;
                    loose = -1;
                    i = end + 2;
                    continue;
                }
                return add(new Mention(
                        Kind.NAME, start, end, name, end, title, gender(name, end, title), false, genitive));
            }
            if (text.kind(i) == Text.Kind.PUNCTUATION) {
                if (isHyphen(i) && i > start) {
                    i++;
                    continue;
                }
                break;
            }
            if (reading.is(i, NOUN) && (!reading.is(i, VERB) || head < 0 && determined)) {
                head = i;
                role = reading.is(i, PERSON_NOUN) ? i : role;
                loose = -1;
                i++;
                continue;
            }
            if (loose >= 0 && head < 0 && determined && reading.is(i, Word.DETERMINER)) {
                // "his first five voters"
                i++;
                continue;
            }
            if (determined
                    && head < 0
                    && isPast(i)
                    && i + 1 < limit
                    && (reading.is(i + 1, Word.any(Word.DETERMINER, Word.POSSESSIVE)) || isCapital(i + 1))) {
                // "This prompted the paper"
                break;
            }
            if (head >= 0
                    && i + 2 < limit
                    && reading.is(head, PERSON_NOUN)
                    && isOf(i)
                    && text.kind(i + 1) == Text.Kind.LOWER
                    && isCapital(i + 2)
                    && !reading.is(i + 1, FUNCTION)) {
                // "secretary of state Ann Lee", "chief of staff Ann Lee"
                i += 2;
                continue;
            }
            if (reading.is(i, FUNCTION & ~Word.ADVERB.bit | Word.CALENDAR.bit | Word.PERIOD.bit)
                    || reading.is(i, VERB) && !(determined && i == start + 1)) {
                break;
            }
            if (!determined && head < 0 && !(text.kind(i) == Text.Kind.NUMBER)) {
                break;
            }
            if (head >= 0 && !nounAhead(i, limit)) {
                break;
            }
            loose = i;
            if (++looseCount > 5) {
                break;
            }
            i++;
        }
        if (head < 0 && determined && loose >= 0 && text.isWord(loose)) {
            head = loose;
        }
        if (head < 0) {
            return start + 1;
        }
        int last = Math.max(head, start);
        int first = determined ? start : withAdjectives(start);
        boolean genitive = reading.isGenitive(last + 1);
        return add(new Mention(
                Kind.NOMINAL,
                first,
                last,
                head,
                head,
                role,
                nounGender(head),
                reading.is(head, Word.ROLE_PLURAL),
                genitive));
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

    private boolean nounAhead(int i, int limit) {
        for (int t = i + 1; t < Math.min(limit, i + 3); t++) {
            if (reading.is(t, NOUN)) {
                return true;
            }
            if (reading.is(t, FUNCTION | VERB) || reading.isPunctuation(t)) {
                return false;
            }
        }
        return false;
    }

    private boolean isHyphen(int t) {
        return (text.first(t) == '-' || text.first(t) == '‑')
                && !text.spaceBefore(t)
                && t + 1 < reading.size
                && !text.spaceBefore(t + 1);
    }

    /** A capitalised function word inside a sentence is a part of a name. */
    private boolean isNameLike(int t) {
        return text.kind(t) == Text.Kind.INITIAL || text.kind(t) == Text.Kind.DOTTED;
    }

    private boolean isCapital(int t) {
        if (!text.isCapitalised(t)) {
            return false;
        }
        if (text.kind(t) == Text.Kind.INITIAL) {
            return true;
        }
        if (reading.is(t, Word.ACCORDING)) {
            return false;
        }
        if (reading.is(t, Word.CALENDAR)) {
            return text.kind(t) != Text.Kind.UPPER
                    && names.isGiven(text.hash(t))
                    && t + 1 < reading.size
                    && text.isCapitalised(t + 1)
                    && t > 0
                    && !reading.is(t - 1, Word.PREPOSITION);
        }
        if (reading.is(t, FUNCTION)) {
            return names.isGiven(text.hash(t))
                    && t + 1 < reading.size
                    && text.isCapitalised(t + 1)
                    && !reading.is(t + 1, FUNCTION);
        }
        if (reading.is(t, VERB)
                && text.string().startsWith("ed", text.end(t) - 2)
                && !german
                && !names.isGiven(text.hash(t))) {
            return false;
        }
        boolean opens = t == reading.sentenceStart(t) || reading.isPunctuation(t - 1) && !text.spaceBefore(t);
        if (opens && !german) {
            if (reading.is(t, VERB) && !names.isGiven(text.hash(t))) {
                return false;
            }
            if (!nextCapital(t) && !names.isGiven(text.hash(t)) && endsLikeVerb(t)) {
                return false;
            }
        }
        return true;
    }

    private boolean nextCapital(int t) {
        return t + 1 < reading.size && text.isCapitalised(t + 1);
    }

    private boolean endsLikeVerb(int t) {
        String s = text.string();
        int end = text.end(t);
        return end - text.start(t) > 4 && (s.startsWith("ing", end - 3) || s.startsWith("ly", end - 2));
    }

    /** The last token of the run of capitalised words that begins at a token. */
    private int run(int start, int limit) {
        int last = start;
        for (int i = start + 1; i < limit; i++) {
            if (isCapital(i) && text.spaceBefore(i)) {
                last = i;
            } else if (isNickname(i, limit)) {
                i += 3;
                last = i;
            } else if (isHyphen(i) && i + 1 < limit && isCapital(i + 1)) {
                last = ++i;
            } else if (reading.is(i, Word.PARTICLE)
                    && i + 1 < limit
                    && text.spaceBefore(i)
                    && !reading.is(i - 1, OFFICE)
                    && (!german || names.isGiven(text.hash(i - 1)) || reading.is(i - 1, Word.PARTICLE))) {
                continue;
            } else if (isOfTitle(start, last, i) && i + 1 < limit && isCapital(i + 1)) {
                continue;
            } else if (reading.isSign(i, '.')
                    && last == i - 1
                    && reading.is(i - 1, TITLE | Word.SUFFIX.bit)
                    && i + 1 < limit
                    && text.end(last) - text.start(last) <= 5
                    && isCapital(i + 1)) {
                continue;
            } else if (reading.isSign(i, ',') && last == i - 1 && reading.is(i + 1, Word.SUFFIX)) {
                continue;
            } else {
                break;
            }
        }
        return last;
    }

    private boolean isPast(int t) {
        return text.kind(t) == Text.Kind.LOWER && text.string().startsWith("ed", text.end(t) - 2);
    }

    private boolean isOf(int t) {
        return reading.isWord(t, "of");
    }

    /** "Secretary of State", "Director of National Intelligence". */
    private boolean isOfTitle(int start, int last, int i) {
        return last == i - 1
                && reading.is(last, TITLE)
                && text.end(i) - text.start(i) == 2
                && text.token(i).equals("of");
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

    /** The first token of the name proper in a run: behind titles, nations and words of offices. */
    private int nameStart(int first, int last) {
        int name = first;
        int offices = last;
        while (offices >= first && !reading.is(offices, OFFICE)) {
            offices--;
        }
        if (last + 1 < reading.size && text.kind(last + 1) == Text.Kind.LOWER && reading.is(last + 1, PERSON_NOUN)) {
            // "Former US secretary"
            offices = last + 1;
        }
        for (int i = first; i <= last; i++) {
            // "North Carolina" is a name, "North Carolina Governor" a nation before an office
            boolean title = reading.is(i, OFFICE) || i < offices && reading.is(i, TITLE) || reading.isSign(i, '.');
            if (title && !(i < last && names.isGiven(text.hash(i)) && !reading.is(i, PERSON_NOUN) && i > first)) {
                name = i + 1;
            } else if (isOf(i) && name == i) {
                name = i + 1;
            }
        }
        if (isOnlyNations(first, last) || isOfPlace(name, last)) {
            // "a Ukrainian-American", "Republican of New York": nouns
            return last + 1;
        }
        if (name > last) {
            // "the King", "Republican": a noun; but a title that closes a longer run may be a name ("Stephen King")
            int previous = last - 1;
            if (previous >= first && !reading.is(previous, TITLE) && !reading.isSign(previous, '.')) {
                int back = previous;
                while (back > first && !reading.is(back - 1, TITLE) && !reading.isSign(back - 1, '.')) {
                    back--;
                }
                return names.isGiven(text.hash(back)) ? back : name;
            }
            return name;
        }
        // an organisation or place before the person's name: "Fox News Megyn Kelly"
        if (last - name >= 2 && !names.isGiven(text.hash(name)) && text.kind(name) != Text.Kind.INITIAL) {
            for (int i = name + 1; i < last; i++) {
                if (reading.is(i - 1, Word.BODY) && last > i && text.isCapitalised(i)) {
                    return i;
                }
                if (names.isGiven(text.hash(i))
                        && text.kind(i + 1) != Text.Kind.INITIAL
                        && !reading.is(last, Word.BODY)) {
                    return reading.is(i - 1, Word.PARTICLE) || isHyphen(i - 1) ? name : i;
                }
            }
        }
        return name;
    }

    private boolean isOnlyNations(int first, int last) {
        for (int t = first; t <= last; t++) {
            if (!reading.is(t, Word.NATION) && !isHyphen(t)) {
                return false;
            }
        }
        return text.kind(last) != Text.Kind.UPPER && text.kind(last) != Text.Kind.DOTTED;
    }

    private boolean isOfPlace(int name, int last) {
        return isOf(name - 1) && reading.is(last, Word.PLACE) && !names.isGiven(text.hash(name));
    }

    private Gender gender(int first, int last, int title) {
        if (title >= 0) {
            for (int t = title; t >= Math.max(0, title - 2) && (reading.is(t, TITLE) || reading.isSign(t, '.')); t--) {
                if (reading.is(t, Word.any(Word.TITLE_SHE, Word.ROLE_SHE))) {
                    return Gender.FEMALE;
                }
                if (reading.is(t, Word.any(Word.TITLE_HE, Word.ROLE_HE))) {
                    return Gender.MALE;
                }
            }
        }
        if (last == first) {
            return Gender.EITHER;
        }
        for (int t = first; t < last; t++) {
            Gender gender = names.gender(text.hash(t));
            if (gender != null && text.kind(t) != Text.Kind.INITIAL) {
                return gender;
            }
        }
        return Gender.EITHER;
    }

    private Gender nounGender(int head) {
        return reading.is(head, Word.any(Word.ROLE_SHE, Word.TITLE_SHE))
                ? Gender.FEMALE
                : reading.is(head, Word.any(Word.ROLE_HE, Word.TITLE_HE)) ? Gender.MALE : Gender.EITHER;
    }

    /** A pronoun for "his" or "her" before a noun; not one of the mentions found. */
    Mention owner(int possessive) {
        Gender gender = reading.is(possessive, Word.HE)
                        || text.first(possessive) == 'h'
                                && text.token(possessive).equals("his")
                ? Gender.MALE
                : reading.is(possessive, Word.SHE) ? Gender.FEMALE : Gender.EITHER;
        return new Mention(Kind.PRONOUN, possessive, possessive, possessive, possessive, -1, gender, false, true);
    }

    /** True if the name is one of a person: a given name, a title or a noun for a person says so. */
    boolean isPersonal(Mention mention) {
        if (mention.kind != Kind.NAME || reading.is(mention.headLast, Word.BODY)) {
            return false;
        }
        if (reading.is(mention.headLast, Word.PLACE) && !names.isGiven(text.hash(mention.headFirst))) {
            return false;
        }
        return mention.role >= 0 || mention.headLast > mention.headFirst && names.isGiven(text.hash(mention.headFirst));
    }
}
