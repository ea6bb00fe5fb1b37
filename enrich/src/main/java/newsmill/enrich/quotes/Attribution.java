package newsmill.enrich.quotes;

/**
 * Who said a stretch, and what shows it.
 *
 * @param speaker the mention at the quote, or null if the article does not say
 * @param cueFirst the first token of the cue, or -1
 * @param cueLast the last token of the cue
 * @param rule the name of the rule that found it
 */
record Attribution(Mention speaker, int cueFirst, int cueLast, String rule) {
    /** The same speaker for words that go on, by another rule and without the cue. */
    Attribution again(String rule) {
        return new Attribution(speaker, -1, -1, rule);
    }

    /** The same speaker with another's cue. */
    Attribution withCueOf(Attribution other) {
        return new Attribution(speaker, other.cueFirst, other.cueLast, other.rule);
    }

    /** The rule for a verb whose subject is left out: the speaker goes on from what stands before. */
    static final String IMPLIED = "implied subject";

    /** The rule for words in the sentence of somebody of whom no verb says that they speak. */
    static final String SUBJECT = "subject of the sentence";

    /** True if a verb says so and leaves out who speaks. */
    boolean isImplied() {
        return rule.equals(IMPLIED);
    }

    static Attribution of(Mention speaker, int cue, String rule) {
        return new Attribution(speaker, cue, cue, rule);
    }
}
