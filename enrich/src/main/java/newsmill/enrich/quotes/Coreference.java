package newsmill.enrich.quotes;

import newsmill.enrich.text.PersonNames.Gender;

/**
 * Whom a pronoun or a noun means. A pronoun means the best of the persons named shortly before: who agrees with it, who
 * was the subject of a late sentence, who spoke last. A noun means the person the article calls by it.
 */
final class Coreference {
    private static final int FAR = 60;
    private static final long VERB = Word.any(Word.SAY, Word.JUDGE, Word.BE, Word.HAVE, Word.MODAL, Word.VERB);
    private static final long CLAUSE = Word.any(Word.CONJUNCTION, Word.SUBORDINATE, Word.THAT, Word.ADVERB);

    private final Reading reading;
    private final Mentions mentions;
    private final Complements complements;
    /** For each sentence its first mention that depends on nothing, or -1. */
    private final int[] subjects;

    Coreference(Reading reading, Mentions mentions) {
        this.reading = reading;
        this.mentions = mentions;
        complements = new Complements(reading, mentions);
        subjects = new int[reading.text.sentences()];
        java.util.Arrays.fill(subjects, -1);
        for (int i = 0; i < mentions.count(); i++) {
            Mention mention = mentions.get(i);
            int sentence = reading.sentence(mention.first);
            if (subjects[sentence] < 0
                    && !mention.possessive
                    && reading.quoted(mention.first) < 0
                    && !reading.afterPreposition(mention.first)) {
                subjects[sentence] = i;
            }
        }
    }

    /**
     * The person a mention stands for; null if that cannot be told.
     *
     * @param lastSpeaker who spoke last before it, or null
     */
    Person resolve(Mention mention, Person lastSpeaker) {
        if (mention == null || mention.person != null) {
            return mention == null ? null : mention.person;
        }
        if (mention.isPronoun()) {
            if (mention.gender != Gender.EITHER) {
                mention.person = person(mention, lastSpeaker);
            } else if (reading.is(mention.headFirst, Word.any(Word.THEY, Word.IT))) {
                mention.person = body(mention);
            }
        } else if (mention.kind == Mention.Kind.NOMINAL && reading.is(mention.first, Word.DETERMINER)) {
            mention.person = holder(mention);
        }
        return mention.person;
    }

    private Person person(Mention pronoun, Person lastSpeaker) {
        int index = before(pronoun.first);
        int sentence = reading.sentence(pronoun.first);
        int paragraph = reading.text.paragraphStart(reading.text.paragraphOf(pronoun.first));
        Person best = null;
        double bestScore = -6;
        for (int i = index; i >= 0 && i >= index - FAR; i--) {
            Mention mention = mentions.get(i);
            Person person = mention.person;
            if (person == null || !fits(person, mention, pronoun.gender)) {
                continue;
            }
            double score = -0.7 * (sentence - reading.sentence(mention.first)) + salience(i, mention);
            score += person == lastSpeaker ? 0.9 : 0;
            score += person.gender == pronoun.gender ? 0.5 : 0;
            score += person.personal ? 0.5 : 0;
            score += mention.first >= paragraph ? 0.6 : 0;
            score += 0.08 * Math.min(person.mentions, 8);
            if (score > bestScore) {
                bestScore = score;
                best = person;
            }
        }
        if (best != null && best.gender == Gender.EITHER) {
            best.gender = pronoun.gender;
        }
        return best;
    }

    /** What the mention's place in its sentence is worth. */
    private double salience(int index, Mention mention) {
        double score = mention.isPronoun() ? 0.4 : 0;
        if (reading.quoted(mention.first) >= 0) {
            return score - 2.5;
        }
        if (mention.possessive) {
            return score - 0.4;
        }
        if (reading.afterPreposition(mention.first)) {
            return score - 0.8;
        }
        if (subjects[reading.sentence(mention.first)] == index) {
            return score + (reading.is(mention.last + 1, Word.SAY) ? 2.4 : 2.0);
        }
        return score + (isSubject(mention) ? 1.0 : 0);
    }

    /** The index of the last mention before a token. */
    private int before(int token) {
        int t = token - 1;
        while (t >= 0 && mentions.indexAt(t) < 0) {
            t--;
        }
        return mentions.indexAt(t);
    }

    private boolean fits(Person person, Mention mention, Gender gender) {
        Word other = gender == Gender.MALE ? Word.DETERMINER_SHE : Word.DETERMINER_HE;
        if (!person.gender.agrees(gender) || reading.is(mention.first, other)) {
            return false;
        }
        return person.personal
                || person.gender != Gender.EITHER
                || !mentions.isBareNoun(mention)
                        && !reading.is(mention.headLast, Word.any(Word.PLACE, Word.BODY, Word.NATION))
                        && (person.mentions > 1 || isSubject(mention) && !isCapitalisedByPlace(mention));
    }

