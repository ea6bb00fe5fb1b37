package newsmill.local.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void lastLineNeedsNoLineFeed() throws IOException {
        assertEquals(List.of("a", "", "b"), texts("a\n\nb"));
        assertEquals(List.of("a", "b"), texts("a\nb\n"));
        assertEquals(List.of(), texts(""));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertEquals(List.of("a", "\uFEFFb"), texts("\uFEFFa\n\uFEFFb"));
    }

    @Test
    void linesAreNamedByTheirPlace() throws IOException {
        Lines lines = lines("a\nb");
        lines.next();
        assertEquals("test:2", lines.next().place());
    }

    @Test
    void lineLongerThanTheBufferIsWhole() throws IOException {
        byte[] bytes = new byte[300_000];
        Arrays.fill(bytes, (byte) 'x');
        Lines lines = new Lines("test", new ByteArrayInputStream(bytes));
        assertArrayEquals(bytes, lines.next().bytes());
        assertNull(lines.next());
    }

    @Test
    void lineTooLongIsPassedOverInLittleMemoryAndTheNextFollows() throws IOException {
        long length = 300L << 20;
        Lines lines = new Lines("test", new LongLine(length, "next"));
        Line tooLong = lines.next();
        assertTrue(tooLong.tooLong());
        assertEquals(length, tooLong.length());
        assertEquals("next", new String(lines.next().bytes(), StandardCharsets.UTF_8));
    }

    private static Lines lines(String text) {
        return new Lines("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(String text) throws IOException {
        Lines lines = lines(text);
        List<String> texts = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            texts.add(new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** A line of so many letters, and another behind it. */
    private static final class LongLine extends InputStream {
        private final InputStream tail;
        private long left;

        LongLine(long length, String next) {
            left = length;
            tail = new ByteArrayInputStream(("\n" + next).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("reads in blocks");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (left == 0) {
                return tail.read(buffer, from, length);
            }
            int n = (int) Math.min(left, length);
            Arrays.fill(buffer, from, from + n, (byte) 'x');
            left -= n;
            return n;
        }
    }
}
