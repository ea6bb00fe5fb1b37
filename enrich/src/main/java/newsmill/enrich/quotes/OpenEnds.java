package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.List;

/** Ends stretches whose closing mark is missing where "…, X said." shows that the quotation is over. */
final class OpenEnds {
    private static final int FAR = 6;

    private final Reading reading;

    private OpenEnds(Reading reading) {
        this.reading = reading;
    }

    /** The stretches, those without closer cut where they end. */
    static List<Stretch> cut(List<Stretch> stretches, Reading reading) {
        OpenEnds ends = new OpenEnds(reading);
        List<Stretch> cut = new ArrayList<>(stretches.size());
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean goesOn = i + 1 < stretches.size() && stretches.get(i + 1).resumed();
            int comma = stretch.closed() || goesOn ? -1 : ends.comma(stretch);
            cut.add(comma < 0 ? stretch : stretch.endingAt(comma));
        }
        return cut;
    }

    /** The comma before "X said" or "said X" at a sentence's end; -1 if there is none. */
    private int comma(Stretch stretch) {
        for (int t = stretch.first() + 1; t < stretch.last(); t++) {
            if (reading.isSign(t, ',') && (isNameAndCue(t + 1) || reading.is(t + 1, Word.SAY) && isName(t + 2))) {
                return t;
            }
        }
        return -1;
    }

    private boolean isNameAndCue(int from) {
        int t = from;
        while (t < from + FAR && isName(t)) {
            t++;
        }
        return t > from && reading.is(t, Word.SAY);
    }

    private boolean isName(int t) {
        return t < reading.size && reading.text.isCapitalised(t) || reading.is(t, Word.any(Word.HE, Word.SHE));
    }
}
