package newsmill.ingest.frontier;

import newsmill.article.Article;

/** An article under the identity that was decided for it at first, whatever its page says later. */
final class Identity {
    private Identity() {}

    static Article of(Article article, String id, String canonicalUrl) {
        if (article.id().equals(id)) {
            return article;
        }
        Article.Builder builder = Article.of(id);
        return builder.url(article.url())
                .canonicalUrl(canonicalUrl)
                .source(article.source())
                .title(article.title())
                .description(article.description())
                .byline(article.byline())
                .section(article.section())
                .keywords(article.keywords())
                .image(article.image())
                .language(article.language())
                .publishedAt(article.publishedAt())
                .publishedAtFrom(article.publishedAtFrom())
                .modifiedAt(article.modifiedAt())
                .fetchedAt(article.fetchedAt())
                .body(article.body())
                .bodyVerdict(article.bodyVerdict())
                .contentHash(article.contentHash())
                .rights(article.rights())
                .build();
    }
}
