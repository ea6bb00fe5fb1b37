package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds speech that a dash opens at the beginning of a paragraph, as Nordic, Slavic and some Romance papers write it:
 * "– Isen håller inte, säger Eva Lund.", "– Lód trzyma – mówi Ewa Lund. – Na razie." A list is written with dashes too, so
 * a verb of saying has to show who speaks; paragraphs that only go on need an em or en dash and one beside them that has it.
 */
final class Dashes {
    /** Fewer words are hardly speech that goes on. */
    private static final int SHORT = 4;

    private final Reading reading;
    private final List<Stretch> found = new ArrayList<>();

    private Dashes(Reading reading) {
        this.reading = reading;
    }

    /** The stretches in marks and those behind dashes, in order; marks inside speech behind a dash are a part of it. */
    static List<Stretch> with(List<Stretch> marked, Reading reading) {
        if (!reading.lexicon.isListed()
                || reading.isEnglish()
                || reading.lexicon.language().equals("de")) {
            return marked;
        }
        Dashes dashes = new Dashes(reading);
        for (int p = 0; p < reading.text.paragraphs(); p++) {
            dashes.paragraph(p);
        }
        return dashes.found.isEmpty() ? marked : merge(marked, dashes.found);
    }

    private static List<Stretch> merge(List<Stretch> marked, List<Stretch> dashed) {
        List<Stretch> merged = new ArrayList<>();
        int d = 0;
        for (Stretch mark : marked) {
            while (d < dashed.size() && dashed.get(d).open() < mark.open()) {
                merged.add(dashed.get(d++));
            }
            boolean inside = d > 0 && mark.open() < dashed.get(d - 1).behind();
            boolean across = d < dashed.size() && dashed.get(d).open() < mark.behind();
            if (!inside && !across) {
                merged.add(mark);
            }
        }
        merged.addAll(dashed.subList(d, dashed.size()));
        return merged;
    }

    private void paragraph(int p) {
        int start = reading.text.paragraphStart(p);
        int end = reading.text.paragraphStart(p + 1);
        if (!isDash(start) || start + 1 >= end) {
            return;
        }
        int cue = cue(start + 1, end);
        if (cue < 0) {
            if (goesOn(p, start, end)) {
                add(start, end);
            }
            return;
        }
        add(start, cue);
        for (int t = cue + 1; t < end; t++) {
            boolean again = isDash(t) && reading.isPunctuation(t - 1) && !reading.is(t + 1, Word.SAY);
            if (again) {
                int next = cue(t + 1, end);
                add(t, next < 0 ? end : next);
                t = next < 0 ? end : next;
            }
        }
    }

    /** The sign before the verb that says who speaks: a comma or dash, or the word's end behind ! and ?; -1 if there is none. */
    private int cue(int from, int end) {
        for (int t = from + 1; t + 1 < end; t++) {
            int verb = reading.isSign(t, ',') && isDash(t + 1) ? t + 2 : t + 1;
            boolean parts = reading.isSign(t, ',') || isDash(t) && t > from + 1;
            boolean called = reading.isSign(t - 1, '!') || reading.isSign(t - 1, '?');
            if (parts && says(verb, end)) {
                return t;
            }
            if (called && says(t, end)) {
                return t;
            }
        }
        return -1;
    }

    private boolean says(int verb, int end) {
        return verb + 1 < end
                && reading.is(verb, Word.SAY)
                && !reading.text.isCapitalised(verb)
                && !reading.is(verb + 1, Word.THAT)
                && (reading.text.isWord(verb + 1) || reading.isJoint(verb + 1) || reading.isPunctuation(verb + 1));
    }

    /** True for a paragraph of speech alone, right behind one of whom somebody says that he speaks. */
    private boolean goesOn(int p, int start, int end) {
        Stretch before = found.isEmpty() ? null : found.get(found.size() - 1);
        int last = end - 1;
        return before != null
                && !reading.isSign(start, '-')
                && reading.text.paragraphOf(before.first()) == p - 1
                && end - start > SHORT + 1
                && reading.isPunctuation(last)
                && ".!…".indexOf(reading.text.first(last)) >= 0;
    }

    /** Adds what stands between a dash and the sign or word at {@code to}. */
    private void add(int dash, int to) {
        int last = to - 1;
        while (last > dash && reading.isSign(last, ',')) {
            last--;
        }
        if (last > dash) {
            found.add(new Stretch(dash, to, dash + 1, last, false, false));
        }
    }

    private boolean isDash(int t) {
        if (!reading.isPunctuation(t)) {
            return false;
        }
        boolean free = t == reading.sentenceStart(t) || reading.text.spaceBefore(t) || reading.isPunctuation(t - 1);
        return reading.isSign(t, '—') || free && (reading.isSign(t, '–') || reading.isDash(t) || opensWithHyphen(t));
    }

    /** "- Vi er klare": a hyphen with a space behind it at the beginning of a paragraph. */
    private boolean opensWithHyphen(int t) {
        return reading.isSign(t, '-')
                && reading.text.paragraphStart(reading.text.paragraphOf(t)) == t
                && t + 1 < reading.size
                && reading.text.spaceBefore(t + 1);
    }
}
