package newsmill.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Poll, write, commit: offsets are committed only after the sink has the articles. While the sink writes one batch the next
 * is polled, and no more than that. Passing trouble, of the sink or of Kafka, is waited out with growing pauses, during which
 * the worker goes on polling with its partitions paused and so keeps its place in the group; then everything behind the last
 * commit is brought again. While the sink takes its time the worker does the same, without going back: nothing more is read
 * until it is done.
 */
public final class SinkWorker implements Runnable, ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(SinkWorker.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    /** A sink that takes longer is slow; {@code max.poll.interval.ms} is minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final String topic;
    private final Sink sink;
    private final Rejections rejections;
    private final SinkConfig config;
    private final Work work = new Work();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<TopicPartition> abandoned = new HashSet<>();
    /** What was polled and not yet given to the sink. */
    private Batch held = Batch.NONE;

    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private long written;
    private Exception trouble;
    private RuntimeException fatal;
    private Duration pause = FIRST_PAUSE;
    private long lastCommit = System.nanoTime();
    private volatile boolean stopping;
    private volatile boolean killed;
    private boolean ended;
    private boolean waiting;
    private boolean calledBack;

    SinkWorker(Consumer<byte[], byte[]> consumer, Admin admin, Sink sink, Rejections rejections, SinkConfig config) {
        this.consumer = consumer;
        this.admin = admin;
        this.topic = config.kafka().topics().enriched();
        this.sink = sink;
        this.rejections = rejections;
        this.config = config;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of(topic), this);
            abandoned.addAll(sink.unfinished());
            while (!stopping) {
                step();
            }
            if (!killed) {
                leave();
            }
        } finally {
            work.close();
            ended = true;
        }
    }

    private void step() {
        try {
            settleAbandoned();
            held = Batch.of(consumer.poll(POLL));
            finishWork();
            if (trouble == null) {
                commitIfDue();
                deliver();
            }
        } catch (WakeupException e) {
            LOG.debug("woken to stop");
        } catch (IOException | KafkaException e) {
            trouble(e);
        }
        if (fatal != null) {
            throw fatal;
        }
        if (trouble != null) {
            waitOut();
        }
    }

    /** Has the worker commit what it has and end; returns at once. */
    public void stop() {
        stopping = true;
        consumer.wakeup();
    }

    /** Has it end where it stands, as if the process had died: for tests of exactly that. */
    void kill() {
        killed = true;
        stop();
    }

    /** True if it was asked to end. */
    boolean stopped() {
        return stopping;
    }

    /** How many articles were committed since the start. */
    public long delivered() {
        return delivered.get();
    }

    /** How often passing trouble was waited out since the start. */
    public long retries() {
        return retries.get();
    }

    /** Gives the sink what was polled, and does not wait for it. */
    private void deliver() {
        Batch batch = held;
        held = Batch.NONE;
        if (!batch.next().isEmpty()) {
            work.begin(() -> write(batch), count -> {
                next.putAll(batch.next());
                written += count;
            });
        }
    }

    /** How many articles the sink took; runs on its thread. */
    private int write(Batch batch) throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            try {
                deliveries.add(Delivery.of(record));
            } catch (IOException e) {
                rejections.add(record, e.getMessage());
            }
        }
        if (!deliveries.isEmpty()) {
            sink.write(deliveries, this::reject);
        }
        return deliveries.size();
    }

    /** Has the sink do something, and waits until it is done. */
    private <T> void await(Work.Doing<T> doing, Work.After<T> after) throws IOException {
        Work.Piece<T> piece = work.begin(doing, after);
        finishWork();
        if (!piece.isComplete()) {
            // A callback of the group ended it, and noted why.
            if (trouble instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) trouble;
        }
    }

    /**
     * Waits until the sink is done with what it has. If that takes long, polling goes on with all partitions paused; should
     * the group move partitions meanwhile, what is being done is finished before they go.
     */
    private void finishWork() throws IOException {
        while (!calledBack && !stopping && !work.endsWithin(PATIENCE)) {
            waiting = true;
            consumer.pause(consumer.assignment());
            consumer.poll(POLL);
        }
        work.finish();
        if (waiting && !calledBack) {
            waiting = false;
            consumer.resume(consumer.assignment());
        }
    }

    private void reject(Delivery delivery, String reason) {
        rejections.add(delivery.record(), reason);
    }

    private void commitIfDue() throws IOException {
        // Rejected records are held whole until the commit: a topic of nothing else must not fill the memory.
        if (System.nanoTime() - lastCommit >= config.commitEvery().toNanos() || rejections.isFull()) {
            commit();
        }
    }

    private void commit() throws IOException {
        if (!next.isEmpty()) {
            Map<TopicPartition, Long> upTo = Map.copyOf(next);
            await(() -> sink.prepare(upTo, this::reject), words -> commit(upTo, words));
        }
        await(
                () -> {
                    sink.committed();
                    return true;
                },
                nothing -> {});
        pause = FIRST_PAUSE;
        lastCommit = System.nanoTime();
    }

    private void commit(Map<TopicPartition, Long> upTo, Map<TopicPartition, String> words) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        upTo.forEach((partition, offset) ->
                offsets.put(partition, new OffsetAndMetadata(offset, words.getOrDefault(partition, ""))));
        rejections.commit(consumer, offsets);
        next.clear();
        delivered.addAndGet(written);
        written = 0;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        calledBack(() -> {
            try {
                if (trouble == null) {
                    work.finish();
                    commit();
                }
            } catch (IOException | RuntimeException e) {
                trouble(e);
            }
            if (trouble == null) {
                giveUp(partitions);
            } else {
                lose(partitions);
            }
        });
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        calledBack(() -> lose(partitions));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        calledBack(() -> {
            abandoned.removeAll(partitions);
            if (trouble == null) {
                try {
                    work.finish();
                    commit();
                    open(partitions);
                } catch (IOException | RuntimeException e) {
                    trouble(e);
                }
            }
            if (waiting) {
                // Nothing of them may be polled by one who does not look at it.
                consumer.pause(partitions);
            }
        });
    }

    /** In a callback there is no polling. After the end there are no callbacks to listen to. */
    private void calledBack(Runnable callback) {
        if (ended) {
            return;
        }
        calledBack = true;
        try {
            callback.run();
        } finally {
            calledBack = false;
        }
    }

    private void lose(Collection<TopicPartition> partitions) {
        if (work.abandon() && trouble == null) {
            trouble(new KafkaException("partitions were lost while the sink was at work"));
        }
        giveUp(partitions);
        abandoned.addAll(partitions);
    }

    private void giveUp(Collection<TopicPartition> partitions) {
        next.keySet().removeAll(partitions);
        held = held.without(partitions);
        try {
            sink.release(partitions);
        } catch (IOException | RuntimeException e) {
            trouble(e);
        }
    }

    private void open(Collection<TopicPartition> partitions) throws IOException {
        held = held.without(partitions);
        for (Claim claim : claims(partitions)) {
            Optional<Long> begin = sink.open(claim).or(() -> claim.committed().map(OffsetAndMetadata::offset));
            if (begin.isPresent()) {
                consumer.seek(claim.partition(), begin.get());
            } else {
                consumer.seekToBeginning(List.of(claim.partition()));
            }
            if (claim.committed().isEmpty()) {
                // With an offset in Kafka from the first on, it can always be told how far a dead writer came.
                long first = consumer.position(claim.partition());
                consumer.commitSync(Map.of(claim.partition(), new OffsetAndMetadata(first)));
            }
        }
    }

    private List<Claim> claims(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return List.of();
        }
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        List<Claim> claims = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            claims.add(new Claim(partition, topicId(partition.topic()), Optional.ofNullable(committed.get(partition))));
        }
        return claims;
    }

    private String topicId(String name) {
        try {
            return admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new KafkaException(name + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Finishes what an earlier run, or a lost assignment, has left behind. */
    private void settleAbandoned() throws IOException {
        abandoned.removeIf(partition -> !partition.topic().equals(topic));
        abandoned.removeAll(consumer.assignment());
        if (!abandoned.isEmpty()) {
            finishWork();
            commit();
            for (Claim claim : claims(abandoned)) {
                sink.open(claim);
            }
            sink.release(abandoned);
            abandoned.clear();
        }
    }

    /** Notes what went wrong. Called from Kafka's callbacks, which would wrap what they throw. */
    private void trouble(Exception e) {
        boolean passing = e instanceof IOException
                || e instanceof KafkaException
                        && !(e instanceof AuthorizationException)
                        && !(e instanceof FencedInstanceIdException);
        if (!passing) {
            fatal = (RuntimeException) e;
        }
        trouble = e;
    }

    /** Pauses, keeps the place in the group, and goes back to the last commit. */
    private void waitOut() {
        LOG.warn(
                "{}: trouble, trying again in {} ms: {}",
                topic,
                pause.toMillis(),
                trouble.getMessage() == null ? trouble.toString() : trouble.getMessage());
        retries.incrementAndGet();
        long until = System.nanoTime() + pause.toNanos();
        try {
            // What was under way when the trouble came ends first: nothing old may land behind what is new.
            while (!stopping && (System.nanoTime() < until || !work.endsWithin(Duration.ZERO))) {
                consumer.pause(consumer.assignment());
                consumer.poll(POLL);
            }
            work.abandon();
            waiting = false;
            next.clear();
            held = Batch.NONE;
            rejections.clear();
            written = 0;
            open(consumer.assignment());
            consumer.resume(consumer.assignment());
            trouble = null;
        } catch (WakeupException e) {
            LOG.debug("woken to stop");
        } catch (IOException | KafkaException e) {
            trouble(e);
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(config.longestPause()) > 0 ? config.longestPause() : doubled;
    }

    private void leave() {
        try {
            if (trouble == null) {
                work.finish();
                commit();
            }
        } catch (IOException | KafkaException e) {
            LOG.warn("{}: not committed at the end, and to be done again: {}", topic, e.getMessage());
        }
        work.abandon();
        giveUp(consumer.assignment());
    }
}
