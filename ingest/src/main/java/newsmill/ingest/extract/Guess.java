package newsmill.ingest.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What encoding bytes look like when no label helps. */
final class Guess {
    /** Enough to tell; a page may be long. */
    private static final int LOOK_AT = 200_000;

    private static final List<String> DOUBLE_BYTE =
            List.of("windows-31j", "EUC-JP", "GB18030", "x-windows-949", "Big5-HKSCS");

    private Guess() {}

    static boolean escapes(byte[] bytes) {
        for (int i = 0; i + 1 < Math.min(bytes.length, LOOK_AT); i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    /** UTF-16 without a mark shows in zero bytes at every other place. */
    static Charset wide(byte[] bytes) {
        int n = Math.min(bytes.length, 4_096) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < n; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (n >= 16 && odd * 10 > n * 3 && even * 50 < n) {
            return StandardCharsets.UTF_16LE;
        }
        return n >= 16 && even * 10 > n * 3 && odd * 50 < n ? StandardCharsets.UTF_16BE : null;
    }

    /** True for UTF-8 with a few broken places, as pages glued from several sources have. */
    static boolean nearlyUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x80) {
                continue;
            }
            int more = b >= 0xf0 && b < 0xf5 ? 3 : b >= 0xe0 ? 2 : b >= 0xc2 ? 1 : 0;
            boolean whole = more > 0 && b < 0xf5;
            for (int k = 1; k <= more && whole; k++) {
                whole = i + k < bytes.length && (bytes[i + k] & 0xc0) == 0x80;
            }
            if (whole) {
                good++;
                i += more;
            } else {
                bad++;
            }
        }
        return good > 3 && good > bad * 9L;
    }

    /** False if many of the bytes mean nothing in the charset. */
    static boolean fits(byte[] bytes, Charset charset) {
        String text = new String(bytes, 0, Math.min(bytes.length, LOOK_AT), charset);
        int odd = 0;
        int high = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                high++;
                odd += c == '\ufffd' || (c >= 0xe000 && c <= 0xf8ff) ? 1 : 0;
            }
        }
        return odd * 10 < high || odd < 3;
    }

    /** The likeliest charset; {@code start} is the page's beginning, in which a language may be named. */
    static Charset of(byte[] bytes, String start) {
        Charset best = Charset.forName("windows-1252");
        double bestScore = 0;
        for (String name : DOUBLE_BYTE) {
            double score = asian(new String(bytes, 0, Math.min(bytes.length, LOOK_AT), Charset.forName(name)), name);
            if (score > bestScore) {
                bestScore = score;
                best = Charset.forName(name);
            }
        }
        if (bestScore > 0.6) {
            return best;
        }
        return singleByte(bytes, start);
    }

    private static double asian(String text, String name) {
        int high = 0;
        int common = 0;
        int bad = 0;
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            high++;
            han += c >= '\u4e00' && c <= '\u9fff' || c >= '\uf900' && c <= '\ufaff' ? 1 : 0;
            boolean kana = c >= '\u3040' && c <= '\u30ff';
            boolean hangul = c >= '\uac00' && c <= '\ud7a3';
            if (c == '\ufffd' || (c >= 0xe000 && c <= 0xf8ff) || (c >= '\uff61' && c <= '\uff9f')) {
                bad++;
            } else if (kana && (name.equals("windows-31j") || name.equals("EUC-JP"))) {
                common += 1;
            } else if (hangul && name.equals("x-windows-949")) {
                common += 1;
            } else if (COMMON_HAN.indexOf(c) >= 0) {
                common += 1;
            }
        }
        // Korean news writes a Chinese character here and there; Chinese read as Korean is full of them.
        boolean korean = name.equals("x-windows-949") && han * 10 > high;
        return high < 10 || bad * 20 > high || korean ? 0 : 0.5 + (double) common / high;
    }

    /** Characters that any page of Chinese or Japanese news is full of. */
    private static final String COMMON_HAN =
            "\u7684\u4e00\u662f\u4e0d\u4e86\u5728\u4eba\u6709\u6211\u4ed6\u8fd9\u4e2d\u5927\u6765\u4e0a\u56fd\u4e2a\u5230\u8bf4\u4eec\u4e3a\u5e74\u65e5\u6708\u65f6\u65b0\u4f1a\u51fa\u884c\u672c\u5730\u4f86\u500b\u5011\u570b\u8aaa\u6642\u6703\u70ba\uff0c\u3002\u3001";

    private static Charset singleByte(byte[] bytes, String start) {
        int cyrillic = 0;
        int high = 0;
        int koi = 0;
        int polish = 0;
        for (int i = 0; i < Math.min(bytes.length, LOOK_AT); i++) {
            int b = bytes[i] & 0xff;
            if (b >= 0x80) {
                high++;
                boolean pair = i > 0 && (bytes[i - 1] & 0xff) >= 0xc0 && b >= 0xc0;
                cyrillic += pair ? 1 : 0;
                koi += pair && b < 0xe0 ? 1 : 0;
                polish += b == 0xb9 || b == 0xb3 || b == 0x9c || b == 0xbf || b == 0x9f || b == 0xe6 ? 1 : 0;
            }
        }
        if (high > 20 && cyrillic * 2 > high) {
            return Charset.forName(koi * 2 > cyrillic ? "KOI8-R" : "windows-1251");
        }
        String language = Encoding.label(start.replace("lang", "charset"));
        if (language != null) {
            switch (language.substring(0, Math.min(2, language.length()))) {
                case "pl", "cs", "sk", "hu", "hr", "sl", "ro" -> {
                    return Charset.forName("windows-1250");
                }
                case "tr" -> {
                    return Charset.forName("windows-1254");
                }
                case "el" -> {
                    return Charset.forName("windows-1253");
                }
                case "he" -> {
                    return Charset.forName("windows-1255");
                }
                case "ar", "fa" -> {
                    return Charset.forName("windows-1256");
                }
                default -> {}
            }
        }
        return Charset.forName(polish * 2 > high && high > 20 ? "windows-1250" : "windows-1252");
    }
}
