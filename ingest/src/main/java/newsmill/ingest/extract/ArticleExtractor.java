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
        Page page = reading.evidence().page;
        Publication about = reading.about();
        String canonical = CanonicalUrl.of(about.canonical().value());
        String title = reading.title() == null ? null : reading.title().text();
        String body = BodyText.text(reading.story());
        PublishedDate.Found published = reading.published();
        PublishedDate.Found modified = reading.modified();
        return Article.of(ArticleId.of(canonical))
                .url(page.url())
                .canonicalUrl(canonical)
                .source(about.source(page.source()))
                .title(title)
                .description(Told.value(about.description()))
                .byline(reading.byline() == null ? List.of() : reading.byline().names())
                .section(Told.value(about.section()))
                .keywords(
                        about.keywords() == null ? List.of() : about.keywords().value())
                .image(Told.value(about.image()))
                .language(Told.value(about.language()))
                .publishedAt(published == null ? null : published.stamp().iso())
                .publishedAtFrom(published == null ? null : published.from())
                .modifiedAt(modified == null ? null : modified.stamp().iso())
                .fetchedAt(page.fetched())
                .body(body)
                .bodyVerdict(reading.verdict().verdict())
                .contentHash(ContentHash.of(title, body))
                .rights(OptOuts.of(reading.evidence().meta))
                .build();
    }
}
