package newsmill.ingest.extract;

import java.util.List;
import newsmill.article.Article;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import newsmill.article.ContentHash;

/** Turns a page into a raw article. Pure and thread-safe: no clock, no network, no state. */
public final class ArticleExtractor {
    private ArticleExtractor() {}

    /** The extractor with the site rules that come with it. */
    public static ArticleExtractor standard() {
        return new ArticleExtractor();
    }

    /** The article on a page; {@code bodyVerdict} says what its body is. Never throws for what a page holds. */
    public Article extract(Page page) {
        Evidence evidence = Evidence.of(page);
        float[][] rows = BlockFeatures.of(evidence.blocks, evidence.context());
        List<Block> kept = BodyText.choose(evidence.blocks, rows, BodyText.judge(evidence.blocks, rows));
        String body = BodyText.text(kept);
        int titleAt = BlockFeatures.titleAt(rows);
        Title.Found title = Title.of(evidence);
        PublishedDate.Found published = PublishedDate.of(evidence, titleAt, kept);
        Stamp modified = PublishedDate.modified(evidence);
        Byline.Found byline = Byline.of(evidence, titleAt, kept);
        Publication about = Publication.of(evidence);
        String canonical = CanonicalUrl.of(Canonical.of(evidence));
        String headline = title == null ? null : title.text();
        return Article.of(ArticleId.of(canonical))
                .url(page.url())
                .canonicalUrl(canonical)
                .source(about.source())
                .title(headline)
                .description(about.description())
                .byline(byline == null ? List.of() : byline.names())
                .section(about.section())
                .keywords(about.keywords())
                .image(about.image())
                .language(about.language())
                .publishedAt(published == null ? null : published.stamp().iso())
                .publishedAtFrom(published == null ? null : published.from())
                .modifiedAt(modified == null ? null : modified.iso())
                .fetchedAt(page.fetched())
                .body(body)
                .bodyVerdict(BodyJudge.of(evidence, kept).verdict())
                .contentHash(ContentHash.of(headline, body))
                .rights(OptOuts.of(evidence.meta))
                .build();
    }
}
