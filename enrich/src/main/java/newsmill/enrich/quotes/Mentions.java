package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.PersonNames;

/** The names, nouns for persons and bodies, and pronouns of a body, in order, none overlapping another. */
final class Mentions {
    private static final long SPEAKING = Names.OFFICE | Word.any(Word.BODY, Word.SPEECH, Word.NATION);

    private final Reading reading;
    private final PersonNames names = PersonNames.standard();
    private final NounPhrases phrases;
    private final List<Mention> mentions = new ArrayList<>();
    /** For each token the index of the mention that holds it, or -1. */
    private final int[] at;

    private Mentions(Reading reading) {
        this.reading = reading;
        phrases = new NounPhrases(reading);
        at = new int[reading.size];
        Arrays.fill(at, -1);
    }

    static Mentions of(Reading reading) {
        Mentions mentions = new Mentions(reading);
        int t = 0;
        while (t < reading.size) {
            t = reading.behindDateline(t);
            Mention mention = mentions.phrases.read(t);
            if (mention == null) {
                t++;
            } else {
                Arrays.fill(mentions.at, mention.first, mention.last + 1, mentions.mentions.size());
                mentions.mentions.add(mention);
                t = mention.last + 1;
            }
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

    /** True unless the mention is a noun of which we do not know that it speaks: "a small sensor", "el perro". */
    boolean maySpeak(Mention mention) {
        return mention.kind != Mention.Kind.NOMINAL
                || mention.role >= 0
                || mention.plural
                || reading.is(mention.headLast, SPEAKING)
                || reading.text.isCapitalised(mention.headLast)
                || reading.text.token(mention.headLast).endsWith("s");
    }

    /** A pronoun for "his" or "her" before a noun; not one of the mentions found. */
    Mention owner(int possessive) {
        return phrases.pronoun(possessive, true);
    }

    /** True if the name is one of a person: a given name, a title or a noun for a person says so. */
    boolean isPersonal(Mention mention) {
        if (mention.kind != Mention.Kind.NAME || reading.is(mention.headLast, Word.BODY)) {
            return false;
        }
        boolean given = names.isGiven(reading.text.hash(mention.headFirst));
        if (reading.is(mention.headLast, Word.PLACE) && !given) {
            return false;
        }
        return mention.role >= 0 || mention.headLast > mention.headFirst && given;
    }
}
