package newsmill.ingest.charset;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsmill.ingest.data.WordTable;

/** The character sets that labels mean, however they are spelt: {@code windows_1251}, {@code KOI8R}, {@code x-mac-roman}. */
public final class CharsetLabels {
    /** Labels that mean a larger set than they name; and names that the platform spells differently or does not know. */
    private static final Map<String, String> MEANT = WordTable.of(CharsetLabels.class, "charsets.txt");

    private static final int LONGEST = 40;

    private CharsetLabels() {}

    /** The character set, or null if the label is of none the platform knows. */
    public static Charset of(String label) {
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

    /**
     * The same of a label that was read as single bytes, or of a header over a text whose bytes do not show UTF-16: whatever
     * it says, such a text is in neither UTF-16 nor UTF-32 (WHATWG HTML, 13.2.3.2, goes as far).
     */
    public static Charset narrow(String label) {
        Charset charset = of(label);
        boolean wide = charset != null
                && (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"));
        return charset == null || wide || !charset.canEncode() ? null : charset;
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
