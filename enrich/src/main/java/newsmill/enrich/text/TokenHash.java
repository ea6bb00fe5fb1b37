package newsmill.enrich.text;

import java.text.Normalizer;

/** The hash of a token's spelling: FNV-1a over its code units in lower case, mixed at the end. */
public final class TokenHash {
    static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private TokenHash() {}

    /** The hash of a single word or sign, as {@link Text#hash} gives it. */
    public static long of(String token) {
        return of(token, 0, token.length());
    }

    /** The hash of the word or sign between two offsets. */
    public static long of(String text, int start, int end) {
        long hash = START;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            byte type = Chars.of(c);
            if (type == Chars.MARK) {
                return ofComposed(text.substring(start, end));
            }
            if (type != Chars.SILENT) {
                hash = step(hash, Chars.lower(c));
            }
        }
        return finish(hash);
    }

    /** Letters followed by combining marks hash as their composed forms do. */
    private static long ofComposed(String token) {
        String composed = Normalizer.normalize(token, Normalizer.Form.NFC);
        long hash = START;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Chars.of(c) != Chars.SILENT) {
                hash = step(hash, Chars.lower(c));
            }
        }
        return finish(hash);
    }

    static long step(long hash, char lower) {
        return (hash ^ lower) * PRIME;
    }

    /** MurmurHash3's last step, so that every bit may serve as a table index. */
    static long finish(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    /** The hash of a pair of tokens in order. */
    public static long pair(long first, long second) {
        return finish(first * 31 + second);
    }
}
