package newsmill.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that one partition's articles go to: one a day, until it is large or old enough for the next. */
final class PartitionFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionFiles.class);
    /** A piece of this size compresses as well as it will, and costs one write. */
    private static final int PIECE = 1 << 20;
    /** What all days of a partition gather together: an archive in no order touches thousands. */
    private static final int MAX_GATHERED = 8 << 20;

    private static final long MILLIS_A_DAY = 86_400_000;
    private static final long LAST_DAY = LocalDate.of(2200, 12, 31).toEpochDay();

    private final TopicPartition partition;
    private final JsonlSettings settings;
    private final Journal journal;
    private final Map<String, LineFile> days = new LinkedHashMap<>();
    private LineFile latest;
    private long latestDay;
    private String topicId;
    private Lineage lineage;
    private int gathered;

    PartitionFiles(TopicPartition partition, JsonlSettings settings, Journal journal) {
        this.partition = partition;
        this.settings = settings;
        this.journal = journal;
    }

    /** Brings the files to what Kafka holds, finishes them, and says where to go on. */
    Optional<Long> open(Claim claim) throws IOException {
        drop();
        Journal.Entry entry = journal.partitions().get(partition.toString());
        Optional<OffsetAndMetadata> committed = claim.committed();
        Lineage before = Lineage.of(committed.map(OffsetAndMetadata::metadata).orElse(null));
        Optional<Long> start = committed.map(OffsetAndMetadata::offset);
        if (entry == null) {
            restore(Map.of());
        } else {
            boolean sameTopic = entry.topicId().equals(claim.topicId());
            Journal.Holding holding = entry.prepared() != null
                            && (!sameTopic
                                    || start.isEmpty()
                                    || before.holds(
                                            journal.writer(), entry.prepared().next(), start.get()))
                    ? entry.prepared()
                    : entry.standing();
            restore(holding.files());
            if (sameTopic) {
                if (start.isPresent() && start.get() < entry.standing().next()) {
                    LOG.warn(
                            "{}: the group's offset was set back to {}, but the files in {} hold all before {}: going on there."
                                    + " To write them again, name another directory",
                            partition,
                            start.get(),
                            settings.directory(),
                            holding.next());
                }
                start = Optional.of(Math.max(start.orElse(0L), holding.next()));
            }
        }
        topicId = claim.topicId();
        lineage = before.with(journal.writer(), start.orElse(0L));
        note(new Journal.Holding(start.orElse(0L), Map.of()), null);
        journal.save();
        return start;
    }

    void write(Delivery delivery, byte[] line) throws IOException {
        LineFile file = file(delivery);
        file.add(line);
        gathered += line.length + 1;
        if (file.gathered() >= PIECE) {
            gathered -= file.gathered();
            file.spill();
        } else if (gathered >= MAX_GATHERED) {
            for (LineFile each : days.values()) {
                each.spill();
            }
            gathered = 0;
        }
    }

    private LineFile file(Delivery delivery) {
        long epochDay = epochDay(delivery);
        if (latest == null || epochDay != latestDay) {
            latest = days.computeIfAbsent(name(epochDay), day -> begin(day, delivery));
            latestDay = epochDay;
        }
        return latest;
    }

    private LineFile begin(String day, Delivery delivery) {
        String name = "p%02d-%012d%s%s"
                .formatted(
                        partition.partition(),
                        delivery.record().offset(),
                        settings.format().ending(settings.compression()),
                        LineFile.OPEN);
        return new LineFile(
                settings.directory().resolve(day).resolve(name),
                settings.compression(),
                settings.clock().instant());
    }

    /** Makes all durable and notes it; the journal must be saved before the commit. The words to keep in Kafka. */
    String prepare(long next) throws IOException {
        Map<String, Long> lengths = new HashMap<>();
        for (LineFile file : days.values()) {
            lengths.put(settings.directory().relativize(file.file()).toString(), file.end());
        }
        gathered = 0;
        note(journal.partitions().get(partition.toString()).standing(), new Journal.Holding(next, lengths));
        return lineage.words();
    }

    /**
     * What was prepared stands; files that are large or old enough get their names, one behind the other until it is
     * {@code until} by {@link System#nanoTime}: the rest when this is called again.
     */
    void committed(long until) throws IOException {
        Journal.Entry entry = journal.partitions().get(partition.toString());
        if (entry.prepared() != null) {
            note(entry.prepared(), null);
        }
        Instant now = settings.clock().instant();
        for (Iterator<LineFile> files = days.values().iterator(); files.hasNext() && System.nanoTime() - until < 0; ) {
            LineFile file = files.next();
            if (file.isDurable()
                    && (file.length() >= settings.rotateBytes()
                            || !file.began().plus(settings.rotateEvery()).isAfter(now))) {
                files.remove();
                latest = null;
                file.finish();
            }
        }
    }

    /** Finishes the files if all that they hold is committed; else leaves them for {@link #open}. */
    void release() throws IOException {
        Journal.Entry entry = journal.partitions().get(partition.toString());
        boolean clean = entry.prepared() == null && days.values().stream().allMatch(LineFile::isDurable);
        if (clean) {
            for (LineFile file : days.values()) {
                file.finish();
            }
        }
        drop();
    }

    private void note(Journal.Holding standing, Journal.Holding prepared) {
        journal.partitions()
                .put(
                        partition.toString(),
                        new Journal.Entry(partition.topic(), partition.partition(), topicId, standing, prepared));
    }

    private void drop() {
        days.clear();
        latest = null;
        gathered = 0;
    }

    /** Cuts the partition's open files to these lengths and finishes them; what is not named here was never committed. */
    private void restore(Map<String, Long> lengths) throws IOException {
        for (Path file : openFiles()) {
            Long length = lengths.get(settings.directory().relativize(file).toString());
            if (Files.exists(file) && length == null) {
                Files.delete(file);
            } else {
                if (Files.exists(file)) {
                    LineFile.cut(file, length);
                }
                LineFile.recover(file);
            }
        }
    }

    private List<Path> openFiles() throws IOException {
        String prefix = "p%02d-".formatted(partition.partition());
        try (Stream<Path> files = Files.walk(settings.directory(), 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .map(file -> file.toString().endsWith(LineFile.WHOLE)
                            ? Path.of(
                                    file.toString().substring(0, file.toString().length() - LineFile.WHOLE.length()))
                            : file)
                    .filter(file -> file.toString().endsWith(LineFile.OPEN))
                    .distinct()
                    .toList();
        }
    }

    /** The day of the record's timestamp, which is the time of publication, or today; in UTC. */
    private long epochDay(Delivery delivery) {
        long time = delivery.record().timestamp();
        return Math.floorDiv(
                settings.by() == JsonlSettings.By.ARRIVED || time < 0
                        ? settings.clock().millis()
                        : time,
                MILLIS_A_DAY);
    }

    private static String name(long epochDay) {
        // A date that cannot be true makes no directory of its own for each hostile page.
        return epochDay > LAST_DAY ? "undated" : LocalDate.ofEpochDay(epochDay).toString();
    }
}
