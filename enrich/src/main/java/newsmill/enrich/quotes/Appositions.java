package newsmill.enrich.quotes;

import newsmill.enrich.text.Text;

/** Names and nouns that stand beside each other for the same person: "Ann Lee, the head of the firm, said". */
final class Appositions {
    private static final long VERB = Word.any(Word.SAY, Word.JUDGE, Word.SAYING, Word.JUDGING);
    private static final long DEPENDENT = Word.any(Word.RELATIVE, Word.PREPOSITION, Word.SAYING, Word.JUDGING);
    private static final long STARTER = Word.any(Word.SUBORDINATE, Word.CONJUNCTION, Word.THAT);
    private static final long PREDICATE = Word.any(Word.BE, Word.HAVE, Word.MODAL, Word.VERB);
    private static final int MOST = 8;

    private final Reading reading;
    private final Mentions mentions;
    private final Verbs verbs;
    private final Complements complements;

    Appositions(Reading reading, Mentions mentions, Verbs verbs) {
        this.reading = reading;
        this.mentions = mentions;
        this.verbs = verbs;
        complements = new Complements(reading, mentions);
    }

    /** Whom the stretches between commas before a comma tell of: leaves them, one by one, for the name before them. */
    Mention before(int comma, int floor) {
        int end = comma;
        Mention nominal = null;
        for (int steps = 0; steps < MOST && end > floor; steps++) {
            int start = opening(end - 1, floor);
            int begin = isAs(start + 1) ? start + 2 : start + 1;
            if (reading.is(begin, STARTER) && nominal != null) {
                break;
            }
            Mention first = reading.is(begin, DEPENDENT) ? null : opens(begin, end);
            boolean inserted = start > floor && reading.isSign(start, ',') && isInserted(first, start, floor);
            if (first != null && !inserted && (first.isName() && !first.possessive || first.isPronoun())) {
                Mention noun =
                        first.isName() && start > floor && reading.isSign(start, ',') ? noun(start, floor) : null;
                return noun == null ? first : noun.named(first);
            }
            if (first == null && nominal != null) {
                Mention last = reading.is(begin, DEPENDENT) ? null : nameAtEnd(end);
                return last != null ? last : nominal;
            }
            if (first != null && !inserted && (nominal == null || !nominal.isName())) {
                nominal = first.possessive && mentions.at(end - 1) != null ? mentions.at(end - 1) : first;
            }
            if (start < floor || ",—–(-".indexOf(reading.text.first(start)) < 0) {
                break;
            }
            end = start;
        }
        return nominal;
    }

    /** "of Springfield, Va., said", "whose firm, Acme, sells salt, said": a name that belongs to the stretch before it. */
    private boolean isInserted(Mention name, int comma, int floor) {
        if (name == null || !name.isName() || mentions.isPersonal(name)) {
            return false;
        }
        int begin = opening(comma - 1, floor) + 1;
        return reading.is(begin, Word.any(Word.RELATIVE, Word.PREPOSITION))
                && (begin > reading.sentenceStart(comma) || reading.is(name.headLast, Word.PLACE));
    }

    /** The name that ends a stretch and depends on nothing there, or null. */
    private Mention nameAtEnd(int end) {
        Mention last = mentions.at(end - 1);
        boolean free =
                last != null && last.isName() && !last.possessive && !reading.is(last.first - 1, Word.PREPOSITION);
        return free ? last : null;
    }

    /** "As Ann Lee, the head of the firm, said": the name, not the comparison. */
    private boolean isAs(int t) {
        return reading.isWord(t, "as") && mentions.at(t + 1) != null;
    }

    /** The mark before the stretch that ends at a token: a comma, dash or bracket; brackets inside it are skipped. */
    private int opening(int t, int floor) {
        for (int i = t; i >= floor; i--) {
            if (reading.isSign(i, ')')) {
                i = Math.max(floor, reading.openingBracket(i, floor));
            } else if (reading.isPunctuation(i) && ",—–(;:".indexOf(reading.text.first(i)) >= 0 || reading.isDash(i)) {
                return i;
            }
        }
        return floor - 1;
    }

    /** The noun that opens the clause before a comma, for a name behind it: "The head of the firm, Ann Lee". */
    private Mention noun(int comma, int floor) {
        int start = opening(comma - 1, floor) + 1;
        while (start < comma && (verbs.isAdverb(start) || reading.is(start, STARTER))) {
            start++;
        }
        Mention noun = mentions.at(start);
        boolean alone = noun != null
                && noun.kind == Mention.Kind.NOMINAL
                && noun.first == start
                && !noun.possessive
                && comma - start < 12;
        for (int t = start; alone && t < comma; t++) {
            alone = !reading.is(t, VERB | PREDICATE);
        }
        return alone ? noun : null;
    }

    /** The mention that begins a stretch, behind adverbs, numbers and a conjunction. */
    private Mention opens(int from, int to) {
        for (int t = from; t < to && t < from + 4; t++) {
            Mention mention = mentions.at(t);
            if (mention != null) {
                return mention;
            }
            if (!verbs.isAdverb(t)
                    && !reading.is(t, STARTER)
                    && !reading.isPunctuation(t)
                    && reading.text.kind(t) != Text.Kind.NUMBER) {
                return null;
            }
        }
        return null;
    }

    /** The mention with the name behind its comma ("the firm's head, Ann Lee"), if one stands there before {@code to}. */
    Mention withName(Mention mention, int to) {
        if (mention == null || mention.isName() && !mention.possessive || mention.isPronoun()) {
            return mention;
        }
        if (mention.possessive) {
            Mention owned = mentions.at(mention.last + 2);
            return owned != null && owned.first == mention.last + 2 ? withName(owned, to) : mention;
        }
        if (reading.isRomance()) {
            return complements.whole(mention, to);
        }
        int comma = mention.last + 1;
        int limit = Math.min(to, mention.last + 14);
        while (comma < limit && !reading.isSign(comma, ',') && belongs(comma)) {
            comma++;
        }
        Mention name = comma < limit && reading.isSign(comma, ',') ? mentions.at(comma + 1) : null;
        boolean apposed = name != null
                && name.isName()
                && name.first == comma + 1
                && !name.possessive
                && mentions.isPersonal(name)
                && (name.last + 1 >= to || reading.isPunctuation(name.last + 1) || reading.is(name.last + 1, VERB));
        return apposed ? mention.named(name) : mention;
    }

    private boolean belongs(int t) {
        return reading.is(t, Word.PREPOSITION)
                || mentions.indexAt(t) >= 0
                || !reading.isPunctuation(t) && !reading.is(t, VERB | STARTER);
    }
}
