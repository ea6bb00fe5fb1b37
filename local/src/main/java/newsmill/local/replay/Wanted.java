package newsmill.local.replay;

import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which records of a topic are wanted: all of them, until it is told otherwise. */
final class Wanted implements Predicate<ConsumerRecord<byte[], byte[]>> {
    private volatile Predicate<ConsumerRecord<byte[], byte[]>> which = record -> true;

    void is(Predicate<ConsumerRecord<byte[], byte[]>> which) {
        this.which = which;
    }

    @Override
    public boolean test(ConsumerRecord<byte[], byte[]> record) {
        return which.test(record);
    }
}
