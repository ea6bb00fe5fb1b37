package newsmill.sink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Articles as JSON Lines: {@code DIRECTORY/2026-11-23/p03-000000001234.jsonl.zst} holds articles of partition 3 that were
 * published on that day, from offset 1234 on, in order. A correction is a further line with the next revision; a
 * withdrawal is a line with {@code "status":"withdrawn"}. A file that is still written ends in {@code .open}. Where tables
 * are asked for ({@link Parquet}), the lines of a file become one when it is done.
 *
 * <p>Files that have their names hold whole lines, each record once, whenever and however the sink was killed, and
 * whichever sink on whichever machine took its partitions over: what a file holds is decided by the offset in Kafka alone
 * ({@link Journal}, {@link Lineage}).
 */
public final class JsonlSink implements Sink {
    /** Files all come of age at once, after an archive thousands: meanwhile the group must hear of the worker. */
    private static final Duration FINISHING = Duration.ofSeconds(5);

    private final Map<TopicPartition, PartitionFiles> partitions = new HashMap<>();
    private final JsonlSettings settings;
    private final FileChannel lockFile;
    private final Journal journal;

    /**
     * Takes the directory, which is made if it is not there.
     *
     * @throws IllegalStateException if another sink has it
     */
    public JsonlSink(JsonlSettings settings) throws IOException {
        this.settings = settings;
        Files.createDirectories(settings.directory());
        this.lockFile = lock(settings.directory());
        this.journal =
                Journal.in(settings.directory(), UUID.randomUUID().toString().substring(0, 13));
    }

    @Override
    public Optional<Long> open(Claim claim) throws IOException {
        return partitions
                .computeIfAbsent(claim.partition(), partition -> new PartitionFiles(partition, settings, journal))
                .open(claim);
    }

    @Override
    public void write(List<Delivery> deliveries, BiConsumer<Delivery, String> rejected) throws IOException {
        for (Delivery delivery : deliveries) {
            byte[] line = line(delivery, rejected);
            if (line != null) {
                partitions.get(delivery.partition()).write(delivery, line);
            }
        }
    }

    private byte[] line(Delivery delivery, BiConsumer<Delivery, String> rejected) {
        try {
            return settings.format().line(delivery);
        } catch (IOException e) {
            rejected.accept(delivery, e.getMessage());
            return null;
        }
    }

    @Override
    public Map<TopicPartition, String> prepare(Map<TopicPartition, Long> next, BiConsumer<Delivery, String> rejected)
            throws IOException {
        Map<TopicPartition, String> words = new HashMap<>();
        for (var partition : next.entrySet()) {
            words.put(partition.getKey(), partitions.get(partition.getKey()).prepare(partition.getValue()));
        }
        journal.save();
        return words;
    }

    @Override
    public void committed() throws IOException {
        long until = System.nanoTime() + FINISHING.toNanos();
        for (PartitionFiles files : partitions.values()) {
            files.committed(until);
        }
    }

    @Override
    public void release(Collection<TopicPartition> given) throws IOException {
        for (TopicPartition partition : given) {
            PartitionFiles files = partitions.remove(partition);
            if (files != null) {
                files.release();
            }
        }
    }

    @Override
    public Collection<TopicPartition> unfinished() {
        return journal.partitions().values().stream()
                .map(entry -> new TopicPartition(entry.topic(), entry.partition()))
                .toList();
    }

    @Override
    public Optional<String> instance() {
        return Optional.of(journal.writer());
    }

    @Override
    public void close() throws IOException {
        try {
            release(List.copyOf(partitions.keySet()));
        } finally {
            lockFile.close();
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    directory + ": another sink writes here; name another directory (NEWSMILL_SINK_DIRECTORY)");
        }
        return channel;
    }
}
