package newsmill.enrich.quotes;

/** Tells words that somebody said from titles, names of things, nicknames and scare words in quotation marks. */
final class Worth {
    private static final long FUNCTION = Word.any(
            Word.DETERMINER, Word.PREPOSITION, Word.CONJUNCTION, Word.BE, Word.HAVE, Word.MODAL, Word.IT, Word.HE);
    private static final long DETERMINER = Word.any(Word.DETERMINER, Word.POSSESSIVE);
    private static final int LONGEST_TITLE = 9;

    private static final int LONGEST_TITLE_IN_CHARACTERS = 20;
    /** Fewer words behind an article are a term. */
    private static final int SHORT = 4;

    private final Reading reading;
    private final boolean german;

    Worth(Reading reading) {
        this.reading = reading;
        german = reading.lexicon.language().equals("de");
    }

    /** True if the stretch reports what somebody said or wrote. */
    boolean isQuote(Stretch stretch, Attribution attribution) {
        int words = words(stretch);
        if (words == 0) {
            return false;
        }
        boolean sentence = isSentence(stretch);
        boolean cued = attribution != null && attribution.cueFirst() >= 0;
        if (attribution != null && attribution.speaker() == null && !sentence && !attribution.isImplied()) {
            return false;
        }
        if (words == 1) {
            return cued && sentence && !isNaming(stretch) && (reading.isEnglish() || isBeside(stretch, attribution));
        }
        if (isByname(stretch, attribution, words) && !sentence) {
            return false;
        }
        if (!reading.lexicon.isListed()) {
            return attribution != null || words > 4 && sentence || isLong(stretch, words);
        }
        if (german) {
            return isGermanQuote(stretch, attribution, words, sentence, cued);
        }
        if (reading.isRomance() && !sentence && isMentioned(stretch, attribution, words, cued)) {
            return false;
        }
        if (words < LONGEST_TITLE && !cued && isSingle(stretch) && standsAlone(stretch)) {
            return false;
        }
        if (words < LONGEST_TITLE && isTitled(stretch)) {
            return cued && isBeside(stretch, attribution) && !isNaming(stretch);
        }
        return cued || attribution != null && words > 2 || sentence && words > 4;
    }

    /** German writes nouns and names alike: short stretches with a capital are names unless a verb introduces them. */
    private boolean isGermanQuote(Stretch stretch, Attribution attribution, int words, boolean sentence, boolean cued) {
        boolean capital = reading.text.isCapitalised(stretch.first());
        boolean named = reading.is(stretch.open() - 1, Word.any(Word.NAMING, Word.DETERMINER)) && !sentence;
        boolean introduced = attribution != null && attribution.rule().equals("introduced");
        if (named && capital && (words < 5 || !introduced)) {
            return false;
        }
        return cued && (words > 3 || sentence || !capital) || sentence && words > 4;
    }

    /** "L'exercice nommé «…»", "mis en examen pour «…»": words that are named, not said, where no verb of saying leads to them. */
    private boolean isMentioned(Stretch stretch, Attribution attribution, int words, boolean cued) {
        if (reading.is(stretch.open() - 1, Word.NAMING)) {
            return true;
        }
        boolean uncued = !cued && attribution != null;
        return uncued
                && (attribution.rule().equals(Attribution.SUBJECT) && words < LONGEST_TITLE
                        || words < SHORT && reading.is(stretch.open() - 1, DETERMINER));
    }

    /** "Locals call the hill the “sugar loaf”": a name that nobody in particular gives. */
    private boolean isByname(Stretch stretch, Attribution attribution, int words) {
        return words < 3
                && attribution != null
                && attribution.speaker() != null
                && attribution.speaker().kind == Mention.Kind.NOMINAL
                && reading.is(stretch.open() - 1, Word.DETERMINER)
                && reading.is(attribution.cueFirst(), Word.JUDGE);
    }

    /** How many words it has; a compound with hyphens is one. */
    private int words(Stretch stretch) {
        int words = 0;
        for (int t = stretch.first(); t <= stretch.last() && words < 40; t++) {
            boolean joined = t > stretch.first() && reading.isSign(t - 1, '-') && !reading.text.spaceBefore(t);
            words += reading.text.isWord(t) && !joined ? 1 : 0;
        }
        return words;
    }

    /** More words than a title has; where each character is a token, more characters. */
    private boolean isLong(Stretch stretch, int words) {
        Character.UnicodeScript script =
                Character.UnicodeScript.of(reading.text.string().codePointAt(reading.text.start(stretch.first())));
        boolean characters = switch (script) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
        return words >= (characters ? LONGEST_TITLE_IN_CHARACTERS : LONGEST_TITLE);
    }

    private boolean isSingle(Stretch stretch) {
        return "'‘".indexOf(reading.text.first(stretch.open())) >= 0;
    }

    /** True if it is a paragraph by itself, as a heading is. */
    private boolean standsAlone(Stretch stretch) {
        int paragraph = reading.text.paragraphOf(stretch.open());
        return reading.text.paragraphStart(paragraph) == stretch.open()
                && reading.text.paragraphStart(paragraph + 1) - stretch.behind() < 2;
    }

    /** True if every word that is no function word is capitalised, as in titles. */
    private boolean isTitled(Stretch stretch) {
        int last = stretch.last();
        if (reading.isPunctuation(last)) {
            if ("!?…".indexOf(reading.text.first(last)) >= 0) {
                return false;
            }
            last--;
        }
        int capitals = 0;
        for (int t = stretch.first(); t <= last; t++) {
            if (reading.is(t, Word.FIRST)) {
                return false;
            } else if (reading.text.isCapitalised(t)) {
                capitals++;
            } else if (reading.text.isWord(t) && !reading.is(t, FUNCTION)) {
                return false;
            }
        }
        return capitals > 1 || capitals == 1 && reading.text.isCapitalised(last);
    }

    /** True if the cue stands right before or behind it. */
    private static boolean isBeside(Stretch stretch, Attribution attribution) {
        int cue = attribution.cueFirst();
        return cue < stretch.open() ? stretch.open() - cue < 3 : cue - stretch.behind() < 5;
    }

    /** "Her novel, “…”", "on NBC's “…”". */
    private boolean isNaming(Stretch stretch) {
        int t = stretch.open() - 1;
        if (reading.isSign(t, ',')) {
            t--;
        }
        return reading.is(t, Word.any(Word.NAMING, Word.PREPOSITION, Word.DETERMINER, Word.POSSESSIVE))
                || reading.isGenitive(t);
    }

    /** True if it ends as a sentence or a clause does. */
    private boolean isSentence(Stretch stretch) {
        int last = stretch.last();
        if (!reading.isPunctuation(last)) {
            return reading.isSign(stretch.behind(), ',') && reading.text.isCapitalised(stretch.first());
        }
        return ".,!?…。！？，؟،۔।".indexOf(reading.text.first(last)) >= 0;
    }
}
