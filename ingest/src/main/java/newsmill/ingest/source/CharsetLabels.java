package newsmill.ingest.source;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The character sets that labels mean, however they are spelt: {@code windows_1251}, {@code KOI8R}, {@code x-mac-roman}. */
final class CharsetLabels {
    /** Labels that mean a larger set than they name; and names that the platform spells differently or does not know. */
    private static final Map<String, String> MEANT = WordTable.of("charsets.txt");

    private static final int LONGEST = 40;

    private CharsetLabels() {}

    /** The character set, or null if the label is of none the platform knows. */
    static Charset of(String label) {
        String plain = label == null || label.length() > LONGEST ? "" : plain(label);
        if (plain.isEmpty()) {
            return null;
        }
        String meant = MEANT.get(plain);
        if (meant == null) {
            try {
                return Charset.forName(label.strip());
            } catch (IllegalArgumentException e) {
                meant = All.NAMES.get(plain);
            }
        }
        return meant == null || !Charset.isSupported(meant) ? null : Charset.forName(meant);
    }

    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Loaded only for a label that the platform does not know as it is spelt. */
    private static final class All {
        static final Map<String, String> NAMES = new HashMap<>();

        static {
            for (Charset charset : Charset.availableCharsets().values()) {
                put(charset.name(), charset);
                charset.aliases().forEach(alias -> put(alias, charset));
            }
        }

        private static void put(String label, Charset charset) {
            String plain = plain(label);
            for (String spelling : List.of(plain, plain.startsWith("x") ? plain.substring(1) : plain)) {
                NAMES.putIfAbsent(spelling, charset.name());
            }
            if (plain.startsWith("windows")) {
                String page = plain.substring("windows".length());
                for (String prefix : List.of("win", "xcp", "cswindows", "")) {
                    NAMES.putIfAbsent(prefix + page, charset.name());
                }
            }
        }
    }
}
