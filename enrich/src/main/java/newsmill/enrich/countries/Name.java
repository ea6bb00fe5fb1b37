package newsmill.enrich.countries;

import java.util.Arrays;

/** A name of the gazetteer with all it may stand for. To be filled by one thread. */
final class Name {
    private static final Sense[] NO_SENSES = {};

    Sense[] senses = NO_SENSES;
    /** How likely each sense is meant where nothing else is known; they sum to 1. Null until {@link #seal}. */
    double[] shares;
    /** Also a given name. */
    boolean given;
    /** Also a family name. */
    boolean surname;
    /** Also an ordinary English word, or several. */
    boolean word;
    /** More often a person's name or a word than a place. */
    boolean doubtful;
    /** An ordinary word and the name of towns only, so that it needs its region beside it. Known after {@link #seal}. */
    boolean plainWord;
    /** Means no place. Known after {@link #seal}. */
    boolean nothing;
    /** {@code US} and the like, which are words in any other case. */
    boolean capitals;

    /** Adds a sense; of two in the same country the likelier kind stays, with the larger town's size. */
    void add(Sense sense) {
        for (int i = 0; i < senses.length; i++) {
            Sense other = senses[i];
            if (other.country() == sense.country()
                    && other.language() == NameLanguage.ANY
                    && sense.language() != NameLanguage.ANY
                    && other.kind().prior() >= sense.kind().prior()) {
                return;
            }
            if (other.country() == sense.country() && other.language() == sense.language()) {
                Kind kind = other.kind().prior() >= sense.kind().prior() ? other.kind() : sense.kind();
                byte weight = (byte) Math.max(other.weight(), sense.weight());
                senses[i] = new Sense(sense.country(), kind, weight, sense.language());
                return;
            }
        }
        senses = Arrays.copyOf(senses, senses.length + 1);
        senses[senses.length - 1] = sense;
    }

    /** Makes this the only sense, whatever was known. */
    void set(Sense sense) {
        senses = new Sense[] {sense};
    }

    void seal() {
        shares = shares(senses);
        plainWord = word && Arrays.stream(senses).allMatch(s -> s.kind() == Kind.TOWN || s.kind() == Kind.DISTRICT);
        nothing = senses.length > 0 && senses[0].kind() == Kind.NOTHING;
    }

    /** How likely each sense is meant, by their fame. */
    static double[] shares(Sense[] senses) {
        double[] shares = new double[senses.length];
        if (senses.length == 1) {
            shares[0] = 1;
            return shares;
        }
        double sum = 0;
        for (int i = 0; i < senses.length; i++) {
            shares[i] = Math.exp(Discourse.FAME * senses[i].fame());
            sum += shares[i];
        }
        for (int i = 0; i < senses.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** True if people bear it too. */
    boolean isPersonal() {
        return given || surname;
    }
}
