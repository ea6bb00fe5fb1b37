package newsmill.article;

/**
 * Where an article was found.
 *
 * @param id the source's id in {@code sources.yaml}
 * @param name the publisher's name
 * @param country ISO 3166-1 alpha-2 code of the publisher's country
 * @param feed address of the feed, sitemap or listing page that led to it
 */
public record Source(String id, String name, String country, String feed) {}
