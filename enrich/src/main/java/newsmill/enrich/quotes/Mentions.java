package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.PersonNames;
import newsmill.enrich.text.PersonNames.Gender;
import newsmill.enrich.text.Text;
import newsmill.enrich.text.TokenHash;

/** The names, nouns for persons and bodies, and pronouns of a body, in order, none overlapping another. */
final class Mentions {
    private static final long SPEAKING = Names.OFFICE | Word.any(Word.BODY, Word.SPEECH, Word.NATION);

    /** Letters of the shortest noun that a compound may end with: "amt", "rat". */
    private static final int SHORTEST_NOUN = 3;
    /** A word that comes so often without an article is a name that we do not know. */
    private static final int OFTEN = 4;

    private final Reading reading;
    private final Usage usage;
    private final PersonNames names = PersonNames.standard();
    private final boolean german;
    private final NounPhrases phrases;
    private final List<Mention> mentions = new ArrayList<>();
    /** For each token the index of the mention that holds it, or -1. */
    private final int[] at;

    private Mentions(Reading reading) {
        this.reading = reading;
        usage = new Usage(reading);
        german = reading.lexicon.language().equals("de");
        phrases = new NounPhrases(reading, usage);
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
        if (german) {
            return mention.isPronoun()
                    || mention.isName() && !isBareNoun(mention)
                    || mention.plural
                    || mention.role >= 0
                    || isSpeaking(mention.headLast);
        }
        if (!reading.isEnglish()) {
            return mention.kind != Mention.Kind.NOMINAL
                    || mention.role >= 0
                    || mention.plural
                    || reading.is(mention.headLast, SPEAKING);
        }
        return mention.kind != Mention.Kind.NOMINAL
                || mention.role >= 0
                || mention.plural
                || reading.is(mention.headLast, SPEAKING)
                || reading.text.isCapitalised(mention.headLast)
                || reading.text.token(mention.headLast).endsWith("s");
    }

    /** "Klinik", but "Universitätsklinik" and "Kliniken" too: the end of a German compound says what it is. */
    private boolean isSpeaking(int t) {
        String word = reading.text.token(t);
        for (int end = word.length(); end > word.length() - 3 && end > SHORTEST_NOUN; end--) {
            for (int start = 0; start <= end - SHORTEST_NOUN; start += start == 0 ? SHORTEST_NOUN : 1) {
                if ((reading.lexicon.parts(TokenHash.of(word, start, end)) & SPEAKING) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A pronoun for "his" or "her" before a noun; not one of the mentions found. */
    Mention owner(int possessive) {
        return phrases.pronoun(possessive, true);
    }

    /**
     * True for a German noun without an article, of which nothing in the body shows that it is a name: "Zahlen sind …". It
     * may stand beside a verb of saying ("sagte Kessmann"), but nothing else makes it a speaker.
     */
    boolean isBareNoun(Mention mention) {
        Person person = mention.person;
        return german
                && mention.isName()
                && person.fullest.headFirst == person.fullest.headLast
                && (person.mentions < OFTEN || usage.hasArticle(mention.headLast))
                && !names.isGiven(reading.text.hash(mention.headLast))
                && !person.personal
                && person.gender == Gender.EITHER
                && reading.text.kind(mention.headLast) == Text.Kind.CAPITALISED
                && !reading.is(mention.headLast, Word.any(Word.BODY, Word.PLACE));
    }

    /** True if the name is one of a person: a given name, a title or a noun for a person says so. */
    boolean isPersonal(Mention mention) {
        if (mention.kind != Mention.Kind.NAME || reading.is(mention.headLast, Word.BODY)) {
            return false;
        }
        boolean given = names.isGiven(reading.nameHash(mention.headFirst));
        if (reading.is(mention.headLast, Word.PLACE) && !given) {
            return false;
        }
        return mention.role >= 0 || mention.headLast > mention.headFirst && given;
    }
}
