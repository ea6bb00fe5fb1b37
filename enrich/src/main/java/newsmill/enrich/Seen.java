package newsmill.enrich;

import newsmill.article.Article;
import newsmill.article.ContentHash;

/**
 * What the service remembers of an article: enough to tell what is new.
 *
 * @param revision the last revision passed on; 0 for a takedown of an article never seen
 * @param contentHash of its title and body
 * @param enricher the version of the tagger set that tagged it
 * @param withdrawn whether it was taken down
 */
record Seen(int revision, String contentHash, String enricher, boolean withdrawn) {

    /**
     * What to remember once the article has been passed on, with the revision to give it; null if it is not new. A
     * replayed record counts as any other: what it says is new or it is not.
     *
     * @param last what is remembered; null if nothing is
     */
    static Seen next(Seen last, Article article, String enricher) {
        String hash =
                article.contentHash() == null ? ContentHash.of(article.title(), article.body()) : article.contentHash();
        int revision = article.revision();
        if (last == null) {
            return new Seen(revision, hash, enricher, article.withdrawn());
        }
        if (article.withdrawn()) {
            return last.withdrawn || revision < last.revision ? null : new Seen(revision, hash, enricher, true);
        }
        if (last.withdrawn) {
            // Only a later revision brings an article back.
            return revision > last.revision ? new Seen(revision, hash, enricher, false) : null;
        }
        if (hash.equals(last.contentHash)) {
            return enricher.equals(last.enricher)
                    ? null
                    : new Seen(Math.max(revision, last.revision), hash, enricher, false);
        }
        if (revision < last.revision) {
            return null;
        }
        // Archives often number nothing: then a change is seen by the text alone, and counted here.
        return new Seen(Math.max(revision, last.revision + 1), hash, enricher, false);
    }

    /**
     * What to remember once a tombstone has been passed on; null if it must not be, because a later revision stands.
     *
     * @param revision of the article that the tombstone buries; 0 where it does not say
     * @param replayed whether the tombstone comes from an archive
     */
    static Seen buried(Seen last, int revision, boolean replayed, String enricher) {
        if (last == null) {
            return new Seen(revision, "", enricher, true);
        }
        boolean late = revision == 0 ? replayed : revision < last.revision;
        return late && !last.withdrawn
                ? null
                : new Seen(Math.max(revision, last.revision), last.contentHash, last.enricher, true);
    }
}
