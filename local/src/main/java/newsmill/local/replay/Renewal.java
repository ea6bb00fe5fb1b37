package newsmill.local.replay;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import newsmill.article.Enriched;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The raw records whose articles older taggers tagged: of each such article the last one, for what lies before it was
 * replaced. Needs up to 48 bytes of memory for each of them, whatever else is on the topics.
 */
final class Renewal implements Predicate<ConsumerRecord<byte[], byte[]>> {
    private static final long NOT_WANTED = -1;
    private static final long WANTED = -2;
    private static final long RENEWED = -3;
    private static final int OFFSET_BITS = 48;

    /** By hash of the article's id: whether it is wanted, or where its last raw record is. */
    private final LongTable table = new LongTable(NOT_WANTED);

    private Renewal() {}

    /**
     * Reads the enriched topic, then the raw one.
     *
     * @param version the taggers that count as new enough
     * @param ends where the raw topic's partitions end for this replay
     */
    static Renewal of(KafkaSettings kafka, String raw, String version, Map<String, Long> ends) {
        Renewal renewal = new Renewal();
        String enriched = kafka.topics().enriched();
        each(kafka, enriched, TopicPast.ends(kafka, enriched), record -> {
            boolean old = record.value() != null && TaggerVersion.older(tagger(record), version);
            long key = hash(record.key());
            if (old || renewal.table.get(key) != NOT_WANTED) {
                renewal.table.put(key, old ? WANTED : RENEWED);
            }
        });
        each(kafka, raw, ends, record -> {
            long key = hash(record.key());
            long known = renewal.table.get(key);
            if (known != NOT_WANTED && known != RENEWED) {
                renewal.table.put(key, record.value() == null ? WANTED : place(record));
            }
        });
        return renewal;
    }

    @Override
    public boolean test(ConsumerRecord<byte[], byte[]> record) {
        return table.get(hash(record.key())) == place(record);
    }

    private static void each(
            KafkaSettings kafka,
            String topic,
            Map<String, Long> ends,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (TopicPast past = new TopicPast(kafka, topic, TopicPast.starts(kafka, topic, null), ends)) {
            for (Entry entry = past.next(); entry != null; entry = past.next()) {
                ConsumerRecord<byte[], byte[]> record = ((Entry.Kept) entry).record();
                if (record.key() != null) {
                    reader.accept(record);
                }
            }
        }
    }

    private static String tagger(ConsumerRecord<byte[], byte[]> record) {
        String header = EventHeaders.get(record.headers(), EventHeaders.ENRICHER);
        if (header != null) {
            return header;
        }
        try {
            Tagged tagged = Json.read(record.value(), Tagged.class);
            return tagged.enriched() == null ? null : tagged.enriched().by();
        } catch (IOException e) {
            return null;
        }
    }

    private static long place(ConsumerRecord<byte[], byte[]> record) {
        return (long) record.partition() << OFFSET_BITS | record.offset();
    }

    /** FNV-1a of all of the id: an archive's own may be numbers of which only the last digits differ. */
    private static long hash(byte[] key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; key != null && i < key.length; i++) {
            hash = (hash ^ key[i] & 0xFF) * 0x100000001B3L;
        }
        return hash;
    }

    private record Tagged(Enriched enriched) {}
}
