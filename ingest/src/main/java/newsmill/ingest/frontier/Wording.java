package newsmill.ingest.frontier;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import newsmill.article.ContentHash;

/**
 * What of an article has to change to make a new revision: its title and text, without the counters and clocks that stand
 * above and below the text on some pages ("1,204 views", "updated 3 minutes ago").
 */
final class Wording {
    private static final int MOST_WORDS = 8;
    private static final Pattern SENTENCE =
            Pattern.compile(".*[.!?\u2026\u3002\u061f\u0964][\\p{Pf}\\p{Pe}\"']*$", Pattern.DOTALL);

    /** Scores, shares and sums are news. */
    private static final Pattern FIGURE =
            Pattern.compile(".*(\\d\\s?[-\u2013:%/\\p{Sc}]|[-\u2013%/\\p{Sc}]\\s?\\d).*", Pattern.DOTALL);

    private Wording() {}

    static String hash(String title, String body) {
        if (body == null) {
            return ContentHash.of(title, null);
        }
        List<String> paragraphs = Arrays.asList(body.split("\n\n"));
        int start = 0;
        int end = paragraphs.size();
        while (start < end && counts(paragraphs.get(start))) {
            start++;
        }
        while (end > start && counts(paragraphs.get(end - 1))) {
            end--;
        }
        return ContentHash.of(title, String.join("\n\n", paragraphs.subList(start, end)));
    }

    private static boolean counts(String paragraph) {
        return paragraph.chars().anyMatch(Character::isDigit)
                && paragraph.split("\\s+", MOST_WORDS + 2).length <= MOST_WORDS
                && !SENTENCE.matcher(paragraph).matches()
                && !FIGURE.matcher(paragraph).matches();
    }
}
