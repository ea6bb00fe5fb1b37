package newsmill.bench.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import newsmill.enrich.language.Languages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Texts of eight languages of the news whose language is told in a second on one core, and how many are told rightly. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class LanguageBench {
    private static final String FILE = "articles.tsv";
    private static final String SENTENCE_END = "(?<=[.!?؟]) ";

    /** A text and its language. */
    private record Sample(String language, String text) {
        static Stream<Sample> ofLine(String line, boolean sentences) {
            String[] cells = line.split("\t");
            String[] texts = sentences ? cells[1].split(SENTENCE_END) : new String[] {cells[1]};
            return Stream.of(texts).map(text -> new Sample(cells[0], text));
        }
    }

    /** Whole texts or their sentences, and which of them is next. */
    @State(Scope.Thread)
    public static class Desk {
        @Param({"sentences", "articles"})
        public String texts;

        private final Languages languages = Languages.standard();
        private final List<Sample> samples = new ArrayList<>();
        private int next;

        @Setup
        public void read() throws IOException {
            try (InputStream file = LanguageBench.class.getResourceAsStream(FILE);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> Sample.ofLine(line, texts.equals("sentences")))
                        .forEach(samples::add);
            }
            List<Sample> wrong = samples.stream()
                    .filter(each -> !told(each).equals(each.language()))
                    .toList();
            System.out.printf("%n%d of %d %s told rightly%n", samples.size() - wrong.size(), samples.size(), texts);
            wrong.forEach(each -> System.out.println(told(each) + " for " + each));
        }

        private String told(Sample sample) {
            return languages.of(null, null, sample.text());
        }

        private Sample next() {
            next = (next + 1) % samples.size();
            return samples.get(next);
        }
    }

    @Benchmark
    public String told(Desk desk) {
        return desk.told(desk.next());
    }
}
