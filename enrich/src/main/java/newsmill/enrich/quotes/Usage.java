package newsmill.enrich.quotes;

import java.util.HashSet;
import java.util.Set;
import newsmill.enrich.text.PersonNames;
import newsmill.enrich.text.Text;

/** How a body uses its capitalised words, read when it is first asked for. For use by one thread. */
final class Usage {
    private static final long NOUN = Names.PERSON_NOUN | Word.BODY.bit;
    private static final long VERB = Names.VERB | Word.HAVE.bit;
    private static final long FOLLOWS_ADVERB = Word.any(Word.BE, Word.HAVE, Word.MODAL, Word.ADVERB);

    private final Reading reading;
    private final Text text;
    private final PersonNames given = PersonNames.standard();
    private Words words;

    Usage(Reading reading) {
        this.reading = reading;
        text = reading.text;
    }

    /** True if the word is capitalised within a sentence, too, where only what it is gives a capital. */
    private boolean isWithinSentences(int t) {
        return words().within.contains(text.hash(t));
    }

    /** "Tatsächlich sind …", "Rendido, …": a capital for its place, by what follows and what the body shows. */
    boolean opensOnly(int t) {
        if (isWithinSentences(t) || reading.is(t, NOUN | Names.TITLE | Word.PLACE.bit)) {
            return false;
        }
        if (reading.isEnglish()) {
            // "Villagers also say", "Local authorities say": plurals and what goes on to a noun may speak
            boolean noun =
                    text.string().charAt(text.end(t) - 1) == 's' || reading.is(t + 1, NOUN) || reading.is(t + 2, NOUN);
            return !noun && !reading.is(t + 1, VERB);
        }
        if (!reading.lexicon.language().equals("de")) {
            return !reading.is(t + 1, VERB);
        }
        boolean lower = t + 1 < reading.size && text.kind(t + 1) == Text.Kind.LOWER;
        return lower && (reading.parts(t + 1) == 0 || reading.is(t + 1, FOLLOWS_ADVERB));
    }

    /** True if the word stands behind an article somewhere: "die Zahlen". */
    boolean hasArticle(int t) {
        return words().withArticle.contains(text.hash(t));
    }

    /** True if the word stands behind a given name and a particle somewhere: "Konstantin von Ahlen". */
    boolean hasParticle(int t) {
        return words().withParticle.contains(text.hash(t));
    }

    private Words words() {
        if (words == null) {
            words = new Words(new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (int t = 1; t < reading.size; t++) {
                if (text.isCapitalised(t)) {
                    note(t, text.hash(t));
                }
            }
        }
        return words;
    }

    private void note(int t, long hash) {
        if (t != reading.sentenceStart(t) && (!reading.isPunctuation(t - 1) || reading.isHyphen(t - 1))) {
            words.within.add(hash);
        }
        if (reading.is(t - 1, Word.DETERMINER)) {
            words.withArticle.add(hash);
        }
        int before = t - 1;
        while (before > 0 && reading.isLowerParticle(before)) {
            before--;
        }
        if (before < t - 1 && text.isCapitalised(before) && given.isGiven(text.hash(before))) {
            words.withParticle.add(hash);
        }
    }

    private record Words(Set<Long> within, Set<Long> withArticle, Set<Long> withParticle) {}
}
