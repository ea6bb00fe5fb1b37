package newsmill.enrich.topics;

/** English plurals of nouns and of phrases that end with one. */
final class Plurals {
    private Plurals() {}

    /** The regular plural; a phrase that seems to be one already is returned as it is. */
    static String of(String phrase) {
        int length = phrase.length();
        char last = phrase.charAt(length - 1);
        if (length < 3 || !Character.isLetter(last) || last == 's' && !phrase.endsWith("ss")) {
            return phrase;
        }
        if (last == 'y' && "aeiou".indexOf(phrase.charAt(length - 2)) < 0) {
            return phrase.substring(0, length - 1) + "ies";
        }
        boolean hissing = last == 's' || last == 'x' || last == 'z' || phrase.endsWith("ch") || phrase.endsWith("sh");
        return phrase + (hissing ? "es" : "s");
    }
}
