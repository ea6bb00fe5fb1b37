package newsmill.enrich.quotes;

import newsmill.enrich.text.PersonNames.Gender;

/** Whom a pronoun or a noun means: the best of the persons named before it. */
final class Coreference {
    private static final int FAR = 60;

    private final Reading reading;
    private final Mentions mentions;

    Coreference(Reading reading, Mentions mentions) {
        this.reading = reading;
        this.mentions = mentions;
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
        if (mention.isPronoun()
                && (reading.is(mention.headFirst, Word.HE) || reading.is(mention.headFirst, Word.SHE))) {
            mention.person = pronoun(mention, lastSpeaker);
        }
        return mention.person;
    }

    private Person pronoun(Mention pronoun, Person lastSpeaker) {
        int index = mentions.indexAt(pronoun.first);
        int sentence = reading.sentence(pronoun.first);
        int paragraph = reading.text.paragraphStart(reading.text.paragraphOf(pronoun.first));
        Person best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int i = index - 1; i >= 0 && i >= index - FAR; i--) {
            Mention mention = mentions.get(i);
            Person person = mention.person;
            if (person == null || !fits(person, mention, pronoun.gender)) {
                continue;
            }
            double score = -0.7 * (sentence - reading.sentence(mention.first));
            if (reading.quoted(mention.first) >= 0) {
                score -= 2.5;
            }
            if (mention.isPronoun()) {
                score += 0.6;
            }
            if (isSubject(mention)) {
                score += 1.2;
            } else if (mention.possessive) {
                score -= 0.4;
            } else if (reading.is(mention.first - 1, Word.PREPOSITION)) {
                score -= 0.8;
            }
            if (person == lastSpeaker) {
                score += 1.4;
            }
            if (person.gender == pronoun.gender) {
                score += 0.5;
            }
            if (person.personal) {
                score += 0.6;
            }
            if (mention.first >= paragraph) {
                score += 0.8;
            }
            score += 0.1 * Math.min(person.mentions, 8);
            if (score > bestScore) {
                bestScore = score;
                best = person;
            }
        }
        return bestScore > -6 ? best : null;
    }

    private boolean fits(Person person, Mention mention, Gender gender) {
        return person.gender.agrees(gender)
                && (person.personal || person.gender != Gender.EITHER || person.mentions > 1 || isSubject(mention));
    }

    /** True if the mention begins a clause or stands before a verb. */
    private boolean isSubject(Mention mention) {
        int before = mention.first - 1;
        if (mention.possessive || reading.is(before, Word.PREPOSITION)) {
            return false;
        }
        return before < reading.sentenceStart(mention.first)
                || reading.isPunctuation(before)
                || reading.is(before, Word.any(Word.CONJUNCTION, Word.SUBORDINATE, Word.THAT, Word.ADVERB))
                || reading.is(
                        mention.last + 1,
                        Word.any(Word.SAY, Word.JUDGE, Word.BE, Word.HAVE, Word.MODAL, Word.ADVERB));
    }
}
