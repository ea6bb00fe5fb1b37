package newsmill.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import org.jsoup.Jsoup;

/**
 * Processor time to extract an article from a page, parse included, beside a plain jsoup parse, jsoup's {@code text()} and
 * readability4j, of one thread in one run. The contenders take turns, so that the machine's moods meet all of them.
 */
public final class ExtractBench {
    private static final String URL = "https://news.example/2026/11/story";
    private static final int OWN_PAGES = 200;
    /** Fewer leave the contenders with much code of their own half compiled. */
    private static final int WARM_UP = 6;

    private static final int ROUNDS = 9;

    private ExtractBench() {}

    /** What is done to one page; what comes out is used, so that no compiler leaves the work out. */
    private interface Contender {
        int size(byte[] page) throws IOException;
    }

    /** Runs the benchmark over the pages of a folder ({@code .html}, {@code .html.gz}), or over 200 of our own. */
    public static void main(String[] args) throws IOException {
        List<byte[]> pages = args.length == 0
                ? IntStream.range(0, OWN_PAGES).mapToObj(Pages::number).toList()
                : pages(Path.of(args[0]));
        long bytes = pages.stream().mapToLong(page -> page.length).sum();
        System.out.printf(Locale.ROOT, "%,d pages of %,d bytes%n", pages.size(), bytes / pages.size());
        Map<String, double[]> times = new LinkedHashMap<>();
        Map<String, Contender> contenders = contenders();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Contender> each : contenders.entrySet()) {
                double millis = millis(each.getValue(), pages);
                if (round >= 0) {
                    times.computeIfAbsent(each.getKey(), any -> new double[ROUNDS])[round] = millis / pages.size();
                }
            }
        }
        report(times);
    }

    private static Map<String, Contender> contenders() {
        ArticleExtractor extractor = ArticleExtractor.standard();
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(
                "jsoup parse",
                page -> Jsoup.parse(new ByteArrayInputStream(page), null, URL).childNodeSize());
        contenders.put(
                "jsoup text()",
                page -> Jsoup.parse(new ByteArrayInputStream(page), null, URL)
                        .text()
                        .length());
        contenders.put("newsmill", page -> {
            String body = extractor.extract(Page.of(URL, page)).body();
            return body == null ? 0 : body.length();
        });
        contenders.put("readability4j", page -> {
            try {
                String text = new Readability4J(URL, new String(page, StandardCharsets.UTF_8))
                        .parse()
                        .getTextContent();
                return text == null ? 0 : text.length();
            } catch (RuntimeException e) {
                // Some pages it cannot read; what it spent on them counts.
                return 0;
            }
        });
        return contenders;
    }

    private static double millis(Contender contender, List<byte[]> pages) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long size = 0;
        for (byte[] page : pages) {
            size += contender.size(page);
        }
        if (size < 0) {
            throw new IllegalStateException("no page has a negative size");
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static void report(Map<String, double[]> times) {
        times.values().forEach(Arrays::sort);
        double parse = times.get("jsoup parse")[ROUNDS / 2];
        times.forEach((name, each) -> System.out.printf(
                Locale.ROOT,
                "%-14s %7.3f ms a page (%.3f to %.3f), %.2f of a parse%n",
                name,
                each[ROUNDS / 2],
                each[0],
                each[ROUNDS - 1],
                each[ROUNDS / 2] / parse));
    }

    private static List<byte[]> pages(Path folder) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".html")) {
                    pages.add(Files.readAllBytes(file));
                } else if (name.endsWith(".html.gz")) {
                    try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
                        pages.add(unpacked.readAllBytes());
                    }
                }
            }
        }
        if (pages.isEmpty()) {
            throw new IllegalArgumentException(folder + ": no .html or .html.gz in it");
        }
        return pages;
    }
}
