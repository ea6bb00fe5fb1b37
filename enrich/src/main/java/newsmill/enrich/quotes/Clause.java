package newsmill.enrich.quotes;

/** The grammar of a clause as far as speakers need it: which noun phrase is the subject of a verb. */
final class Clause {
    private static final long VERB = Word.any(Word.SAY, Word.JUDGE);
    private static final long PARTICIPLE = Word.any(Word.SAYING, Word.JUDGING);
    private static final long AUXILIARY = Word.any(Word.BE, Word.HAVE, Word.MODAL, Word.ADVERB);
    private static final long DEPENDENT = Word.any(Word.RELATIVE, Word.PREPOSITION, Word.SAYING, Word.JUDGING);
    private static final long STARTER = Word.any(Word.SUBORDINATE, Word.CONJUNCTION, Word.THAT);
    /** How many tokens a verb's subject may be away; a bound keeps hostile texts linear. */
    private static final int FAR = 60;

    /** No clause is longer. */
    private static final int LONG = 160;

    private final Reading reading;
    private final Mentions mentions;
    private final boolean germanic;

    Clause(Reading reading, Mentions mentions) {
        this.reading = reading;
        this.mentions = mentions;
        germanic = reading.lexicon.language().equals("de")
                || reading.lexicon.language().equals("nl");
    }

    boolean isAdverb(int t) {
        return reading.is(t, Word.ADVERB)
                || t >= 0
                        && t < reading.size
                        && reading.text.isWord(t)
                        && reading.text.end(t) - reading.text.start(t) > 4
                        && reading.text.string().startsWith("ly", reading.text.end(t) - 2)
                        && mentions.indexAt(t) < 0;
    }

    /** The subject of the verb at a token: left of it, else null. Never left of {@code from}. */
    Mention subject(int verb, int from) {
        int floor = Math.max(from, verb - FAR);
        int t = verb - 1;
        while (t >= floor
                && (reading.is(t, AUXILIARY)
                        || isAdverb(t)
                        || isTo(t)
                        || reading.quoted(t) >= 0
                        || reading.is(t, PARTICIPLE) && reading.is(verb, PARTICIPLE))) {
            t--;
        }
        t = beforeBrackets(t, floor);
        if (germanic) {
            Mention right = fronted(verb, t, floor);
            if (right != null) {
                return right;
            }
        }
        if (t < floor) {
            return null;
        }
        Mention own = mentions.at(t);
        if (own != null && isTo(verb - 1) && own.isPronoun() && t == verb - 2) {
            // "prompting him to say"
            return own;
        }
        if (own != null && t == verb - 1 && reading.is(verb, PARTICIPLE) && !own.possessive
                && (reading.isSign(own.first - 1, ',') || isWith(own.first - 1))) {
            // "with Ann Lee saying", ", the firm saying"
            return own;
        }
        if (reading.is(verb, PARTICIPLE) || isTo(verb - 1)) {
            return clauseSubject(floor, verb);
        }
        if (reading.is(t, Word.RELATIVE)) {
            Mention between = nominative(t, floor);
            return between;
        }
        if (reading.is(t, Word.THAT)) {
            return nominative(t, floor);
        }
        if (reading.is(t, Word.CONJUNCTION)) {
            Mention paired = mentions.at(t - 1);
            return clauseSubject(floor, t) != null ? clauseSubject(floor, t) : paired;
        }
        if (reading.isSign(t, ',')
                || reading.isSign(t, '-')
                || reading.isSign(t, '–')
                || reading.isSign(t, '—')
                || reading.isSign(t, ')')) {
            return behindApposition(t, floor);
        }
        int index = mentions.indexAt(t);
        if (index < 0) {
            index = nearest(t, floor);
        }
        if (index < 0) {
            return clauseSubject(floor, verb);
        }
        Mention found = outOfPrepositions(index, floor);
        return found != null ? found : clauseSubject(floor, verb);
    }

    private boolean isWith(int t) {
        return t >= 0 && reading.text.token(t).equalsIgnoreCase("with");
    }

