package newsmill.sink;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import newsmill.article.Settings;

/**
 * Where and how files are written.
 *
 * @param directory {@code NEWSMILL_SINK_DIRECTORY}, by default {@code data/enriched}; one sink has it for itself
 * @param compression {@code NEWSMILL_SINK_COMPRESSION}: {@code zstd}, {@code gzip} or {@code none}; of a table {@code zstd}
 * @param format {@code NEWSMILL_SINK_FORMAT}: {@code newsmill}, {@code ninjs} or {@code parquet}
 * @param by {@code NEWSMILL_SINK_BY}: which date a file is for, {@code published} or {@code arrived}
 * @param rotateBytes {@code NEWSMILL_SINK_ROTATE_BYTES}: a file of this size is done
 * @param rotateEvery {@code NEWSMILL_SINK_ROTATE_EVERY}: a file of this age is done
 * @param clock tells the time, outside of tests the system's
 */
public record JsonlSettings(
        Path directory,
        Compression compression,
        LineFormat format,
        By by,
        long rotateBytes,
        Duration rotateEvery,
        Clock clock) {
    private static final int LINES = 256 << 20;
    /** The worker stands still while lines become a table: some ten seconds for as much. */
    private static final int TABLE = 32 << 20;

    /** Which date a file is for. */
    public enum By {
        PUBLISHED,
        ARRIVED
    }

    /** Reads the settings; fails with the name and value of one that is wrong. */
    public static JsonlSettings from(Settings settings) {
        LineFormat format = settings.parse(
                "NEWSMILL_SINK_FORMAT",
                LineFormat.NEWSMILL,
                value -> LineFormat.valueOf(value.toUpperCase(Locale.ROOT)),
                "newsmill, ninjs or parquet");
        Compression compression = settings.parse(
                "NEWSMILL_SINK_COMPRESSION",
                Compression.ZSTD,
                value -> Compression.valueOf(value.toUpperCase(Locale.ROOT)),
                "zstd, gzip or none");
        boolean table = format == LineFormat.PARQUET;
        if (table) {
            Parquet.check();
        }
        return new JsonlSettings(
                settings.parse("NEWSMILL_SINK_DIRECTORY", Path.of("data", "enriched"), Path::of, "a path"),
                table ? Compression.ZSTD : compression,
                format,
                settings.parse(
                        "NEWSMILL_SINK_BY",
                        By.PUBLISHED,
                        value -> By.valueOf(value.toUpperCase(Locale.ROOT)),
                        "published or arrived"),
                settings.number("NEWSMILL_SINK_ROTATE_BYTES", table ? TABLE : LINES, 1),
                settings.time("NEWSMILL_SINK_ROTATE_EVERY", Duration.ofHours(1)),
                Clock.systemUTC());
    }
}
