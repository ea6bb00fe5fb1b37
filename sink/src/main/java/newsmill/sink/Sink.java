package newsmill.sink;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where articles go. {@link SinkWorker} calls it, on one thread, in this order: {@link #open} for partitions that it is
 * given; {@link #write} for what it polls; now and then {@link #prepare}, a commit to Kafka, {@link #committed}; and
 * {@link #rollback} where that did not come about. What every sink owes is written as a test: {@code SinkContract}.
 *
 * <p>An {@link IOException} is passing trouble: the worker rolls back and brings the same articles again, for as long as it
 * takes. An article that can never be taken is handed to {@code rejected} with the reason. Everything else that is thrown
 * stops the worker.
 */
public interface Sink extends AutoCloseable {
    /**
     * Takes over a partition.
     *
     * @param committed what Kafka holds for the group, if anything
     * @return the offset to begin at, if the sink knows better than Kafka
     */
    default Optional<Long> open(TopicPartition partition, Optional<OffsetAndMetadata> committed) throws IOException {
        return Optional.empty();
    }

    /** Takes articles, in the order of their partitions. They need not be durable on return. */
    void write(List<Delivery> deliveries, BiConsumer<Delivery, String> rejected) throws IOException;

    /**
     * Makes durable what was written.
     *
     * @param next for each partition the offset behind the last article that it was given
     * @return words to be kept in Kafka beside a partition's offset
     */
    Map<TopicPartition, String> prepare(Map<TopicPartition, Long> next, BiConsumer<Delivery, String> rejected)
            throws IOException;

    /** Kafka holds the offsets of the last {@link #prepare}: from now on they stand. */
    default void committed() throws IOException {}

    /** Undoes what was written since the last commit, as far as doing it again would do harm. The partitions stay open. */
    default void rollback() throws IOException {}

    /** Gives partitions up, with all that was not committed. */
    default void release(Collection<TopicPartition> partitions) throws IOException {}

    @Override
    void close() throws IOException;
}
