package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineFileTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Compression.class)
    void piecesAreOneFileAndAnyOfThemCanBeTheLast(Compression compression) throws IOException {
        LineFile file = file(compression);
        file.add(utf8("one"));
        file.add(utf8("two"));
        long committed = file.end();
        file.add(utf8("three"));
        file.spill();
        assertEquals("one\ntwo\nthree\n", text(file.file(), compression));
        Files.writeString(file.file(), "half a pie", java.nio.file.StandardOpenOption.APPEND);
        LineFile.cut(file.file(), committed);
        assertEquals("one\ntwo\n", text(file.file(), compression));
        assertThrows(IllegalStateException.class, () -> LineFile.cut(file.file(), committed + 1));
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void fileOfSmallPiecesIsPackedAnewWhenItIsDone(Compression compression) throws IOException {
        LineFile file = file(compression);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            byte[] line = utf8("{\"id\":\"" + i + "\",\"body\":\"The ferry left, and nobody was on board.\"}");
            file.add(line);
            lines.writeBytes(line);
            lines.write('\n');
            file.end();
        }
        long scattered = file.length();
        file.finish();
        Path done = directory.resolve("day/p00-1" + compression.ending());
        assertArrayEquals(lines.toByteArray(), utf8(text(done, compression)));
        if (compression != Compression.NONE) {
            assertTrue(Files.size(done) * 5 < scattered, Files.size(done) + " of " + scattered);
        }
        try (var files = Files.list(directory.resolve("day"))) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void packingThatACrashInterruptsIsTakenUpWhereItCan(Compression compression) throws IOException {
        Path open = directory.resolve("day/p00-1" + compression.ending() + LineFile.OPEN);
        Path whole = directory.resolve("day/p00-1" + compression.ending() + LineFile.OPEN + LineFile.WHOLE);
        Path done = directory.resolve("day/p00-1" + compression.ending());
        LineFile file = file(compression);
        file.add(utf8("kept"));
        file.end();
        Files.writeString(whole, "half a copy");
        LineFile.recover(open);
        assertEquals("kept\n", text(done, compression));
        Files.move(done, whole);
        LineFile.recover(open);
        assertEquals("kept\n", text(done, compression));
        LineFile.recover(open);
        try (var files = Files.list(directory.resolve("day"))) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void fileNeverTakesTheNameOfAnother(Compression compression) throws IOException {
        for (String line : new String[] {"first", "second", "third"}) {
            LineFile file = file(compression);
            file.add(utf8(line));
            file.end();
            file.finish();
        }
        assertEquals("first\n", text(directory.resolve("day/p00-1" + compression.ending()), compression));
        assertEquals("third\n", text(directory.resolve("day/p00-1-3" + compression.ending()), compression));
    }

    private LineFile file(Compression compression) {
        return new LineFile(
                directory.resolve("day/p00-1" + compression.ending() + LineFile.OPEN), compression, Instant.EPOCH);
    }

    private static String text(Path file, Compression compression) throws IOException {
        try (InputStream in = compression.read(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
