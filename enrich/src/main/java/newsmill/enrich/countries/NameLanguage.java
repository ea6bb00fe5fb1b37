package newsmill.enrich.countries;

import java.util.List;

/** The languages whose own names of countries are known, by index. */
final class NameLanguage {
    /** Of a name that stands in texts of all languages, and of a text whose language is not known. */
    static final byte ANY = -1;

    private static final List<String> ALL = List.of(
            "en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja", "sv", "da", "no", "cs");

    private NameLanguage() {}

    /** BCP 47 codes, in the order of their indices. */
    static List<String> all() {
        return ALL;
    }

    /** The index of a BCP 47 primary language; {@link #ANY} for one that is not known. */
    static byte of(String language) {
        boolean norwegian = language.equals("nb") || language.equals("nn");
        return (byte) ALL.indexOf(norwegian ? "no" : language);
    }
}
