package newsmill.ingest.frontier;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsmill.article.ArticleId;
import newsmill.article.CanonicalUrl;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Takes links where they belong: those of our hosts to the desk for pages, others to the partition that owns them. */
final class LinkDesk {
    private final KeyValueStore<Bytes, byte[]> offered;
    private final PageDesk pages;
    private final Press press;
    private final int partition;
    private final int partitions;
    private final long gap;

    LinkDesk(
            KeyValueStore<Bytes, byte[]> offered,
            PageDesk pages,
            Press press,
            int partition,
            int partitions,
            Duration gap) {
        this.gap = gap.toMillis();
        this.offered = offered;
        this.pages = pages;
        this.press = press;
        this.partition = partition;
        this.partitions = partitions;
    }

    /** Takes a link from the topic, where anyone may have put it into any partition. */
    void take(LinkEntry link, long now) {
        take(link, now, now);
    }

    private void take(LinkEntry link, long due, long now) {
        if (isOurs(link)) {
            pages.admit(link, due, now);
        } else {
            press.pass(link, now);
        }
    }

    /** Takes all that a source listed; gives how much of it it had not listed at its last poll. */
    int offer(String sourceId, List<LinkEntry> links, long now) {
        Set<Long> before = hashes(offered.get(QueueKeys.host(sourceId)));
        Set<Long> after = new HashSet<>();
        int news = 0;
        Map<String, Long> ofHost = new HashMap<>();
        for (LinkEntry link : links) {
            Long hash = hash(link.url());
            if (hash != null && after.add(hash) && !before.contains(hash)) {
                // In the source's own order, which has the newest first, and no faster than the host may be asked: what
                // is
                // due later, such as the source's next poll, must not wait for all that it lists.
                long place = ofHost.merge(Host.of(link.url()), 1L, Long::sum) - 1;
                take(link, now + place * gap + after.size(), now);
                news++;
            }
        }
        if (news > 0 || after.size() != before.size()) {
            offered.put(QueueKeys.host(sourceId), bytes(after));
        }
        return news;
    }

    void forget(String sourceId) {
        offered.delete(QueueKeys.host(sourceId));
    }

    boolean isOurs(LinkEntry link) {
        return Host.partition(Host.of(link.owner()), partitions) == partition;
    }

    /** Half of the article id; null if it is not an address that can be fetched. */
    private static Long hash(String url) {
        try {
            return url.startsWith("http")
                    ? Long.parseUnsignedLong(ArticleId.of(CanonicalUrl.of(url)), 0, 16, 16)
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Set<Long> hashes(byte[] bytes) {
        Set<Long> hashes = new HashSet<>();
        for (ByteBuffer all = ByteBuffer.wrap(bytes == null ? new byte[0] : bytes); all.hasRemaining(); ) {
            hashes.add(all.getLong());
        }
        return hashes;
    }

    private static byte[] bytes(Set<Long> hashes) {
        ByteBuffer all = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        hashes.forEach(all::putLong);
        return all.array();
    }
}