    /** "Sea temperatures rose", "Angst hat hier niemand": a word that only its place gives a capital, and no verb follows. */
    private boolean isCapitalisedByPlace(Mention mention) {
        return mention.headFirst == mention.headLast
                && mention.first == reading.sentenceStart(mention.first)
                && !reading.is(mention.last + 1, VERB)
                && !reading.isPunctuation(mention.last + 1);
    }

    /** True if the mention begins a clause or stands before a verb. */
    private boolean isSubject(Mention mention) {
        int before = mention.first - 1;
        if (mention.possessive || reading.is(before, Word.PREPOSITION)) {
            return false;
        }
        return before < reading.sentenceStart(mention.first)
                || reading.isPunctuation(before)
                || reading.is(before, CLAUSE)
                || reading.is(mention.last + 1, VERB | Word.ADVERB.bit);
    }

    /** What "it" or "they" mean: the last subject that is no single person. */
    private Person body(Mention pronoun) {
        boolean plural = pronoun.plural;
        int index = before(pronoun.first);
        for (int i = index; i >= 0 && i >= index - FAR / 2; i--) {
            Mention mention = mentions.get(i);
            if (plural && !mention.plural && subjects[reading.sentence(mention.first)] != i) {
                // "The authors say the results …": they are the authors
                continue;
            }
            if (mention.isPronoun()
                    || mention.possessive
                    || reading.quoted(mention.first) >= 0
                    || reading.afterPreposition(mention.first)) {
                continue;
            }
            boolean fits = plural
                    ? mention.plural || mention.kind == Mention.Kind.NOMINAL && endsInS(mention)
                    : reading.is(mention.headLast, Word.BODY)
                            || mention.isName() && !mention.person.personal && mention.person.gender == Gender.EITHER;
            if (fits) {
                if (mention.person == null) {
                    mention.person = new Person(mention);
                }
                return mention.person;
            }
        }
        return null;
    }

    private boolean endsInS(Mention mention) {
        int last = mention.headLast;
        return reading.text.string().charAt(reading.text.end(last) - 1) == 's';
    }

    /** The last person that the article has called by this noun before. */
    private Person holder(Mention noun) {
        if (noun.plural || noun.role < 0) {
            return null;
        }
        long hash = reading.text.hash(noun.headLast);
        int index = before(noun.first);
        for (int i = index; i >= 0 && i >= index - 4 * FAR; i--) {
            Mention mention = mentions.get(i);
            if (reading.isRomance() && mention.kind == Mention.Kind.NOMINAL) {
                Mention named = sameOffice(mention, noun) ? complements.whole(mention, end(mention)) : mention;
                if (named.isName() && named.person.gender.agrees(noun.gender)) {
                    return named.person;
                }
            }
            if (!mention.isName() || !mention.person.gender.agrees(noun.gender)) {
                continue;
            }
            boolean person = !reading.isRomance() || mentions.isPersonal(mention);
            boolean same = !reading.isRomance() || rank(mention.role) == rank(noun.headLast);
            if (mention.role >= 0 && reading.text.hash(mention.role) == hash && same
                    || person && isAppositive(i, hash)) {
                return mention.person;
            }
        }
        return null;
    }

    /** True if two nouns mean the same office: "le ministre de la Santé" is neither that of finance nor the first. */
    private boolean sameOffice(Mention a, Mention b) {
        if (reading.text.hash(a.headLast) != reading.text.hash(b.headLast) || rank(a.headLast) != rank(b.headLast)) {
            return false;
        }
        int endA = complements.end(a, end(a));
        int endB = complements.end(b, end(b));
        return endA == a.last || endB == b.last || reading.text.hash(endA) == reading.text.hash(endB);
    }

    private int end(Mention mention) {
        return reading.sentenceEnd(mention.last);
    }

    /** What the title before an office tells it apart by: "Premier ministre"; 0 if there is none. */
    private long rank(int office) {
        return reading.is(office - 1, Word.TITLE) ? reading.text.hash(office - 1) : 0;
    }

    /** "Ann Lee, the minister": the noun behind the name's comma. */
    private boolean isAppositive(int name, long hash) {
        Mention next = name + 1 < mentions.count() ? mentions.get(name + 1) : null;
        return next != null
                && next.kind == Mention.Kind.NOMINAL
                && reading.text.hash(next.headLast) == hash
                && next.first == mentions.get(name).last + 2
                && reading.isSign(next.first - 1, ',');
    }
}
