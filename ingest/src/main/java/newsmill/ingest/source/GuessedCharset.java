package newsmill.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * The character set that bytes are in when their label does not fit or there is none, by what each would make of them: only
 * Japanese is full of kana, only Korean of Hangul, and each alphabet has its own places among the upper bytes.
 */
final class GuessedCharset {
    /** Fewer bytes above ASCII could be anything. */
    private static final int FEWEST = 6;

    private static final int LOOK_AT = 100_000;

    private GuessedCharset() {}

    /** The character set of a text in another script than ours, or null if it does not look like one. */
    static Charset of(byte[] all) {
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
        // The accents of Western languages stand alone, or else beside plain letters.
        if (high < FEWEST || together * 2 < high) {
            return null;
        }
        String name = eastAsian(bytes);
        String found = name == null && amongLetters * 10 < high ? alphabet(bytes, high) : name;
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

    private static String decoded(byte[] bytes, String charset) {
        try {
            // The last character may be cut off.
            ByteBuffer whole = ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - 4));
            return Charset.forName(charset)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(whole)
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String alphabet(byte[] bytes, int high) {
        int[] counts = new int[256];
        for (byte b : bytes) {
            counts[b & 255]++;
        }
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

    private static int between(int[] counts, int first, int last) {
        return Arrays.stream(counts, first, last + 1).sum();
    }
}
