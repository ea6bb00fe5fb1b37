package newsmill.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import newsmill.article.Article;
import newsmill.article.EnrichedArticle;
import newsmill.article.Json;
import newsmill.enrich.Enricher;
import newsmill.enrich.Story;
import newsmill.enrich.Tagger;
import newsmill.enrich.Tags;
import newsmill.enrich.text.Text;
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

/** Articles of 4,000 characters a second on one core: the analysis of the text, each tagger on it, and the whole. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class EnrichBench {
    private static final int ARTICLES = 512;

    /** Articles in every form that a step begins with, and which of them is next. */
    @State(Scope.Thread)
    public static class Desk {
        final Enricher enricher = Enricher.standard();
        private final List<Article> articles =
                IntStream.range(0, ARTICLES).mapToObj(Articles::number).toList();
        private final List<byte[]> json = articles.stream().map(Json::write).toList();
        private final List<Story> stories =
                articles.stream().map(article -> Story.of(article, "en")).toList();
        private final List<EnrichedArticle> enriched =
                articles.stream().map(enricher::enrich).toList();
        private int next;

        private <T> T next(List<T> things) {
            next = (next + 1) % ARTICLES;
            return things.get(next);
        }
    }

    /** One of the standard taggers, by its class's name. */
    @State(Scope.Thread)
    public static class OneTagger {
        @Param({"TopicTagger", "CountryTagger", "QuoteTagger"})
        public String name;

        Tagger tagger;

        @Setup
        public void find() {
            tagger = Enricher.standard().taggers().stream()
                    .filter(each -> each.getClass().getSimpleName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + ": not among the standard taggers"));
        }
    }

    @Benchmark
    public Text text(Desk desk) {
        Article article = desk.next(desk.articles);
        Text.of(article.title());
        return Text.of(article.body());
    }

    @Benchmark
    public Tags tagger(Desk desk, OneTagger one) {
        Tags tags = new Tags();
        one.tagger.tag(desk.next(desk.stories), tags);
        return tags;
    }

    @Benchmark
    public Article jsonIn(Desk desk) throws IOException {
        return Json.read(desk.next(desk.json), Article.class);
    }

    @Benchmark
    public byte[] jsonOut(Desk desk) {
        return Json.write(desk.next(desk.enriched));
    }

    @Benchmark
    public byte[] whole(Desk desk) throws IOException {
        return Json.write(desk.enricher.enrich(Json.read(desk.next(desk.json), Article.class)));
    }
}
