package newsmill.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import newsmill.article.Json;

/**
 * What a directory's files hold, partition by partition: as Kafka has it, and as the commit under way will have it. It is
 * replaced as a whole and forced to the disk before each commit, so that after a crash one of the two is true, and Kafka's
 * offset says which.
 */
final class Journal {
    private final Path file;
    private final Contents contents;

    /** The file. @param writer the directory's name among writers, see {@link Lineage} */
    record Contents(String writer, Map<String, Entry> partitions) {
        Contents {
            partitions = partitions == null ? new LinkedHashMap<>() : new LinkedHashMap<>(partitions);
        }
    }

    /** A partition. @param prepared what the commit under way makes true, or null */
    record Entry(String topic, int partition, String topicId, Holding standing, Holding prepared) {}

    /** Files that hold all of a partition's articles before {@code next}. @param files lengths of those still open */
    record Holding(long next, Map<String, Long> files) {
        Holding {
            files = files == null ? Map.of() : Map.copyOf(files);
        }
    }

    private Journal(Path file, Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    static Journal in(Path directory, String newWriter) throws IOException {
        Path file = directory.resolve(".journal.json");
        if (!Files.exists(file)) {
            return new Journal(file, new Contents(newWriter, null));
        }
        try {
            return new Journal(file, Json.read(Files.readAllBytes(file), Contents.class));
        } catch (IOException e) {
            throw new IllegalStateException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    String writer() {
        return contents.writer();
    }

    Map<String, Entry> partitions() {
        return contents.partitions();
    }

    void save() throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(Json.write(contents));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LineFile.force(file.getParent());
    }
}
