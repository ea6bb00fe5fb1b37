package newsmill.enrich.text;

import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.Text.Kind;

/**
 * Where sentences begin: at each paragraph, and behind a full stop, question or exclamation mark with its closing
 * quotation marks, where the next word does not go on in lower case and the stop did not belong to an abbreviation.
 */
final class Sentences {
    private static final HashSet64 ABBREVIATIONS = hashes(
            "mr mrs ms dr prof sen rep reps sens gov gen lt col maj capt sgt adm cmdr rev hon st mt ft jr sr inc corp co ltd"
                    + " no nos vs fig approx dept univ est jan feb mar apr jun jul aug sep sept oct nov dec"
                    + " ca bzw ggf evtl inkl zzgl nr mio mrd str usw z vgl"
                    + " mme mlle mm av art sra dra srta pres dept dott sig ing avv onn dhr mevr drs");
    private static final HashSet64 STARTERS = hashes(
            "the a an he she it they we i in on at but and this that these those his her its their there when while"
                    + " after before as if for with however meanwhile officials");

    private Sentences() {}

    /** The first token of each sentence, and the number of tokens at the end. */
    static int[] starts(Tokens tokens, int[] paragraphs) {
        int[] starts = new int[tokens.size / 20 + 8];
        int count = 0;
        int paragraph = 0;
        for (int t = 0; t < tokens.size; t++) {
            boolean first = paragraph < paragraphs.length && paragraphs[paragraph] == t;
            if (first) {
                paragraph++;
            }
            if (first || begins(tokens, t)) {
                if (count + 1 >= starts.length) {
                    starts = Arrays.copyOf(starts, count * 2 + 8);
                }
                starts[count++] = t;
            }
        }
        starts[count] = tokens.size;
        return Arrays.copyOf(starts, count + 1);
    }

    private static boolean begins(Tokens tokens, int t) {
        Kind kind = Text.Kind.ALL[tokens.kinds[t]];
        if (kind == Kind.LOWER || kind == Kind.PUNCTUATION && !isOpening(tokens, t)) {
            return false;
        }
        int last = t - 1;
        if (tokens.ends[last] == tokens.starts[t] && kind != Kind.IDEOGRAPH) {
            return false;
        }
        while (last > 0 && isClosing(tokens, last, t)) {
            last--;
        }
        return ends(tokens, last, t);
    }

    /** True if the token is a stop that ends a sentence before the token {@code next}. */
    private static boolean ends(Tokens tokens, int stop, int next) {
        Kind kind = Kind.ALL[tokens.kinds[stop]];
        if (kind == Kind.DOTTED) {
            return STARTERS.contains(tokens.hashes[next]);
        }
        if (kind != Kind.PUNCTUATION) {
            return false;
        }
        long sign = tokens.hashes[stop];
        if (sign != Signs.STOP) {
            return sign == Signs.QUESTION
                    || sign == Signs.EXCLAMATION
                    || sign == Signs.ELLIPSIS
                    || sign == Signs.CJK_STOP
                    || sign == Signs.CJK_QUESTION
                    || sign == Signs.CJK_EXCLAMATION
                    || sign == Signs.ARABIC_QUESTION;
        }
        if (stop == 0 || tokens.ends[stop - 1] != tokens.starts[stop]) {
            return true;
        }
        boolean ordinal = Kind.ALL[tokens.kinds[stop - 1]] == Kind.NUMBER
                && tokens.ends[stop - 1] - tokens.starts[stop - 1] <= 2
                && !STARTERS.contains(tokens.hashes[next]);
        return !ordinal && !ABBREVIATIONS.contains(tokens.hashes[stop - 1]);
    }

    private static boolean isOpening(Tokens tokens, int t) {
        return Signs.OPENING.contains(tokens.hashes[t]);
    }

    /** Closing marks hug the word before them; a straight mark with a space before it opens. */
    private static boolean isClosing(Tokens tokens, int t, int next) {
        return tokens.kinds[t] == (byte) Kind.PUNCTUATION.ordinal()
                && tokens.ends[t - 1] == tokens.starts[t]
                && t < next
                && Signs.CLOSING.contains(tokens.hashes[t]);
    }

    private static HashSet64 hashes(String words) {
        return HashSet64.of(List.of(words.split(" ")));
    }

    /** The hashes of the signs that matter here. */
    private static final class Signs {
        static final long STOP = TokenHash.of(".");
        static final long QUESTION = TokenHash.of("?");
        static final long EXCLAMATION = TokenHash.of("!");
        static final long ELLIPSIS = TokenHash.of("…");
        static final long CJK_STOP = TokenHash.of("。");
        static final long CJK_QUESTION = TokenHash.of("？");
        static final long CJK_EXCLAMATION = TokenHash.of("！");
        static final long ARABIC_QUESTION = TokenHash.of("؟");
        static final HashSet64 OPENING = hashes("\" “ „ ‟ « ‹ ‘ ‚ ' ( [ ¿ ¡ » › 「 『 《 — –");
        static final HashSet64 CLOSING = hashes("\" ” “ » › ’ ' ) ] 」 』 》 «");
    }
}
