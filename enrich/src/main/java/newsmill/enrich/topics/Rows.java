package newsmill.enrich.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a tab-separated file, without blank lines and comments. */
final class Rows {
    private Rows() {}

    /**
     * A row.
     *
     * @param line its line number, from 1
     */
    record Row(int line, String[] cells) {
        String cell(int column) {
            return column < cells.length ? cells[column].strip() : "";
        }
    }

    /** The rows of a file beside this class; none if there is no such file. */
    static List<Row> of(String resource) {
        try (InputStream in = Rows.class.getResourceAsStream(resource)) {
            return in == null ? List.of() : read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }

    static List<Row> read(BufferedReader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank() && line.charAt(0) != '#') {
                rows.add(new Row(number, line.split("\t", -1)));
            }
        }
        return rows;
    }
}
