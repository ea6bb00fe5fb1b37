package newsmill.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a line with a date tells when the story appeared, or of something else. */
final class DateLine {
    private static final List<String> OTHERS = StatedDate.others();

    /** Words in lower case that stand before the day in datelines. */
    private static final Set<String> SMALL =
            Set.of("vom", "am", "den", "der", "le", "de", "del", "d", "of", "on", "the", "von", "el", "il", "em", "a");

    /** Words beside the date that a line for readers has at most; a sentence may have more. */
    private static final int FEW = 8;

    private DateLine() {}

    /** True if the word before the date says that it is another's: "until", "born", "since". */
    static boolean another(String text, DateText.Hit hit) {
        String before = text.substring(0, hit.start()).stripTrailing().toLowerCase(Locale.ROOT);
        String word = before.substring(before.lastIndexOf(' ') + 1);
        String bare = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
        return OTHERS.contains(bare);
    }

    /** True if the date is but a part of a sentence. */
    static boolean sentence(String text, DateText.Hit hit) {
        String rest = text.substring(0, hit.start()) + text.substring(hit.end());
        char last = text.charAt(text.length() - 1);
        return (last == '.' || last == '!' || last == '?') && rest.split("\\s+").length > FEW;
    }

    /** True if the date opens a story: behind no more than a place and an agency, and not as the sentence's first word. */
    static boolean opens(String text, DateText.Hit hit) {
        String before = text.substring(0, hit.start()).strip();
        boolean lone = before.length() <= 4 && before.chars().allMatch(Character::isLetter) && !before.isEmpty();
        if (before.endsWith("(")) {
            return true;
        }
        if (lone) {
            String behind = text.substring(hit.end()).strip();
            return behind.isEmpty() || "-\u2013\u2014:|).\u2022\u00b7/".indexOf(behind.charAt(0)) >= 0;
        }
        for (String word : before.split("\\s+")) {
            String lower = word.replaceAll("[^\\p{L}]", "");
            if (!lower.isEmpty() && Character.isLowerCase(lower.charAt(0)) && !SMALL.contains(lower)) {
                return false;
            }
        }
        return true;
    }
}
