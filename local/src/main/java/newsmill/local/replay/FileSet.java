package newsmill.local.replay;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files that a command line means by files, folders and globs, in the order in which they are read. */
final class FileSet {
    /** Standard input. */
    static final String STDIN = "-";

    private static final List<String> KINDS = List.of(".jsonl", ".ndjson", ".json", ".warc");
    private static final List<String> PACKED = List.of("", ".gz", ".zst");

    private FileSet() {}

    /**
     * Each file once, folders and globs sorted by path. Of a folder, the files that are called as archives are.
     *
     * @throws IOException if there is nothing under a name, naming it
     */
    static List<String> of(List<String> names) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : names) {
            List<String> meant = name.equals(STDIN) ? List.of(STDIN) : meant(name);
            if (meant.isEmpty()) {
                throw new IOException(
                        name + ": no archives there (" + String.join(", ", KINDS) + ", also .gz or .zst)");
            }
            meant.stream().filter(file -> !files.contains(file)).forEach(files::add);
        }
        return files;
    }

    private static List<String> meant(String name) throws IOException {
        Path path = glob(name) ? null : Path.of(name);
        if (path == null) {
            return matching(name);
        }
        if (Files.isDirectory(path)) {
            return sorted(path, file -> isArchive(path.relativize(file)));
        }
        if (!Files.isReadable(path)) {
            throw new IOException(name + (Files.exists(path) ? ": cannot be read" : ": no such file"));
        }
        return List.of(name);
    }

    private static boolean glob(String name) {
        return name.matches(".*[*?\\[{].*") && !Files.exists(Path.of(name.replaceAll("[*?]", "_"))) && !exists(name);
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private static List<String> matching(String glob) throws IOException {
        int wild = 0;
        while (wild < glob.length() && "*?[{".indexOf(glob.charAt(wild)) < 0) {
            wild++;
        }
        int slash = glob.lastIndexOf('/', wild);
        Path base = Path.of(slash < 0 ? "" : slash == 0 ? "/" : glob.substring(0, slash));
        if (!Files.isDirectory(base)) {
            throw new IOException(glob + ": no such file");
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return sorted(base, matcher::matches);
    }

    private static List<String> sorted(Path folder, java.util.function.Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(wanted)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isArchive(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return KINDS.stream().anyMatch(kind -> PACKED.stream().anyMatch(packed -> name.endsWith(kind + packed)));
    }
}
