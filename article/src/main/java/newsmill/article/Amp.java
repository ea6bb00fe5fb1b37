package newsmill.article;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How publishers mark the AMP edition of an article in its address. */
final class Amp {
    private static final Set<String> PARAMETERS =
            Set.of("amp", "amp=", "amp=1", "amp=true", "outputtype=amp", "output=amp", "view=amp");

    private Amp() {}

    /** True for a query parameter that asks for the AMP edition. */
    static boolean isParameter(String parameter) {
        return PARAMETERS.contains(parameter.toLowerCase(Locale.ROOT));
    }

    /** Takes AMP's mark off the last segment of a path; false if there is none. */
    static boolean unwrap(List<String> segments) {
        int last = segments.size() - 1;
        String segment = segments.get(last);
        if (segment.equals("amp") && last > 1 && looksLikeAnArticle(segments.get(last - 1))) {
            segments.remove(last);
            return true;
        }
        for (String ending : List.of(".amp", ".amp.html")) {
            String name = segment.endsWith(ending) ? segment.substring(0, segment.length() - ending.length()) : "";
            if (looksLikeAnArticle(name)) {
                segments.set(last, name + ending.substring(".amp".length()));
                return true;
            }
        }
        return false;
    }

    /** A slug or a number; {@code /tag/amp} is a page about AMP. */
    private static boolean looksLikeAnArticle(String segment) {
        return segment.chars().anyMatch(c -> c == '-' || c >= '0' && c <= '9');
    }
}