    /** True if the mention, or the owner of what it names, depends on a preposition. */
    boolean isDependent(Mention mention) {
        Mention owned = mention;
        for (int steps = 0; steps < 4 && reading.isGenitive(owned.first - 1); steps++) {
            Mention owner = mentions.at(owned.first - 2);
            if (owner == null) {
                break;
            }
            owned = owner;
        }
        return reading.afterPreposition(owned.first);
    }

    /** The token before "(SPD)". */
    private int beforeBrackets(int t, int floor) {
        if (reading.isSign(t, ')')) {
            for (int i = t - 1; i >= Math.max(floor, t - 10); i--) {
                if (reading.isSign(i, '(')) {
                    return i - 1;
                }
            }
        }
        return t;
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
        if (behind == null || behind.first != right || behind.possessive || reading.quoted(right) >= 0 || isOblique(right)) {
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
        boolean oblique = isOblique(before.first) || reading.is(before.first - 1, Word.PREPOSITION);
        return oblique || behind.isName() && !before.isName() && !before.isPronoun() ? behind : null;
    }

    /** "den Minister", "dem Minister": no subject. */
    private boolean isOblique(int t) {
        return reading.is(t, Word.OBLIQUE);
    }

    boolean isTo(int t) {
        return t >= 0
                && reading.text.end(t) - reading.text.start(t) == 2
                && reading.text.token(t).equals("to");
    }

    /** The last mention that ends at or before a token with only plain words between, or -1. */
    private int nearest(int t, int floor) {
        for (int i = t; i >= floor; i--) {
            if (mentions.indexAt(i) >= 0) {
                return mentions.indexAt(i);
            }
            if (reading.is(i, STARTER)
                    || reading.isPunctuation(i) && !reading.isGenitive(i) && !reading.isSign(i, '-')) {
                return -1;
            }
        }
        return -1;
    }

    /** Walks left from "of the party" to the noun it belongs to; null at the clause's beginning. */
    private Mention outOfPrepositions(int index, int floor) {
        int i = index;
        for (int steps = 0; steps < 6; steps++) {
            Mention mention = mentions.get(i);
            if (mention.first < floor) {
                return null;
            }
            int before = mention.first - 1;
            if (before < floor) {
                return mention;
            }
            boolean ofBody = mention.isName() && mention.headFirst > mention.first && reading.is(mention.headFirst - 1, Word.BODY);
            if (reading.is(before, Word.PREPOSITION) && !ofBody) {
                int left = before - 1;
                while (left >= floor && isAdverb(left)) {
                    left--;
                }
                if (left < floor) {
                    return null;
                }
                int next = mentions.indexAt(left);
                if (next < 0) {
                    next = nearest(left, floor);
                }
                if (next < 0) {
                    return null;
                }
                i = next;
                continue;
            }
            Mention paired = reading.is(before, Word.CONJUNCTION) ? mentions.at(before - 1) : null;
            if (paired != null && reading.is(paired.first - 1, Word.PREPOSITION)) {
                // "Ann Lee of the Globe and Mail"
                i = mentions.indexAt(before - 1);
                continue;
            }
            if (reading.is(before, Word.BE) && !mention.isPronoun()) {
                // "who is the head of Y"
                int relative = before - 1;
                while (relative > floor && (isAdverb(relative) || reading.is(relative, AUXILIARY))) {
                    relative--;
                }
                if (reading.is(relative, Word.RELATIVE)) {
                    return nominative(relative, floor);
                }
            }
            return mention;
        }
        return null;
    }

    /** "X, the head of Y, said": leaves the stretches between commas for the one before them. */
    private Mention behindApposition(int comma, int floor) {
        int end = comma;
        Mention nominal = null;
        for (int steps = 0; steps < 8 && end > floor; steps++) {
            int start = opening(end - 1, floor);
            int begin = start + 1;
            if (reading.is(begin, Word.PREPOSITION) && mentions.at(begin + 1) != null && reading.text.end(begin) - reading.text.start(begin) == 2 && reading.text.token(begin).equalsIgnoreCase("as")) {
                begin++;
            }
            boolean dependent = reading.is(begin, DEPENDENT);
            if (reading.is(begin, STARTER) && nominal != null) {
                break;
            }
            Mention first = dependent ? null : mentionFrom(begin, end);
            if (first != null) {
                if (first.isName() && !first.possessive || first.isPronoun()) {
                    Mention noun = first.isName() && start > floor && reading.isSign(start, ',') ? nounBefore(start, floor) : null;
                    return noun == null ? first : noun.named(first);
                }
                Mention last = mentions.at(end - 1);
                if (last != null && last.isName() && !last.possessive && !reading.is(last.first - 1, Word.PREPOSITION) && nominal == null) {
                    return last;
                }
                if (nominal == null || !nominal.isName()) {
                    nominal = first.possessive && last != null ? last : first;
                }
            } else if (nominal != null) {
                Mention last = mentions.at(end - 1);
                if (last != null && last.isName() && !last.possessive && !dependent && !reading.is(last.first - 1, Word.PREPOSITION)) {
                    return last;
                }
                break;
            }
            if (start < floor || ",—–(-".indexOf(reading.text.first(start)) < 0) {
                break;
            }
            end = start;
        }
        return nominal;
    }

    /** The noun that opens the clause before a comma, for a name behind it: "The head of the firm, Ann Lee". */
    private Mention nounBefore(int comma, int floor) {
        int start = opening(comma - 1, floor) + 1;
        while (start < comma && (isAdverb(start) || reading.is(start, STARTER))) {
            start++;
        }
        Mention noun = mentions.at(start);
        boolean alone = noun != null && noun.kind == Mention.Kind.NOMINAL && noun.first == start && !noun.possessive && comma - start < 12;
        for (int t = start; alone && t < comma; t++) {
            alone = !reading.is(t, VERB | AUXILIARY & ~Word.ADVERB.bit) && !reading.is(t, Word.VERB);
        }
        return alone ? noun : null;
    }

    /** The mention that begins a stretch, behind adverbs and a conjunction. */
    private Mention mentionFrom(int from, int to) {
        for (int t = from; t < to && t < from + 4; t++) {
            Mention mention = mentions.at(t);
            if (mention != null) {
                return mention;
            }
            if (!isAdverb(t) && !reading.is(t, STARTER) && !reading.isPunctuation(t) && reading.text.kind(t) != newsmill.enrich.text.Text.Kind.NUMBER) {
                return null;
            }
        }
        return null;
    }

    /** The token that opens the stretch that ends at a token: a comma, dash, bracket, or one before the floor. */
    private int opening(int t, int floor) {
        for (int i = t; i >= floor; i--) {
            if (reading.isPunctuation(i) && ",—–(;:".indexOf(reading.text.first(i)) >= 0) {
                return i;
            }
        }
        return floor - 1;
    }

    /** The antecedent of a relative word: the mention before it. */
    private Mention nominative(int relative, int floor) {
        int t = relative - 1;
        while (t >= floor && (reading.isPunctuation(t) && !reading.isGenitive(t) || reading.is(t, Word.PREPOSITION))) {
            t--;
        }
        int index = t >= floor ? nearest(t, floor) : -1;
        if (index < 0) {
            return null;
        }
        Mention found = outOfPrepositions(index, floor);
        Mention near = mentions.get(index);
        return near.isName() ? near : found != null ? found : near;
    }

    /** The subject of the clause that begins at or behind a token: its first mention that depends on nothing. */
    Mention clauseSubject(int from, int to) {
        Mention fallback = null;
        for (int t = Math.max(from, to - LONG); t < to; t++) {
            if (reading.quoted(t) >= 0) {
                continue;
            }
            Mention mention = mentions.at(t);
            if (mention == null) {
                continue;
            }
            boolean free =
                    !isDependent(mention) && !mention.possessive && !isObject(mention);
            if (free) {
                return mention;
            }
            if (fallback == null && mention.isName()) {
                fallback = mention;
            }
            t = mention.last;
        }
        return fallback;
    }

    /** Behind a participle or a verb of saying stands an object. */
    private boolean isObject(Mention mention) {
        return reading.is(mention.first - 1, PARTICIPLE | VERB);
    }

    /** The subject right of an inverted verb ("said X"), or null. */
    Mention inverted(int verb, int to) {
        int t = verb + 1;
        while (t < to && (isAdverb(t) || reading.is(t, AUXILIARY))) {
            t++;
        }
        for (int steps = 0; steps < 3 && t < to && mentions.indexAt(t) < 0 && reading.parts(t) == 0 && reading.text.isWord(t); steps++) {
            t++;
        }
        Mention mention = mentions.at(t);
        if (mention != null && mention.isPronoun() && isOblique(t)) {
            // "so charakterisierte ihn Ann Lee"
            mention = mentions.at(++t);
        }
        if (mention == null || mention.first > t) {
            return null;
        }
        return withApposition(mention, to);
    }

    /** For a noun with the name behind a comma ("the firm's head, Ann Lee"), the name. */
    Mention withApposition(Mention mention, int to) {
        if (mention == null) {
            return null;
        }
        if (mention.possessive) {
            Mention owned = mentions.at(mention.last + 2);
            if (owned != null && owned.first == mention.last + 2) {
                return withApposition(owned, to);
            }
            return mention;
        }
        if (mention.isName() || mention.isPronoun()) {
            return mention;
        }
        int comma = mention.last + 1;
        int limit = Math.min(to, mention.last + 14);
        while (comma < limit
                && !reading.isSign(comma, ',')
                && (reading.is(comma, Word.PREPOSITION)
                        || mentions.indexAt(comma) >= 0
                        || !reading.isPunctuation(comma) && !reading.is(comma, VERB | PARTICIPLE | STARTER))) {
            comma++;
        }
        if (comma < limit && reading.isSign(comma, ',')) {
            Mention name = mentions.at(comma + 1);
            if (name != null
                    && name.isName()
                    && name.first == comma + 1
                    && !name.possessive
                    && mentions.isPersonal(name)
                    && (name.last + 1 >= to
                            || reading.isPunctuation(name.last + 1)
                            || reading.is(name.last + 1, VERB))) {
                return mention.named(name);
            }
        }
        return mention;
    }

    /** True if the word is a verb where it stands: not "the report", "his remark", "child care credit". */
    boolean isVerb(int t) {
        if (mentions.indexAt(t) >= 0 || reading.quoted(t) >= 0) {
            return false;
        }
        if (germanic && reading.text.isCapitalised(t)) {
            return t == reading.sentenceStart(t);
        }
        if (t == 0 || !reading.is(t, Word.SPEECH) && !reading.is(t, Word.BODY)) {
            return !reading.is(t - 1, Word.DETERMINER) || reading.is(t, PARTICIPLE);
        }
        int before = t - 1;
        if (reading.text.kind(before) == newsmill.enrich.text.Text.Kind.NUMBER) {
            return false;
        }
        if (reading.is(before, Word.any(Word.DETERMINER, Word.POSSESSIVE, Word.PREPOSITION)) && mentions.indexAt(before) < 0 || reading.isGenitive(before)) {
            return isTo(before);
        }
        return reading.is(before, Word.any(Word.HE, Word.SHE, Word.THEY, Word.IT, Word.FIRST, Word.RELATIVE, Word.MODAL, Word.CONJUNCTION))
                || mentions.indexAt(before) >= 0
                || isAdverb(before)
                || reading.isPunctuation(before);
    }

    /** The first finite verb of saying in a stretch, outside quotes; -1 if there is none. */
    int cue(int from, int to, long kinds) {
        for (int t = from; t < to && t < from + FAR; t++) {
            if (reading.is(t, kinds) && isVerb(t)) {
                return t;
            }
        }
        return -1;
    }

    /** The last verb of saying or judging in a stretch, outside quotes; -1 if there is none. */
    int lastCue(int from, int to) {
        for (int t = to - 1; t >= from && t >= to - FAR * 2; t--) {
            if (reading.is(t, VERB | PARTICIPLE) && isVerb(t)) {
                return t;
            }
        }
        return -1;
    }
}
