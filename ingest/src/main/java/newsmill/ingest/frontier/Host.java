package newsmill.ingest.frontier;

import newsmill.article.CanonicalUrl;
import org.apache.kafka.common.utils.Utils;

/**
 * The host an address belongs to, for politeness and for its place among the partitions: that of its canonical spelling,
 * so that one article has one owner, however its address is spelt.
 */
public final class Host {
    private Host() {}

    /** The host of an absolute address, with its port where it is unusual. */
    public static String of(String url) {
        String canonical = CanonicalUrl.of(url);
        int start = canonical.indexOf("//") + 2;
        return canonical.substring(start, canonical.indexOf('/', start));
    }

    /** The partition that owns a host: what Kafka's own partitioner gives for the host as key. */
    public static int partition(String host, int partitions) {
        return Utils.toPositive(Utils.murmur2(host.getBytes(java.nio.charset.StandardCharsets.UTF_8))) % partitions;
    }
}
