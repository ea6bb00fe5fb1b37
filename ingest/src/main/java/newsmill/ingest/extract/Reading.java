package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that was read from one page, and why.
 *
 * @param rows the features of each block
 * @param scores how likely each block is story
 * @param story the blocks that are the body
 * @param troubles what a site rule said that the page does not bear out
 */
record Reading(
        Evidence evidence,
        float[][] rows,
        float[] scores,
        List<Block> story,
        Publication about,
        Title.Found title,
        PublishedDate.Found published,
        PublishedDate.Found modified,
        Byline.Found byline,
        BodyJudge.Verdict verdict,
        List<RuleMisfit> troubles) {
    /** A body rule must find as many words as make an article. */
    private static final int LEAST_WORDS = 40;

    static Reading of(Page page, SiteRule rule) {
        Evidence evidence = Evidence.of(page, rule);
        List<RuleMisfit> troubles = new ArrayList<>();
        float[][] rows = BlockFeatures.of(evidence.blocks, evidence.context());
        float[] scores = BodyText.judge(rows);
        List<Block> story = BodyText.choose(evidence.blocks, rows, scores);
        story = rule == null ? story : ruled(evidence, rule, story, troubles);
        Title.Found title = title(evidence, rule, story, troubles);
        Layout layout = Layout.of(evidence, title, TitleFeatures.titleAt(rows), story);
        return new Reading(
                evidence,
                rows,
                scores,
                story,
                Publication.of(evidence),
                title,
                published(evidence, rule, layout, troubles),
                PublishedDate.modified(evidence),
                byline(evidence, rule, layout, troubles),
                BodyJudge.of(evidence, story),
                troubles);
    }

    /** What the rule chooses, if that is text enough and holds at least half of what was found without it. */
    private static List<Block> ruled(Evidence evidence, SiteRule rule, List<Block> found, List<RuleMisfit> troubles) {
        if (rule.body() == null && rule.drop().isEmpty()) {
            return found;
        }
        List<Block> chosen = new ArrayList<>();
        for (Block block : rule.body() == null ? found : evidence.blocks.all) {
            boolean keep = rule.body() == null || block.under(ClassWords.KEPT_BY_RULE);
            if (keep && !block.under(ClassWords.DROPPED_BY_RULE)) {
                chosen.add(block);
            }
        }
        int words = words(chosen);
        Set<Block> shared = new HashSet<>(chosen);
        int common = words(found.stream().filter(shared::contains).toList());
        if (words < LEAST_WORDS || common * 2 < words(found)) {
            String reason = "finds " + words + " words, " + common + " of the " + words(found) + " found without it";
            troubles.add(new RuleMisfit(evidence.page.url(), rule.site(), "body", reason));
            return found;
        }
        return chosen;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.words).sum();
    }

    private static Title.Found title(Evidence evidence, SiteRule rule, List<Block> story, List<RuleMisfit> troubles) {
        if (rule != null && rule.title() != null) {
            String text = SiteRule.text(evidence.document, rule.title());
            if (text != null && text.length() < 500) {
                return new Title.Found(text, "site rule");
            }
            troubles.add(new RuleMisfit(evidence.page.url(), rule.site(), "title", "finds nothing"));
        }
        return Title.of(evidence, story);
    }

    private static PublishedDate.Found published(
            Evidence evidence, SiteRule rule, Layout layout, List<RuleMisfit> troubles) {
        if (rule != null && rule.published() != null) {
            PublishedDate.Found found =
                    PublishedDate.ruled(evidence, SiteRule.text(evidence.document, rule.published()));
            if (found != null) {
                return found;
            }
            troubles.add(new RuleMisfit(evidence.page.url(), rule.site(), "published", "finds no date"));
        }
        return PublishedDate.of(evidence, layout);
    }

    private static Byline.Found byline(Evidence evidence, SiteRule rule, Layout layout, List<RuleMisfit> troubles) {
        if (rule != null && rule.byline() != null) {
            List<String> names = Byline.names(SiteRule.texts(evidence.document, rule.byline()));
            if (!names.isEmpty()) {
                return new Byline.Found(names, "site rule");
            }
            troubles.add(new RuleMisfit(evidence.page.url(), rule.site(), "byline", "finds no name"));
        }
        return Byline.of(evidence, layout);
    }
}
