package newsmill.sink;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file system of its own that is soon full. Who may not mount one skips the test. */
record SmallDisk(Path path) implements AutoCloseable {
    /** @param size as {@code mount} takes it: {@code 300k} */
    static SmallDisk at(Path path, String size) throws IOException {
        Files.createDirectories(path);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "mode=1777,size=" + size, "newsmill-test", path.toString());
        assumeTrue(mounted, "skipped: a full disk is tried on a small tmpfs, and this user may not mount one");
        return new SmallDisk(path);
    }

    void grow(String size) throws IOException {
        run("mount", "-o", "remount,size=" + size, path.toString());
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", path.toString());
    }

    /** As this user, or with sudo where that asks for no password. */
    private static boolean run(String... command) throws IOException {
        return List.of(List.<String>of(), List.of("sudo", "-n")).stream().anyMatch(as -> succeeds(as, command));
    }

    private static boolean succeeds(List<String> as, String... command) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(as.stream(), Stream.of(command)).toList())
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
