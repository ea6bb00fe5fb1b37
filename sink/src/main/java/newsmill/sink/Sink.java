package newsmill.sink;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where articles go. {@link SinkWorker} calls it, never two methods at a time: {@link #open} for partitions that it is given,
 * {@link #write} for what it polls, and now and then {@link #prepare}, a commit to Kafka, and {@link #committed}. What
 * every sink owes is written as a test: {@code SinkContract}.
 *
 * <p>An {@link IOException} is passing trouble: the worker waits, opens its partitions anew and brings the same articles
 * again, for as long as it takes. An article that can never be taken is handed to {@code rejected} with the reason.
 * Everything else that is thrown stops the worker.
 */
public interface Sink extends AutoCloseable {
    /**
     * Takes a partition over. One that is open already is taken back to what Kafka holds; then all are, for other partitions
     * are opened only when everything written is committed.
     *
     * @return the offset to begin at, if the sink knows better than Kafka
     */
    default Optional<Long> open(Claim claim) throws IOException {
        return Optional.empty();
    }

    /** Takes articles, each partition's in order. They need not be durable on return. */
    void write(List<Delivery> deliveries, BiConsumer<Delivery, String> rejected) throws IOException;

    /**
     * Makes durable what was written.
     *
     * @param next for each partition the offset behind the last article that it was given
     * @return words to be kept in Kafka beside a partition's offset; none for those that are not named
     */
    Map<TopicPartition, String> prepare(Map<TopicPartition, Long> next, BiConsumer<Delivery, String> rejected)
            throws IOException;

    /** Kafka holds the offsets of the last {@link #prepare}: they stand. Also called now and then when nothing comes. */
    default void committed() throws IOException {}

    /** Gives partitions up, with all that was not committed. */
    default void release(Collection<TopicPartition> partitions) throws IOException {}

    /** Partitions that an earlier run left unfinished: the worker opens and releases each when it begins. */
    default Collection<TopicPartition> unfinished() {
        return List.of();
    }

    /**
     * A name that an instance keeps over restarts, if it has one: it then gets its partitions back at once, also when it was
     * killed, instead of waiting until the group has given its former self up.
     */
    default Optional<String> instance() {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;
}
