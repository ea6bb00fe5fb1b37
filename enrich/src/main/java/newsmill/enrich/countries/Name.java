package newsmill.enrich.countries;

import java.util.Arrays;

/** A name of the gazetteer with all it may stand for. */
final class Name {
    private static final Sense[] NO_SENSES = {};

    final String text;
    Sense[] senses = NO_SENSES;
    /** Also a given name, a surname, an ordinary English word. */
    boolean given;

    boolean surname;
    boolean word;
    /** More often a person's name. */
    boolean doubtful;

    Name(String text) {
        this.text = text;
    }

    /** Adds a sense; of two in the same country the likelier kind stays, with the larger town's size. */
    void add(Sense sense) {
        for (int i = 0; i < senses.length; i++) {
            Sense other = senses[i];
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

    /** True for {@code US} and the like, which are words in any other case. */
    boolean isCapitals() {
        return text.length() <= 5
                && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                && !text.equals(text.toLowerCase(java.util.Locale.ROOT));
    }

    boolean isPersonal() {
        return given || surname;
    }

    @Override
    public String toString() {
        return text;
    }
}
