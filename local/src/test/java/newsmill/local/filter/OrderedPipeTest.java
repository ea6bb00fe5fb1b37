package newsmill.local.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OrderedPipeTest {
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void linesComeOutInTheOrderTheyCameInWhateverEachOneCosts() throws IOException {
        String numbers = IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        pass(numbers, 8, line -> {
            spin(new Random(line.length()).nextInt(200));
            return Outcome.of(line.bytes());
        });
        assertEquals(numbers + "\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void lineThatCannotBeUsedLeavesARecordInItsPlaceAndIsNamedInAMessage() throws IOException {
        long rejected = pass("{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}", 2, line -> {
            if (text(line).contains("b")) {
                throw new IllegalStateException("no such thing");
            }
            return Outcome.of(line.bytes());
        });
        assertEquals("""
                {"id":"a"}
                {"id":"b","line":"test:2","error":"could not be used: java.lang.IllegalStateException: no such thing"}
                {"id":"c"}
                """, out.toString(StandardCharsets.UTF_8));
        assertEquals(List.of("test:2: could not be used: java.lang.IllegalStateException: no such thing"), complaints);
        assertEquals(1, rejected);
    }

    @Test
    void endlessRecursionInAStepCostsOneLineOnly() throws IOException {
        pass("a\nb", 1, line -> text(line).equals("a") ? recurse(line) : Outcome.of(line.bytes()));
        assertTrue(out.toString(StandardCharsets.UTF_8).endsWith("\nb\n"));
        assertEquals(1, complaints.size());
    }

    @Test
    void slowStreamIsAnsweredLineByLine() throws IOException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream writer = new PipedOutputStream(in);
        PipedInputStream answers = new PipedInputStream();
        try (OrderedPipe pipe =
                new OrderedPipe(2, line -> Outcome.of(line.bytes()), new PipedOutputStream(answers), complaints::add)) {
            Thread reader = new Thread(() -> {
                try {
                    pipe.pass(new Lines("test", in));
                } catch (IOException e) {
                    complaints.add(e.toString());
                }
            });
            reader.setDaemon(true);
            reader.start();
            writer.write("first\n".getBytes(StandardCharsets.UTF_8));
            writer.flush();
            assertEquals("first\n", new String(answers.readNBytes(6), StandardCharsets.UTF_8));
        }
    }

    @Test
    void manyLongLinesNeverWaitInMemoryAllAtOnce() throws IOException {
        String line = "x".repeat(Lines.MAX_BYTES - 1) + "\n";
        InputStream many = new java.io.SequenceInputStream(Collections.enumeration(IntStream.range(0, 60)
                .mapToObj(i -> (InputStream) new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1)))
                .limit(12)
                .toList()));
        try (OrderedPipe pipe = new OrderedPipe(4, in -> Outcome.of(new byte[] {'.'}), out, complaints::add)) {
            pipe.pass(new Lines("test", many));
            pipe.finish();
        }
        assertEquals(24, out.size());
    }

    @Test
    void closedOutputEndsTheRun() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        try (OrderedPipe pipe = new OrderedPipe(2, line -> Outcome.of(line.bytes()), closed, complaints::add)) {
            assertThrows(OrderedPipe.Closed.class, () -> {
                pipe.pass(new Lines("test", new ByteArrayInputStream(new byte[] {'a'})));
                pipe.finish();
            });
        }
    }

    private long pass(String lines, int threads, Function<Line, Outcome> step) throws IOException {
        try (OrderedPipe pipe = new OrderedPipe(threads, step, out, complaints::add)) {
            pipe.pass(new Lines("test", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))));
            pipe.finish();
            return pipe.rejected();
        }
    }

    private static String text(Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    private static Outcome recurse(Line line) {
        return recurse(new Line(line.place() + ".", line.bytes(), line.length()));
    }

    private static void spin(int rounds) {
        for (int i = 0; i < rounds; i++) {
            Thread.onSpinWait();
        }
    }
}
