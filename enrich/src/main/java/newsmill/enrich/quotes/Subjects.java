package newsmill.enrich.quotes;

import newsmill.enrich.text.Text;

/** The grammar of a clause as far as speakers need it: which noun phrase is the subject of a verb. */
final class Subjects {
    private static final long FINITE = Word.any(Word.SAY, Word.JUDGE);
    private static final long PARTICIPLE = Word.any(Word.SAYING, Word.JUDGING);
    private static final long AUXILIARY = Word.any(Word.BE, Word.HAVE, Word.MODAL, Word.ADVERB);
    private static final long STARTER = Word.any(Word.SUBORDINATE, Word.CONJUNCTION, Word.THAT);
    /** No clause is longer. */
    private static final int LONG = 160;

    final Appositions appositions;
    final Inversion inversion;
    private final Reading reading;
    private final Mentions mentions;
    private final Verbs verbs;
    private final boolean germanic;

    Subjects(Reading reading, Mentions mentions, Verbs verbs) {
        this.reading = reading;
        this.mentions = mentions;
        this.verbs = verbs;
        appositions = new Appositions(reading, mentions, verbs);
        inversion = new Inversion(reading, mentions, verbs, appositions);
        germanic = reading.isGermanic();
    }

    /** The subject of the verb at a token, which stands behind {@code from}; null if none is found. */
    Mention of(int verb, int from) {
        int floor = Math.max(from, verb - Verbs.FAR);
        int t = leftOf(verb, floor);
        if (germanic) {
            Mention behind = fronted(verb, t, floor);
            if (behind != null) {
                return behind;
            }
        }
        if (t < floor) {
            return null;
        }
        Mention own = own(verb, t);
        if (own != null) {
            return own;
        }
        if (reading.is(verb, PARTICIPLE) || verbs.isTo(verb - 1)) {
            return ofClause(floor, verb);
        }
        if (reading.is(t, Word.any(Word.RELATIVE, Word.THAT))) {
            return antecedent(t, floor);
        }
        if (reading.is(t, Word.CONJUNCTION)) {
            Mention subject = ofClause(floor, t);
            return subject != null ? subject : mentions.at(t - 1);
        }
        if (reading.isPunctuation(t) && ",-–—)".indexOf(reading.text.first(t)) >= 0) {
            return appositions.before(t, floor);
        }
        int index = nearest(t, floor);
        Mention found = index < 0 ? null : outOfPrepositions(index, floor);
        return found != null ? found : ofClause(floor, verb);
    }

    /** The token left of a verb with its auxiliaries, adverbs and quoted words, and of "(SPD)". */
    private int leftOf(int verb, int floor) {
        int t = verb - 1;
        while (t >= floor
                && (reading.is(t, AUXILIARY)
                        || verbs.isAdverb(t)
                        || verbs.isTo(t)
                        || reading.quoted(t) >= 0
                        || reading.is(t, PARTICIPLE) && reading.is(verb, PARTICIPLE))) {
            t--;
        }
        return reading.isSign(t, ')') ? reading.openingBracket(t, floor) - 1 : t;
    }

    /** "prompting him to say", "with Ann Lee saying", ", the firm saying": a subject of the verb's own. */
    private Mention own(int verb, int t) {
        Mention own = mentions.at(t);
        if (own == null || own.possessive) {
            return null;
        }
        boolean told = verbs.isTo(verb - 1) && own.isPronoun() && t == verb - 2;
        boolean absolute = t == verb - 1
                && reading.is(verb, PARTICIPLE)
                && (reading.isSign(own.first - 1, ',') || reading.isWord(own.first - 1, "with"));
        return told || absolute ? own : null;
    }

    /**
     * The subject behind the verb, where something else stands before it, as German and Dutch main clauses have it
     * ("Der Zeitung sagte Ann Lee", "So sagte Ann Lee"); null if it stands before.
     */
    private Mention fronted(int verb, int t, int floor) {
        int right = verb + 1;
        while (right < reading.size && reading.is(right, Word.ADVERB)) {
            right++;
        }
        Mention behind = mentions.at(right);
        if (behind == null
                || behind.first != right
                || behind.possessive
                || reading.quoted(right) >= 0
                || reading.is(right, Word.OBLIQUE)) {
            return null;
        }
        if (t < floor) {
            return behind;
        }
        Mention before = mentions.at(t);
        if (before == null) {
            boolean adverbial = t < verb - 1 && reading.is(verb - 1, Word.ADVERB) || reading.isSign(t, ':');
            boolean bare = behind.isPronoun() || behind.isName() && !reading.is(behind.first, Word.DETERMINER);
            return adverbial || bare && !reading.is(t, Word.RELATIVE) ? behind : null;
        }
        // "Ähnlich äußerte sich Ann Lee": of a capital for its place and a name, the name speaks
        boolean adverb =
                mentions.isBareNoun(before) && (behind.isPronoun() || behind.isName() && !mentions.isBareNoun(behind));
        boolean object =
                adverb || reading.is(before.first, Word.OBLIQUE) || reading.is(before.first - 1, Word.PREPOSITION);
        return object || behind.isName() && !before.isName() && !before.isPronoun() ? behind : null;
    }

    /** The last mention that ends at or before a token with only plain words between, or -1. */
    private int nearest(int t, int floor) {
        for (int i = t; i >= floor; i--) {
            if (mentions.indexAt(i) >= 0) {
                return mentions.indexAt(i);
            }
            boolean sign = reading.isPunctuation(i) && !reading.isGenitive(i) && !reading.isSign(i, '-');
            if (sign || reading.is(i, STARTER)) {
                return -1;
            }
        }
        return -1;
    }

