package newsmill.enrich.quotes;

import java.util.List;

/**
 * Finds who says each stretch, best evidence first: a verb that leads straight to it, what follows it, what stands before
 * it in its sentence, and the words it goes on from.
 */
final class Speakers {
    private final Reading reading;
    private final List<Stretch> stretches;
    private final CueBefore before;
    private final CueBehind behind;
    private final Continuation continuation;

    Speakers(Reading reading, Mentions mentions, List<Stretch> stretches) {
        this.reading = reading;
        this.stretches = stretches;
        Verbs verbs = new Verbs(reading, mentions);
        Subjects subjects = new Subjects(reading, mentions, verbs);
        before = new CueBefore(reading, mentions, stretches, verbs, subjects);
        behind = new CueBehind(reading, mentions, stretches, verbs, subjects);
        continuation = new Continuation(reading, mentions, stretches, verbs, subjects);
    }

    /** The attributions, one for each stretch; null where nothing tells. */
    Attribution[] find() {
        Attribution[] found = new Attribution[stretches.size()];
        if (!reading.lexicon.isListed()) {
            for (int i = 0; i < found.length; i++) {
                Attribution signed = behind.signed(stretches.get(i));
                found[i] = signed != null ? signed : before.named(stretches.get(i));
            }
            return found;
        }
        for (int i = 0; i < found.length; i++) {
            found[i] = beside(i);
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                found[i] = continuation.find(i, found);
            } else if (found[i].isImplied()) {
                Attribution before = continuation.find(i, found);
                found[i] = before == null ? found[i] : before.withCueOf(found[i]);
            }
        }
        return found;
    }

    private Attribution beside(int i) {
        Attribution left = before.find(i);
        boolean introduced = left != null && left.rule().equals("introduced");
        if (introduced && !endsOpen(stretches.get(i))) {
            return left;
        }
        Attribution right = behind.find(i);
        if (introduced) {
            return right != null && right.rule().equals("inverted") ? right : left;
        }
        return right != null ? right : left;
    }

    /** True if the stretch ends with a comma, inside or right behind it: the sentence goes on. */
    private boolean endsOpen(Stretch stretch) {
        return reading.isSign(stretch.last(), ',') || reading.isSign(stretch.behind(), ',');
    }
}
