package newsmill.ingest.charset;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The character set that bytes are in when their label does not fit or there is none, by what each would make of them: only
 * Japanese is full of kana, only Korean of Hangul, and each alphabet has its own places among the upper bytes.
 */
public final class GuessedCharset {
    /** Fewer bytes above ASCII could be anything. */
    private static final int FEWEST = 6;

    /** So many of them must be Polish letters for a language to show in Latin ones. */
    private static final int MANY = 20;

    private static final int LOOK_AT = 200_000;

    /** What languages that need more than Western letters were kept in before Unicode, on the web mostly Windows' sets. */
    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry("pl", "windows-1250"),
            Map.entry("cs", "windows-1250"),
            Map.entry("sk", "windows-1250"),
            Map.entry("hu", "windows-1250"),
            Map.entry("hr", "windows-1250"),
            Map.entry("sl", "windows-1250"),
            Map.entry("ro", "windows-1250"),
            Map.entry("tr", "windows-1254"),
            Map.entry("el", "windows-1253"),
            Map.entry("he", "windows-1255"),
            Map.entry("ar", "windows-1256"),
            Map.entry("fa", "windows-1256"),
            Map.entry("lt", "windows-1257"),
            Map.entry("lv", "windows-1257"),
            Map.entry("et", "windows-1257"),
            Map.entry("vi", "windows-1258"));

    private GuessedCharset() {}

    /** The character set of a text whose letters show it, or else that of its language (may be null); or null. */
    public static Charset of(byte[] bytes, String language) {
        Charset shown = of(bytes);
        if (shown != null || language == null) {
            return shown;
        }
        String name = BY_LANGUAGE.get(language.toLowerCase(Locale.ROOT).split("[-_]")[0]);
        return name == null ? null : Charset.forName(name);
    }

    /** The character set of a text in other letters than Western ones, or null if it does not look like one. */
    public static Charset of(byte[] all) {
        byte[] bytes = all.length > LOOK_AT ? Arrays.copyOf(all, LOOK_AT) : all;
        int high = 0;
        int together = 0;
        int amongLetters = 0;
        for (int i = 1; i + 1 < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                together += bytes[i - 1] < 0 || bytes[i + 1] < 0 ? 1 : 0;
                amongLetters += Character.isLetter(bytes[i - 1]) || Character.isLetter(bytes[i + 1]) ? 1 : 0;
            }
        }
        if (high < FEWEST) {
            return null;
        }
        // The accents of Western languages stand alone, or else beside plain letters.
        boolean alone = together * 2 < high;
        String found = alone ? null : eastAsian(bytes);
        if (found == null && (alone || amongLetters * 10 < high)) {
            int[] counts = counts(bytes);
            found = alone ? polish(counts, high) : alphabet(counts, high);
        }
        return found == null ? null : Charset.forName(found);
    }

    private static String eastAsian(byte[] bytes) {
        for (String japanese : new String[] {"windows-31j", "EUC-JP"}) {
            String text = decoded(bytes, japanese);
            if (text != null && share(text, '\u3041', '\u30fe') > 0.2 && share(text, '\uff61', '\uff9f') < 0.2) {
                return japanese;
            }
        }
        String korean = decoded(bytes, "x-windows-949");
        if (korean != null && share(korean, '\uac00', '\ud7a3') > 0.85) {
            return "x-windows-949";
        }
        // GB 2312's second bytes are all above ASCII, a third of Big5's are not; the everyday characters lead in both.
        String chinese = share(bytes, false, 0x40, 0x7E) > 0.1 ? "Big5-HKSCS" : "GB18030";
        int everyday = chinese.equals("GB18030") ? 0xD7 : 0xC6;
        String text = decoded(bytes, chinese);
        boolean han = text != null && share(text, '\u3000', '\u9fff') + share(text, '\uff01', '\uff5e') > 0.95;
        return han && share(bytes, true, 0xA1, everyday) > 0.85 ? chinese : null;
    }

    /** Of the bytes of pairs, the first of each or the second, how many lie between the two. */
    private static double share(byte[] bytes, boolean firsts, int from, int to) {
        int between = 0;
        int pairs = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] < 0) {
                int value = bytes[firsts ? i : i + 1] & 255;
                between += value >= from && value <= to ? 1 : 0;
                pairs++;
                i++;
            }
        }
        return pairs == 0 ? 0 : (double) between / pairs;
    }

    /** Of all that is not ASCII, how much lies between the two. */
    private static double share(String text, char first, char last) {
        int between = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all += c > 127 ? 1 : 0;
            between += c >= first && c <= last ? 1 : 0;
        }
        return all == 0 ? 0 : (double) between / all;
    }

    /** The text, or null if more than one in twenty characters above ASCII means nothing in the set. */
    private static String decoded(byte[] bytes, String charset) {
        String text = new String(bytes, Charset.forName(charset));
        return share(text, '\uFFFD', '\uFFFD') > 0.05 ? null : text;
    }

    private static int[] counts(byte[] bytes) {
        int[] counts = new int[256];
        for (byte b : bytes) {
            counts[b & 255]++;
        }
        return counts;
    }

    private static String alphabet(int[] counts, int high) {
        double thai = between(counts, 0xA1, 0xDA) + between(counts, 0xDF, 0xFB);
        if (thai > 0.95 * high && between(counts, 0xA1, 0xBF) > 0.2 * high) {
            return "x-windows-874";
        }
        // Of Hebrew, two letters in five are one of these; of Russian, where they are others, one in seven.
        double hebrew = between(counts, 0xE4, 0xE5) + between(counts, 0xE9, 0xE9) + between(counts, 0xF9, 0xFA);
        if (between(counts, 0xE0, 0xFA) > 0.97 * high && hebrew > 0.25 * high) {
            return "windows-1255";
        }
        // A few letters of Ukrainian lie lower.
        if (between(counts, 0xC0, 0xFF) < 0.85 * high) {
            return null;
        }
        // Greek's accented vowels stand where Russian has capitals that few words begin with.
        if (between(counts, 0xDC, 0xDF) > 0.05 * high
                && between(counts, 0xFB, 0xFB) + between(counts, 0xFF, 0xFF) == 0) {
            return "windows-1253";
        }
        // Small letters are the lower half in one, the upper half in the other.
        return between(counts, 0xC0, 0xDF) > between(counts, 0xE0, 0xFF) ? "KOI8-U" : "windows-1251";
    }

    /** Polish shows where the letters ą, ł, ś, ż, ź and ć of its set are more than half: in Western text they are signs. */
    private static String polish(int[] counts, int high) {
        int letters = counts[0xB9] + counts[0xB3] + counts[0x9C] + counts[0xBF] + counts[0x9F] + counts[0xE6];
        return high > MANY && letters * 2 > high ? "windows-1250" : null;
    }

    private static int between(int[] counts, int first, int last) {
        return Arrays.stream(counts, first, last + 1).sum();
    }
}
