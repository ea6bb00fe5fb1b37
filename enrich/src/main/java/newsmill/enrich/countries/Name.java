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

    Name(String text) {
        this.text = text;
    }

    void add(Sense sense) {
        for (int i = 0; i < senses.length; i++) {
            if (senses[i].country() == sense.country() && senses[i].language() == sense.language()) {
                senses[i] = senses[i].prior() >= sense.prior() ? senses[i] : sense;
                return;
            }
        }
        senses = Arrays.copyOf(senses, senses.length + 1);
        senses[senses.length - 1] = sense;
    }

    /** True for {@code US} and the like, which are words in any other case. */
    boolean isCapitals() {
        return text.length() <= 5 && text.equals(text.toUpperCase(java.util.Locale.ROOT))
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
