package newsmill.local.replay;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What becomes of an entry.
 *
 * @param verdict whether it is sent on
 * @param word why not, or null
 * @param time of its event, or null where it does not say
 * @param source what it is listed under, or null
 * @param records what is to be sent, in order
 */
record Edited(
        Entry entry,
        Verdict verdict,
        String word,
        Instant time,
        String source,
        List<ProducerRecord<byte[], byte[]>> records) {
    /** Whether an entry is sent on. */
    enum Verdict {
        SENT,
        /** An article that was not asked for. */
        LEFT_OUT,
        /** No article. */
        OTHER,
        /** Not usable; it goes to the rejected topic. */
        REJECTED
    }

    static Edited sent(Entry entry, Instant time, String source, List<ProducerRecord<byte[], byte[]>> records) {
        return new Edited(entry, Verdict.SENT, null, time, source, records);
    }

    static Edited not(Verdict verdict, Entry entry, String word) {
        return new Edited(entry, verdict, word, null, null, List.of());
    }

    static Edited rejected(Entry entry, String reason, ProducerRecord<byte[], byte[]> record) {
        return new Edited(entry, Verdict.REJECTED, reason, null, null, List.of(record));
    }
}
