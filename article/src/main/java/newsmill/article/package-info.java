/**
 * The contract between Newsmill's services, and between Newsmill and yours.
 *
 * <p>Topics are named by {@link newsmill.article.Topics}. The key of a raw or enriched record is the article id in
 * UTF-8 ({@link newsmill.article.ArticleId}), its value is one flat JSON object in UTF-8: an
 * {@link newsmill.article.Article} on the raw topic, an {@link newsmill.article.EnrichedArticle} on the enriched one.
 * A null value is a tombstone: the article was withdrawn. Unknown fields are ignored by readers; an absent field means
 * that the page did not say. Every offset counts UTF-16 code units of {@code body}, so that in Java
 * {@code body.substring(start, end)} is the text. The JSON Schemas lie beside these classes as resources.
 */
package newsmill.article;
