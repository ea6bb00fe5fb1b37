package newsmill.enrich.language;

import java.util.List;
import java.util.Set;

/** Languages that are hard to tell apart, or that are one under several names. */
final class Siblings {
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("hr", "bs", "sr", "sh", "cnr"),
            Set.of("no", "nb", "nn"),
            Set.of("id", "ms"),
            Set.of("zh", "yue", "cmn"),
            Set.of("fa", "prs"),
            Set.of("sw", "swa", "swh"),
            Set.of("tl", "fil"),
            Set.of("he", "iw", "yi"),
            Set.of("zu", "xh", "nr", "ss"),
            Set.of("rw", "rn"),
            Set.of("st", "tn", "nso"),
            Set.of("pcm", "en"));

    private Siblings() {}

    /** True if both are names of one language, or of two that only their own readers can tell apart in a few lines. */
    static boolean are(String one, String other) {
        return one.equals(other) || FAMILIES.stream().anyMatch(f -> f.contains(one) && f.contains(other));
    }

    /** The language of a text in a script that one language owns, or nearly so. */
    static String inScript(Script script, Sample sample, String declared) {
        if (script == Script.HAN && sample.letters(Script.KANA) * 10 > sample.letters(Script.HAN)) {
            return "ja";
        }
        return are(script.language, declared) ? declared : script.language;
    }
}
