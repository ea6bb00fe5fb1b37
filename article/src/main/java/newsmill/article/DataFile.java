package newsmill.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Data files in the jar, each in the folder of the package that it belongs to. */
public final class DataFile {
    private DataFile() {}

    /**
     * The bytes of a file.
     *
     * @param owner a class of the package
     * @param name of the file, from the package's folder on
     * @throws IllegalStateException if there is no such file
     */
    public static byte[] bytes(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar, beside " + owner.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    /** The text of a file, which is UTF-8; else as {@link #bytes}. */
    public static String text(Class<?> owner, String name) {
        return new String(bytes(owner, name), StandardCharsets.UTF_8);
    }

    /** The lines of a file without blank ones and comments ({@code #} at the start of a line); else as {@link #text}. */
    public static List<String> lines(Class<?> owner, String name) {
        return text(owner, name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
