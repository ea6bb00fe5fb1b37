package newsmill.enrich.quotes;

/** Tells words that somebody said from titles, names of things, nicknames and scare words in quotation marks. */
final class Worth {
    private final Reading reading;

    Worth(Reading reading) {
        this.reading = reading;
    }

    /** True if the stretch reports what somebody said or wrote. */
    boolean isQuote(Stretch stretch, Attribution attribution) {
        int words = 0;
        int capitals = 0;
        for (int t = stretch.first(); t <= stretch.last() && words < 40; t++) {
            if (reading.text.isWord(t)) {
                words += t > stretch.first() && reading.isSign(t - 1, '-') && !reading.text.spaceBefore(t) ? 0 : 1;
                capitals += reading.text.isCapitalised(t) ? 1 : 0;
            }
        }
        if (words == 0) {
            return false;
        }
        boolean sentence = isSentence(stretch);
        boolean cued = attribution != null && attribution.cueFirst() >= 0;
        if (words == 1) {
            return cued && sentence;
        }
        boolean german = reading.lexicon.language().equals("de");
        if (german) {
            boolean named = reading.is(stretch.open() - 1, Word.any(Word.NAMING, Word.DETERMINER)) && !sentence;
            if (named
                    && reading.text.isCapitalised(stretch.first())
                    && (words < 5 || attribution == null || !attribution.rule().equals("introduced"))) {
                return false;
            }
            boolean lower = !reading.text.isCapitalised(stretch.first());
            return cued && (words > 3 || sentence || lower) || sentence && words > 4;
        }
        boolean titled = capitals * 2 > words && words < 9 && !sentence;
        if (titled) {
            return cued && attribution.rule().equals("introduced");
        }
        return cued || attribution != null && words > 2 || sentence && words > 4;
    }

    /** True if it ends as a sentence or a clause does. */
    private boolean isSentence(Stretch stretch) {
        int last = stretch.last();
        if (!reading.isPunctuation(last)) {
            return reading.isSign(stretch.behind(), ',') && reading.text.isCapitalised(stretch.first());
        }
        return ".,!?…".indexOf(reading.text.first(last)) >= 0;
    }
}
