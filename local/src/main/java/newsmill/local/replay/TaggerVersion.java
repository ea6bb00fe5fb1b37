package newsmill.local.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of the taggers, as {@code enriched.by} names them, by age. */
final class TaggerVersion {
    private static final Pattern NUMBERS =
            Pattern.compile("(?:[A-Za-z-]+/)?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[^\\d.].*)?");

    private TaggerVersion() {}

    /** True if it can be compared: {@code 0.2.0}, {@code newsmill/0.2}. */
    static boolean known(String version) {
        return version != null && NUMBERS.matcher(version).matches();
    }

    /** True if {@code one} is older than {@code other}; what is no version is older than any. */
    static boolean older(String one, String other) {
        long[] a = numbers(one);
        long[] b = numbers(other);
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return a[i] < b[i];
            }
        }
        return false;
    }

    private static long[] numbers(String version) {
        long[] numbers = {-1, 0, 0};
        Matcher matcher = NUMBERS.matcher(version == null ? "" : version);
        if (matcher.matches()) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = matcher.group(i + 1) == null ? 0 : Long.parseLong(matcher.group(i + 1));
            }
        }
        return numbers;
    }
}
