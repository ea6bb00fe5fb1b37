package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsmill.article.Article;

/** Says in lines for people which evidence gave each field, and which blocks were kept or dropped and why. */
final class Explanation {
    private static final int LONGEST = 90;
    private static final int REASONS = 3;

    private Explanation() {}

    static List<String> of(Reading reading, Article article) {
        List<String> lines = new ArrayList<>();
        Title.Found title = reading.title();
        field(lines, "title", article.title(), title == null ? null : title.evidence());
        field(
                lines,
                "byline",
                article.byline(),
                reading.byline() == null ? null : reading.byline().evidence());
        field(
                lines,
                "publishedAt",
                article.publishedAt(),
                reading.published() == null
                        ? null
                        : reading.published().from() + ": "
                                + reading.published().evidence());
        field(lines, "modifiedAt", article.modifiedAt(), null);
        field(lines, "canonicalUrl", article.canonicalUrl(), null);
        field(lines, "language", article.language(), null);
        field(lines, "section", article.section(), null);
        field(lines, "keywords", article.keywords(), null);
        field(lines, "bodyVerdict", article.bodyVerdict(), reading.verdict().reason());
        reading.troubles().forEach(trouble -> lines.add(trouble.text()));
        Set<Block> story = new HashSet<>(reading.story());
        for (Block block : reading.evidence().blocks.all) {
            lines.add(block(reading, block, story.contains(block)));
        }
        return lines;
    }

    private static void field(List<String> lines, String name, Object value, String evidence) {
        String from = evidence == null ? "" : " (" + brief(evidence) + ")";
        lines.add(name + ": " + (value == null ? "-" : brief(value.toString())) + (value == null ? "" : from));
    }

    private static String block(Reading reading, Block block, boolean kept) {
        float score = reading.scores()[block.index];
        boolean likely = BodyText.likely(reading.evidence().blocks, block, score);
        return String.format(
                Locale.ROOT,
                "%s %.2f %s \"%s\" %s",
                kept ? "keep" : "drop",
                score,
                block.box.tag,
                brief(block.text),
                kept == likely ? reasons(reading.rows()[block.index], kept) : "(rule, headline or repetition)");
    }

    /** The features that spoke most for the verdict. */
    private static String reasons(float[] row, boolean kept) {
        if (BodyText.isFurniture(row)) {
            return "because it is a link far from any prose";
        }
        float[] said = BodyText.contributions(row);
        StringBuilder out = new StringBuilder("because");
        for (int k = 0; k < REASONS; k++) {
            int best = 0;
            for (int i = 0; i < said.length; i++) {
                best = (kept ? said[i] > said[best] : said[i] < said[best]) ? i : best;
            }
            out.append(String.format(Locale.ROOT, " %s=%.2f", Feature.name(best), row[best]));
            said[best] = 0;
        }
        return out.toString();
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
