package newsmill.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of an article: the first 128 bits of SHA-256 of its canonical URL, as 32 lower-case hex digits. */
public final class ArticleId {
    private ArticleId() {}

    /** The id of the article at a canonical URL (see {@link CanonicalUrl}). */
    public static String of(String canonicalUrl) {
        return HexFormat.of().formatHex(sha256(canonicalUrl), 0, 16);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
