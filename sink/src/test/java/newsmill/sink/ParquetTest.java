package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import newsmill.article.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
    @TempDir
    Path directory;

    @Test
    void columnsAreTheArticlesFieldsAndListsStayLists() throws IOException {
        pack(ferry());
        assertEquals(
                List.of("id", "revision", "status"),
                column("SELECT column_name FROM (DESCRIBE SELECT * FROM TABLE) LIMIT 3"));
        assertEquals(
                List.of("BIGINT[]"),
                column("SELECT typeof(list_transform(quotes, quote -> quote.start::BIGINT)) FROM TABLE"));
        assertEquals(List.of("TIMESTAMP WITH TIME ZONE"), column("SELECT typeof(publishedTime) FROM TABLE"));
    }

    @Test
    void analystFindsWhoSaidWhatAndWhichCountriesItIsAbout() throws IOException {
        pack(ferry(), "{\"id\":\"8\"}");
        assertEquals(
                List.of("EE"), column("SELECT country.code FROM (SELECT unnest(countries) AS country FROM TABLE)"));
        List<List<String>> said = DuckDb.ask(
                directory,
                "SELECT quote.speaker.name, substring(body, quote.start + 1, quote.\"end\" - quote.start) = quote.text"
                        + " FROM (SELECT body, unnest(quotes) AS quote FROM TABLE)");
        assertEquals("true", said.get(0).get(1));
        assertEquals(List.of("8"), column("SELECT id FROM TABLE WHERE len(quotes) = 0 AND len(topics) = 0"));
    }

    /** What pages say is not always what a column holds. */
    @Test
    void whateverAPageSaysTheRowIsThere() throws IOException {
        String[] odd = {
            "{\"id\":\"1\",\"publishedAt\":\"yesterday\"}",
            "{\"id\":\"2\",\"publishedAt\":\"2026-11-23\"}",
            "{\"id\":\"3\",\"publishedAt\":\"+999999999-12-31T23:59:59Z\",\"fetchedAt\":\"+999999999-12-31T23:59:59Z\"}",
            "{\"id\":\"4\",\"title\":\"\\ud800 \\u0000 😀\",\"rights\":{\"optOuts\":[{\"signal\":\"noai\"}]}}",
            "{\"id\":\"5\",\"status\":\"withdrawn\"}",
            "{\"id\":\"6\",\"revision\":7,\"unknown\":{\"a\":[1]},\"topics\":[{\"id\":\"medtop:1\",\"spans\":null}]}",
        };
        pack(odd);
        assertEquals(List.of("1", "2", "3", "4", "5", "6"), column("SELECT id FROM TABLE ORDER BY id"));
        assertEquals(List.of("2026-11-23 00:00:00+00"), utc("SELECT publishedTime FROM TABLE WHERE id = '2'"));
        assertEquals(List.of("7"), column("SELECT revision FROM TABLE WHERE id = '6'"));
        assertEquals(List.of("5"), column("SELECT id FROM TABLE WHERE status = 'withdrawn' AND revision IS NULL"));
    }

    @Test
    void manyRowsAreSeveralRowGroupsAndTheirBodiesWhole() throws IOException {
        String[] lines = new String[6_000];
        Random random = new Random(6);
        byte[] body = new byte[4_000];
        for (int i = 0; i < lines.length; i++) {
            random.nextBytes(body);
            lines[i] = "{\"id\":\"" + i + "\",\"body\":\"" + Base64.getEncoder().encodeToString(body) + "\"}";
        }
        pack(lines);
        assertEquals(List.of("6000"), column("SELECT count(DISTINCT body) FROM TABLE"));
        assertEquals(
                List.of("true"),
                column("SELECT max(row_group_id) > 0 FROM parquet_metadata('" + directory + "/day/p00-1.parquet')"));
    }

    /** Row 41. */
    @Test
    void packingThatACrashInterruptsIsDoneAgain() throws IOException {
        LineFile file = lines("{\"id\":\"1\"}", "{\"id\":\"2\"}");
        Path whole = file.file().resolveSibling(file.file().getFileName() + LineFile.WHOLE);
        Files.writeString(whole, "PAR1 half a table");
        LineFile.recover(file.file());
        assertEquals(List.of("1", "2"), column("SELECT id FROM TABLE ORDER BY id"));
        Path table = directory.resolve("day/p00-1.parquet");
        Files.move(table, whole);
        LineFile.recover(file.file());
        assertEquals(List.of("1", "2"), column("SELECT id FROM TABLE ORDER BY id"));
        assertEquals(List.of(table), files());
    }

    @Test
    void withoutItsLibrariesTheSettingIsRefusedWithWhereTheyAre() throws Exception {
        String[] path = System.getProperty("java.class.path").split(java.io.File.pathSeparator);
        URL[] without = java.util.Arrays.stream(path)
                .filter(entry -> !entry.contains("carpet"))
                .map(ParquetTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(without, ClassLoader.getPlatformClassLoader())) {
            Class<?> settings = loader.loadClass(Settings.class.getName());
            var from = loader.loadClass(JsonlSettings.class.getName()).getMethod("from", settings);
            Object plain = settings.getConstructor(Map.class).newInstance(Map.of());
            Object table = settings.getConstructor(Map.class).newInstance(Map.of("NEWSMILL_SINK_FORMAT", "parquet"));
            from.invoke(null, plain);
            Throwable wrong = assertThrows(
                            java.lang.reflect.InvocationTargetException.class, () -> from.invoke(null, table))
                    .getCause();
            assertEquals(
                    "NEWSMILL_SINK_FORMAT=parquet: its libraries are not on the class path: the launcher adds lib/parquet"
                            + " where this setting is in its environment",
                    wrong.getMessage());
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private void pack(String... lines) throws IOException {
        lines(lines).finish();
        assertEquals(List.of(directory.resolve("day/p00-1.parquet")), files());
    }

    private LineFile lines(String... lines) throws IOException {
        LineFile file =
                new LineFile(directory.resolve("day/p00-1.parquet" + LineFile.OPEN), Compression.ZSTD, Instant.EPOCH);
        for (String line : lines) {
            file.add(line.getBytes(StandardCharsets.UTF_8));
        }
        file.end();
        return file;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory.resolve("day"))) {
            return files.toList();
        }
    }

    private List<String> column(String sql) throws IOException {
        return DuckDb.ask(directory, sql).stream().map(row -> row.get(0)).toList();
    }

    private List<String> utc(String sql) throws IOException {
        return column(sql.replace(
                "publishedTime", "strftime(publishedTime AT TIME ZONE 'UTC', '%Y-%m-%d %H:%M:%S') || '+00'"));
    }

    private static String ferry() throws IOException {
        try (InputStream in = ParquetTest.class.getResourceAsStream("/newsmill/sink/ferry.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\n", " ");
        }
    }
}
