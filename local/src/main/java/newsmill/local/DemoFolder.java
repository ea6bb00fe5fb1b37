package newsmill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import newsmill.broker.FolderLock;

/** The folder a demo works in: empty, or left by another demo. Nobody else's files are ever removed. */
final class DemoFolder {
    private static final String MARK = ".newsmill-demo";

    private DemoFolder() {}

    static void prepare(Path folder) {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                if (!Files.exists(folder.resolve(MARK))) {
                    throw Trouble.usage(
                            folder + ": not empty, and not left by a demo; give another folder with --data");
                }
                try (FolderLock unused = FolderLock.of(folder.resolve("broker"))) {
                    Folders.empty(folder);
                } catch (IllegalStateException e) {
                    throw Trouble.usage(e.getMessage());
                }
            }
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(MARK), "Made by newsmill demo, which empties this folder when it starts.\n");
        } catch (IOException e) {
            throw Trouble.unavailable(folder + ": cannot be used: " + Console.reason(e), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
