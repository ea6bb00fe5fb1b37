package newsmill.sink;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Files as tables. A Parquet file can be read only when it is whole, and so cannot be cut back to what Kafka holds: while it
 * is written it is JSON Lines, and crash-exact as these are; then it is packed as a table, the columns those of
 * {@link ParquetRow}. Packing is a function of the lines: where it is interrupted, it is done again.
 *
 * <p>The libraries are loaded for this alone; a service that writes no tables runs without them.
 */
final class Parquet {
    static final String ENDING = ".parquet";
    /** What the writer holds in memory before it goes to the disk. */
    private static final long ROW_GROUP = 16 << 20;

    private Parquet() {}

    /** True if the lines of this file that is being written are to become a table. */
    static boolean isFor(Path file) {
        return file.toString().endsWith(ENDING + LineFile.OPEN);
    }

    /** @throws IllegalArgumentException if the libraries are not there; the message names the setting that needs them */
    static void check() {
        try {
            Class.forName("com.jerolba.carpet.CarpetWriter", false, Parquet.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "NEWSMILL_SINK_FORMAT=parquet: its libraries are not on the class path: the"
                            + " launcher adds lib/parquet where this setting is in its environment");
        }
    }

    /** Writes the articles on a file's lines as a table. */
    static void pack(Path lines, Path table) throws IOException {
        check();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        Compression.ZSTD.read(Files.newInputStream(lines)), StandardCharsets.UTF_8));
                CarpetWriter<ParquetRow> out = writer(table)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(ParquetRow.of(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static CarpetWriter<ParquetRow> writer(Path table) throws IOException {
        return new CarpetWriter.Builder<>(Files.newOutputStream(table), ParquetRow.class)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withDefaultTimeUnit(TimeUnit.MICROS)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }
}
