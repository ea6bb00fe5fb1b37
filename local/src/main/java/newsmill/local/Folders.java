package newsmill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders of our own making. */
final class Folders {
    private Folders() {}

    /** Removes all that is in the folder. */
    static void empty(Path folder) throws IOException {
        for (Path file : deepestFirst(folder)) {
            if (!file.equals(folder)) {
                Files.delete(file);
            }
        }
    }

    /** Removes the folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        for (Path file : deepestFirst(folder)) {
            Files.delete(file);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
