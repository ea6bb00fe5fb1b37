package newsmill.ingest.frontier;

import java.nio.charset.StandardCharsets;
import newsmill.article.Article;
import newsmill.article.Article.BodyVerdict;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which article of a host has the same title and text: the same one under an address that was edited, or that carries a
 * parameter nobody knows. Walls and scraps of text are alike without being the same, and do not count.
 */
final class Twins {
    private final KeyValueStore<Bytes, byte[]> seen;

    Twins(KeyValueStore<Bytes, byte[]> seen) {
        this.seen = seen;
    }

    /** The id of the article that was last published with this text on the host of this address, or null. */
    String of(String url, Article article) {
        byte[] id = counts(article) ? seen.get(key(url, article)) : null;
        return id == null ? null : new String(id, StandardCharsets.UTF_8);
    }

    /** Remembers what was published. */
    void remember(String url, Article article) {
        if (counts(article)) {
            seen.put(key(url, article), article.id().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** True if an article's last revision still has the text. */
    boolean same(PageState.Printed printed, Article article) {
        return printed.contentHash().equals(article.contentHash());
    }

    private static boolean counts(Article article) {
        return article.bodyVerdict() == BodyVerdict.OK && article.title() != null;
    }

    private static Bytes key(String url, Article article) {
        return QueueKeys.host("text:" + article.contentHash() + Host.of(url));
    }
}
