package newsmill.sink;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables as DuckDB reads them: a reader that is not ours. */
final class DuckDb {
    private DuckDb() {}

    /** The rows that {@code sql} gives, values as text, {@code TABLE} standing for all tables under a directory; none without any. */
    static List<List<String>> ask(Path directory, String sql) throws IOException {
        PathMatcher table = FileSystems.getDefault().getPathMatcher("glob:**.parquet");
        try (Stream<Path> files = Files.walk(directory)) {
            if (files.noneMatch(table::matches)) {
                return List.of();
            }
        }
        String all = sql.replace("TABLE", "read_parquet('" + directory + "/**/*.parquet')");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet found = statement.executeQuery(all)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IOException(all + ": " + e.getMessage(), e);
        }
    }
}
