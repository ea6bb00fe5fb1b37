package newsmill.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsmill.article.Article;
import org.junit.jupiter.api.Test;

class SiteRulesTest {
    private static final String PAGE = """
            <html><head><title>Old market to be rebuilt</title></head><body>
            <h1>Old market to be rebuilt</h1>
            <div class="story"><p>The harbour council voted on Tuesday evening to rebuild the old market, which has stood
            empty since a storm tore away its roof two winters ago.</p>
            <p>Work will begin in spring and take about a year, the council said, and most of the money will come from a
            coastal fund that was set up after the flood.</p>
            <p class="house">The Example Courier has followed the market for nine years and will do so for nine more.</p>
            <p class="signed">ada byron writes for us</p></div></body></html>""";

    private final List<RuleMisfit> troubles = new ArrayList<>();

    private Article extract(String yaml) {
        ArticleExtractor extractor = ArticleExtractor.with(SiteRules.parse(yaml), troubles::add);
        return extractor.extract(Page.of("https://www.news.example.com/a", PAGE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRuleForADomainHoldsForItsHosts() {
        Article article = extract("""
                - site: example.com
                  body: "div.story"
                  drop: [".house", ".signed"]
                  title: "h1"
                  byline: ".signed"
                """);
        assertTrue(article.body().endsWith("after the flood."), article.body());
        assertEquals(List.of(), troubles);
    }

    @Test
    void aRuleThatFindsNothingIsReportedAndNotObeyed() {
        Article article = extract("- {site: example.com, body: div.gone, title: h1.gone, published: .gone}");
        assertTrue(article.body().contains("harbour council"));
        assertEquals("Old market to be rebuilt", article.title());
        assertEquals(3, troubles.size(), troubles.toString());
        assertTrue(troubles.get(0)
                .toString()
                .startsWith("https://www.news.example.com/a: site rule for example.com: body"));
    }

    @Test
    void theExplanationSaysWhichPartOfARuleWasNotObeyed() {
        SiteRules rules = SiteRules.parse("- {site: example.com, title: h1.gone}");
        List<String> lines = ArticleExtractor.with(rules, troubles::add)
                .explain(Page.of("https://news.example.com/a", PAGE.getBytes(StandardCharsets.UTF_8)));
        assertTrue(lines.contains("site rule for example.com: title finds nothing; not obeyed"), lines.toString());
    }

    @Test
    void aRuleThatFindsAnotherTextIsReportedAndNotObeyed() {
        Article article = extract("- {site: example.com, body: .house}");
        assertTrue(article.body().contains("harbour council"));
        assertEquals(1, troubles.size());
    }

    @Test
    void aWrongRuleFailsAtOnceAndSaysWhichAndWhy() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> SiteRules.parse("- {site: example.com, body: 'div['}"))
                .getMessage();
        assertTrue(message.contains("example.com") && message.contains("div["), message);
        assertThrows(IllegalArgumentException.class, () -> SiteRules.parse("- {site: a.com, bdy: p}"));
        assertThrows(IllegalArgumentException.class, () -> SiteRules.parse("- {body: p}"));
        assertThrows(IllegalArgumentException.class, () -> SiteRules.parse("[{site: a.com}, {site: www.A.com}]"));
    }

    @Test
    void aSiteMayBeWrittenWithWwwAndInCapitals_butIsNoAddress() {
        Article article = extract("- {site: www.Example.com, byline: .gone}");
        assertEquals(1, troubles.size(), article.toString());
        for (String site : List.of("https://example.com", "example.com/sport", "example.com:8080", "www.")) {
            assertEquals(
                    "site rule for " + site + ": should be a host, such as news.example.com",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> SiteRules.parse("- {site: '" + site + "', body: p}"))
                            .getMessage());
        }
    }

    @Test
    void theFileThatComesWithNewsmillIsRight() throws IOException {
        SiteRules.read(Path.of("../config/sites.yaml"));
    }

    @Test
    void explainsEachFieldAndEachBlock() {
        List<String> lines = ArticleExtractor.standard()
                .explain(Page.of("https://example.com/a", PAGE.getBytes(StandardCharsets.UTF_8)));
        assertTrue(lines.contains("title: Old market to be rebuilt (h1)"), lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("keep ") && line.contains("The harbour council")),
                lines.toString());
        assertTrue(lines.stream().filter(line -> line.startsWith("keep")).allMatch(line -> line.contains("because ")));
        assertFalse(lines.stream().anyMatch(line -> line.contains("\n")));
    }

    @Test
    void explainsTheFieldsThatThePageLeavesOut_thePlaceOfABlock_andWhatEveryReasonMeans() {
        List<String> lines = ArticleExtractor.standard()
                .explain(Page.of("https://example.com/a", PAGE.getBytes(StandardCharsets.UTF_8)));
        assertTrue(lines.contains("section: -"), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.contains("div.story > p \"The harbour")), lines.toString());
        String legend = String.join("\n", lines.subList(lines.indexOf("what the reasons mean:"), lines.size()));
        for (int i = 0; i < Feature.COUNT; i++) {
            String name = Feature.name(i);
            String known = name.contains(":") ? name.substring(0, name.indexOf(':') + 1) : name;
            assertTrue(Resources.lines("reasons.txt").stream().anyMatch(line -> line.startsWith(known + ": ")), known);
            boolean used = lines.stream().anyMatch(line -> line.contains(" " + name + "="));
            assertTrue(!used || legend.contains("  " + known), known);
        }
    }
}