    /** Walks left from "of the party" to the noun it belongs to; null at the clause's beginning. */
    private Mention outOfPrepositions(int index, int floor) {
        int i = index;
        for (int steps = 0; steps < 6 && i >= 0; steps++) {
            Mention mention = mentions.get(i);
            int before = mention.first - 1;
            if (before < floor) {
                return mention.first < floor ? null : mention;
            }
            if (i == index && isClauseStarter(before)) {
                // "as his friends said"
                return mention;
            }
            if (reading.is(before, Word.PREPOSITION) && !isTitled(mention, before)) {
                int left = before - 1;
                while (left >= floor && verbs.isAdverb(left)) {
                    left--;
                }
                i = left < floor ? -1 : nearest(left, floor);
                continue;
            }
            Mention paired = reading.is(before, Word.CONJUNCTION) ? mentions.at(before - 1) : null;
            if (paired != null && reading.is(paired.first - 1, Word.PREPOSITION)) {
                // "Ann Lee of the Globe and Mail"
                i = mentions.indexAt(before - 1);
                continue;
            }
            Mention relative = reading.is(before, Word.BE) && !mention.isPronoun() ? predicated(before, floor) : null;
            return relative != null ? relative : mention;
        }
        return null;
    }

    /** A preposition that also begins clauses. */
    private boolean isClauseStarter(int t) {
        return reading.isWord(t, "as")
                || reading.isWord(t, "after")
                || reading.isWord(t, "before")
                || reading.isWord(t, "since")
                || reading.isWord(t, "until");
    }

    /** "Speaker of the House Rep. Ann Lee", "head of the Refugee Council Ann Lee": the name, though behind "of". */
    private boolean isTitled(Mention mention, int of) {
        if (!mention.isName() || mention.headFirst == mention.first) {
            return false;
        }
        Mention office = mentions.at(of - 1);
        return reading.is(mention.headFirst - 1, Word.BODY)
                || office != null
                        && office.role == office.last
                        && reading.text.isCapitalised(office.last)
                        && mention.headFirst > mention.first + 1
                        && mentions.isPersonal(mention);
    }

    /** "X, who is the head of Y": X, for the verb "is"; null if that is no relative clause. */
    private Mention predicated(int be, int floor) {
        int relative = be - 1;
        while (relative > floor && (verbs.isAdverb(relative) || reading.is(relative, AUXILIARY))) {
            relative--;
        }
        return reading.is(relative, Word.RELATIVE) ? antecedent(relative, floor) : null;
    }

    /** Whom a relative word means: the mention before it. */
    private Mention antecedent(int relative, int floor) {
        int t = relative - 1;
        while (t >= floor && (reading.isPunctuation(t) && !reading.isGenitive(t) || reading.is(t, Word.PREPOSITION))) {
            t = reading.isSign(t, ')') ? reading.openingBracket(t, floor) - 1 : t - 1;
        }
        int index = t >= floor ? nearest(t, floor) : -1;
        if (index < 0) {
            return null;
        }
        Mention near = mentions.get(index);
        Mention found = near.isName() ? near : outOfPrepositions(index, floor);
        return found != null ? found : near;
    }

    /** The subject of the clause that begins at a token: its first mention that depends on nothing. */
    Mention ofClause(int from, int to) {
        Mention fallback = null;
        for (int i = mentions.indexFrom(Math.max(from, to - LONG)); i < mentions.count(); i++) {
            Mention mention = mentions.get(i);
            if (mention.first >= to) {
                break;
            }
            if (reading.quoted(mention.first) >= 0) {
                continue;
            }
            boolean object = reading.is(mention.first - 1, PARTICIPLE | FINITE);
            if (!mention.possessive && !object && !isDependent(mention)) {
                return mention;
            }
            if (fallback == null && mention.isName()) {
                fallback = mention;
            }
        }
        return fallback;
    }

    /** True if the mention, or the owner of what it names, depends on a preposition: "in Ames, Iowa". */
    private boolean isDependent(Mention mention) {
        Mention owned = mention;
        for (int steps = 0; steps < 4; steps++) {
            int before = owned.first - 1;
            boolean place = reading.is(owned.headLast, Word.PLACE) && reading.isSign(before, ',');
            int own = before - 1;
            while (reading.isGenitive(before) && own > 0 && reading.is(own, Word.any(Word.CALENDAR, Word.PERIOD))) {
                // "At Sunday night's debate"
                own--;
            }
            if (own < before - 1 && reading.is(own, Word.PREPOSITION)) {
                return true;
            }
            Mention owner = reading.isGenitive(before) || place ? mentions.at(own) : null;
            if (owner == null) {
                break;
            }
            owned = owner;
        }
        return reading.afterPreposition(owned.first);
    }

    /** The subject of "Ann Lee laid out one fact:", the clause before a colon, behind any "If …,". */
    Mention beforeColon(int from, int colon) {
        for (int t = colon - 1; t > from; t--) {
            Mention mention = reading.isSign(t, ',') ? mentions.at(t + 1) : null;
            boolean opens = mention != null
                    && mention.first == t + 1
                    && !mention.possessive
                    && (mention.isName() || mention.isPronoun())
                    && mention.last + 1 < colon
                    && !reading.isPunctuation(mention.last + 1)
                    && reading.text.kind(mention.last + 1) == Text.Kind.LOWER;
            if (opens) {
                return mention;
            }
        }
        return ofClause(from, colon);
    }
}
