package newsmill.ingest.charset;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The character sets that labels mean, however they are spelt: {@code windows_1251}, {@code KOI8R}, {@code x-mac-roman}. */
public final class CharsetLabels {
    /** WHATWG Encoding: labels that mean a larger set than they name; and names that the platform spells differently. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("isolatin1", "windows-1252"),
            Map.entry("l1", "windows-1252"),
            Map.entry("usascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso88599", "windows-1254"),
            Map.entry("tis620", "x-windows-874"),
            Map.entry("iso885911", "x-windows-874"),
            Map.entry("windows874", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("xgbk", "GB18030"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("xsjis", "windows-31j"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("ksc56011987", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode11utf8", "UTF-8"),
            // Alike but for letters of Tajik and of Ukrainian.
            Map.entry("koi8t", "KOI8-R"),
            Map.entry("cp1125", "IBM866"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("maclatin2", "x-MacCentralEurope"),
            Map.entry("xmacce", "x-MacCentralEurope"));

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
                NAMES.putIfAbsent("win" + plain.substring("windows".length()), charset.name());
            }
        }
    }
}
