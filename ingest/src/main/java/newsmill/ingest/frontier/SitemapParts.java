package newsmill.ingest.frontier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsmill.article.ArticleId;
import newsmill.ingest.source.SourceContent.Part;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which sitemaps of an index to look at: those that changed lately. Publishers keep one for each day of many years; all
 * but the last few never change again.
 */
final class SitemapParts {
    private static final Duration LATELY = Duration.ofDays(3);
    private static final int MOST = 20;
    /** Of an index without dates, which may begin or end with the newest. */
    private static final int EACH_END = 3;

    private final KeyValueStore<Bytes, byte[]> offered;

    SitemapParts(KeyValueStore<Bytes, byte[]> offered) {
        this.offered = offered;
    }

    /** The parts worth a look, newest first. */
    static List<Part> worthALook(List<Part> parts, long now) {
        List<Part> dated = parts.stream()
                .filter(part -> part.modified() != null && now - time(part) < LATELY.toMillis())
                .sorted(Comparator.comparingLong(SitemapParts::time).reversed())
                .limit(MOST)
                .toList();
        List<Part> undated =
                parts.stream().filter(part -> part.modified() == null).toList();
        if (!dated.isEmpty() || undated.isEmpty()) {
            return dated.isEmpty() ? newest(parts) : dated;
        }
        if (undated.size() <= 2 * EACH_END) {
            return undated;
        }
        List<Part> ends = new ArrayList<>(undated.subList(0, EACH_END));
        ends.addAll(undated.subList(undated.size() - EACH_END, undated.size()));
        return ends;
    }

    /** A site that sleeps still has a newest sitemap. */
    private static List<Part> newest(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.modified() != null)
                .max(Comparator.comparingLong(SitemapParts::time))
                .map(List::of)
                .orElse(List.of());
    }

    /** Remembers the ids of an index's parts; gives those that it had before and has no more. */
    Set<String> replace(String index, List<String> ids) {
        Bytes key = QueueKeys.host("parts:" + index);
        Set<String> before = read(offered.get(key));
        offered.put(key, String.join("\n", ids).getBytes(StandardCharsets.UTF_8));
        before.removeAll(new HashSet<>(ids));
        return before;
    }

    /** Forgets an index; gives the ids of its parts. */
    Set<String> forget(String index) {
        Bytes key = QueueKeys.host("parts:" + index);
        Set<String> before = read(offered.get(key));
        offered.delete(key);
        return before;
    }

    /** The id, in the queue and the store, of what belongs to a source and has an address of its own. */
    static String id(String sourceId, String url) {
        return sourceId + "#" + ArticleId.of(url).substring(0, 16);
    }

    private static Set<String> read(byte[] bytes) {
        String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return text.isEmpty() ? new HashSet<>() : new HashSet<>(List.of(text.split("\n")));
    }

    private static long time(Part part) {
        return Press.timestamp(part.modified(), Long.MAX_VALUE);
    }
}
