package newsmill.enrich.countries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A data file beside this class. */
final class DataFile {
    private DataFile() {}

    /** Hands over each line but comments. */
    static void lines(String name, Consumer<String> action) {
        String text = text(name);
        forEachLine(text, (start, end) -> action.accept(text.substring(start, end)));
    }

    /** Hands over where each line begins and ends, but comments. */
    static void forEachLine(String text, Lines action) {
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start && text.charAt(start) != '#') {
                action.line(start, end);
            }
        }
    }

    static String text(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": no such data file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Takes a line by its offsets. */
    interface Lines {
        void line(int start, int end);
    }
}
