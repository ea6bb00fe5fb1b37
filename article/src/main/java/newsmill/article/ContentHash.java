package newsmill.article;

import java.text.Normalizer;
import java.util.HexFormat;

/** A hash of an article's title and body that changes only when their words do: NFKC, white space folded. */
public final class ContentHash {
    private ContentHash() {}

    /** 32 lower-case hex digits; a null title or body counts as empty. */
    public static String of(String title, String body) {
        return HexFormat.of().formatHex(ArticleId.sha256(normal(title) + '\n' + normal(body)), 0, 16);
    }

    static String normal(String text) {
        return text == null ? "" : folded(compatible(WholeCharacters.of(text)));
    }

    /** NFKC; plain Latin, Cyrillic and the usual quotation marks and dashes are it already, and need no tables. */
    private static String compatible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSettled(text.charAt(i))) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private static boolean isSettled(char c) {
        return c < 0xA0
                || c == 0xAB
                || c == 0xBB
                || c >= 0xC0 && c < 0x132
                || c >= 0x400 && c < 0x483
                || c >= 0x2018 && c <= 0x201E
                || c == 0x2013
                || c == 0x2014;
    }

    private static String folded(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = true;
            } else {
                if (gap && length > 0) {
                    folded[length++] = ' ';
                }
                gap = false;
                folded[length++] = c;
            }
        }
        return new String(folded, 0, length);
    }
}
