package newsmill.enrich.countries;

import java.util.List;

/** The languages whose names of countries are known. */
final class Languages {
    static final byte ANY = -1;

    /** BCP 47, in the order of their indices; those before {@code it} and behind it write adjectives small. */
    static final List<String> ALL =
            List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja");

    private Languages() {}

    /** Its index; {@link #ANY} for one that is not known. */
    static byte of(String language) {
        String primary = language.length() > 2 && language.charAt(2) == '-' ? language.substring(0, 2) : language;
        return (byte) ALL.indexOf(primary);
    }
}
