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

    private static String normal(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(WholeCharacters.of(text), Normalizer.Form.NFKC)
                        .strip()
                        .replaceAll("\\s+", " ");
    }
}
