package newsmill.ingest.extract;

import java.util.List;
import java.util.function.Consumer;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.article.ContentHash;

/** Turns a page into a raw article. Pure and thread-safe: no clock, no network, no state. */
public final class ArticleExtractor {
    private final SiteRules rules;
    private final Consumer<RuleMisfit> troubles;

    private ArticleExtractor(SiteRules rules, Consumer<RuleMisfit> troubles) {
        this.rules = rules;
        this.troubles = troubles;
    }

    /** The extractor without site rules. */
    public static ArticleExtractor standard() {
        return with(SiteRules.none(), trouble -> {});
    }

    /** An extractor that tries these rules first; {@code troubles} is told of each page that a rule no longer fits. */
    public static ArticleExtractor with(SiteRules rules, Consumer<RuleMisfit> troubles) {
        return new ArticleExtractor(rules, troubles);
    }

    /** The article on a page; {@code bodyVerdict} says what its body is. Never throws for what a page holds. */
    public Article extract(Page page) {
        Reading reading = Reading.of(page, rules.rule(page.url()));
        reading.troubles().forEach(troubles);
        return article(reading);
    }

    /** Lines that say which evidence gave each field, and which blocks of the page were kept or dropped and why. */
    public List<String> explain(Page page) {
        Reading reading = Reading.of(page, rules.rule(page.url()));
        return Explanation.of(reading, article(reading));
    }

    private static Article article(Reading reading) {
        Evidence evidence = reading.evidence();
        Publication about = Publication.of(evidence);
        String canonical = CanonicalUrl.of(Canonical.of(evidence));
        String title = reading.title() == null ? null : reading.title().text();
        String body = BodyText.text(reading.story());
        PublishedDate.Found published = reading.published();
        return Article.of(ArticleId.of(canonical))
                .url(evidence.page.url())
                .canonicalUrl(canonical)
                .source(about.source())
                .title(title)
                .description(about.description())
                .byline(reading.byline() == null ? List.of() : reading.byline().names())
                .section(about.section())
                .keywords(about.keywords())
                .image(about.image())
                .language(about.language())
                .publishedAt(published == null ? null : published.stamp().iso())
                .publishedAtFrom(published == null ? null : published.from())
                .modifiedAt(
                        reading.modified() == null ? null : reading.modified().iso())
                .fetchedAt(evidence.page.fetched())
                .body(body)
                .bodyVerdict(reading.verdict().verdict())
                .contentHash(ContentHash.of(title, body))
                .rights(OptOuts.of(evidence.meta))
                .build();
    }
}
