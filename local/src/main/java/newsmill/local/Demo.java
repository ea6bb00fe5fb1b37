package newsmill.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import newsmill.article.EnrichedArticle;
import newsmill.ingest.SourcesPublisher;
import newsmill.ingest.source.SourceEntry;
import newsmill.ingest.source.SourceType;
import newsmill.ingest.source.Sources;
import newsmill.local.samples.SampleNewsroom;

/** The sample newsroom's stories on their way through all of Newsmill, from the first poll to the summary. */
final class Demo {
    /** A loopback newsroom bears a faster pace than a paper's web site. */
    static final Map<String, String> PACE = Map.of(
            "NEWSMILL_INGEST_ALLOW_PRIVATE", "true",
            "NEWSMILL_INGEST_CONTACT", "newsmill-demo",
            "NEWSMILL_INGEST_HOST_GAP", "100ms",
            "NEWSMILL_INGEST_EVERY", "3s",
            "NEWSMILL_INGEST_EVERY_FLOOR", "3s",
            "NEWSMILL_INGEST_EVERY_CEILING", "6s",
            "NEWSMILL_INGEST_REVISITS", "4s,8s,12s,16s,20s,30s,40s",
            "NEWSMILL_INGEST_WITHDRAW_AFTER", "1s",
            "NEWSMILL_INGEST_RETRY", "1s",
            "NEWSMILL_SINK_COMPRESSION", "none");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Path data;
    private final boolean keep;
    private final Screen screen = new Screen();
    private final ArticlePrinter printer = new ArticlePrinter(screen);
    private final Map<String, EnrichedArticle> arrived = new LinkedHashMap<>();
    private final Set<String> corrected = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final long start = System.nanoTime();
    private int expected;
    private double firstAfter;

    Demo(Path data, boolean keep) {
        this.data = data;
        this.keep = keep;
    }

    int run() {
        screen.status("starting Kafka in this process ...");
        try (SampleNewsroom newsroom = SampleNewsroom.open(Instant.now());
                LocalStack stack = LocalStack.open(data, System.getenv(), PACE);
                OnExit closed = OnExit.close(stack);
                EnrichedFeed feed = new EnrichedFeed(stack.kafka())) {
            expected = newsroom.published().size();
            introduce(newsroom, stack);
            new SourcesPublisher(stack.kafka()).publish(sources(newsroom));
            stack.startServices();
            follow(stack, feed, newsroom);
            screen.status("the last files are being written ...");
            boolean delivered = Delivery.await(stack, feed, PATIENCE);
            screen.status("");
            if (!delivered) {
                throw Trouble.unavailable("the files are not complete after " + PATIENCE.toSeconds() + " s", null);
            }
            screen.print(summary(newsroom));
            if (keep) {
                screen.print("Kafka stays open at " + stack.kafka().bootstrapServers() + "; end with Ctrl-C.");
                stay(stack, feed);
            }
        }
        return Exit.OK;
    }

    private void introduce(SampleNewsroom newsroom, LocalStack stack) {
        screen.print(String.format(
                Locale.ROOT,
                "Kafka runs in this process at %s (%.1f s). %d newspapers with %d stories are open on local ports.%n",
                stack.kafka().bootstrapServers(),
                seconds(),
                newsroom.subscriptions().size(),
                expected));
    }

    /** What a reader of the newspapers would have in {@code sources.yaml}. */
    static Sources sources(SampleNewsroom newsroom) {
        return new Sources(newsroom.subscriptions().stream()
                .map(paper -> new SourceEntry(
                        paper.id(),
                        paper.url(),
                        SourceType.AUTO,
                        paper.name(),
                        paper.language(),
                        paper.country(),
                        "3s",
                        List.of()))
                .toList());
    }

    /** Prints what arrives until all stories, the correction and the withdrawal are there. */
    private void follow(LocalStack stack, EnrichedFeed feed, SampleNewsroom newsroom) {
        Set<String> toCorrect = new HashSet<>();
        Set<String> toWithdraw = new HashSet<>();
        boolean changed = false;
        long heard = System.nanoTime();
        while (!changed || !corrected.containsAll(toCorrect) || !withdrawn.containsAll(toWithdraw)) {
            for (EnrichedArticle article : feed.next(MOMENT)) {
                take(article);
                heard = System.nanoTime();
            }
            if (!changed && arrived.size() >= expected) {
                toCorrect.addAll(newsroom.correct(Instant.now()));
                toWithdraw.addAll(newsroom.withdraw());
                changed = true;
                screen.print(screen.styled(
                        Screen.Style.LABEL,
                        "All stories are in. One paper now corrects a story, and takes another back ...\n"));
            }
            progress(changed);
            check(stack, heard);
        }
    }

    private void take(EnrichedArticle enriched) {
        String url = enriched.article().url();
        if (enriched.article().withdrawn()) {
            withdrawn.add(url);
        } else {
            if (enriched.article().revision() > 1) {
                corrected.add(url);
            }
            firstAfter = arrived.isEmpty() ? seconds() : firstAfter;
            arrived.put(url, enriched);
        }
        screen.print(printer.print(enriched));
    }

    private void progress(boolean changed) {
        screen.status(String.format(
                Locale.ROOT,
                "%d of %d stories, %.0f s%s",
                arrived.size(),
                expected,
                seconds(),
                changed ? "; waiting for the correction and the withdrawal to be seen" : ""));
    }

    private void check(LocalStack stack, long heard) {
        if (!stack.running()) {
            throw Trouble.unavailable("a service has stopped; run it again with NEWSMILL_LOG=info to see why", null);
        }
        if (System.nanoTime() - heard > PATIENCE.toNanos()) {
            throw Trouble.unavailable(
                    "nothing has arrived for " + PATIENCE.toSeconds() + " s (" + arrived.size() + " of " + expected
                            + " stories); run it again with NEWSMILL_LOG=info to see why",
                    null);
        }
    }

    private void stay(LocalStack stack, EnrichedFeed feed) {
        while (stack.running()) {
            feed.next(Duration.ofSeconds(1)).forEach(this::take);
        }
    }

    private String summary(SampleNewsroom newsroom) {
        List<EnrichedArticle> all = new ArrayList<>(arrived.values());
        long attributed = all.stream()
                .flatMap(article -> article.quotes().stream())
                .filter(quote -> quote.speaker() != null)
                .count();
        int quotes = all.stream().mapToInt(article -> article.quotes().size()).sum();
        return screen.styled(
                        Screen.Style.HEADLINE,
                        String.format(
                                Locale.ROOT,
                                "%d articles in %.0f s, the first after %.1f s; %d corrected, %d withdrawn.%n",
                                all.size(),
                                seconds(),
                                firstAfter,
                                corrected.size(),
                                withdrawn.size()))
                + "  languages  "
                + ArticlePrinter.tally(
                        all.stream().map(a -> a.article().language()).toList())
                + "\n  topics     "
                + ArticlePrinter.tally(all.stream()
                        .filter(a -> !a.topics().isEmpty())
                        .map(a -> a.topics().get(0).name())
                        .toList())
                + "\n  countries  "
                + ArticlePrinter.tally(all.stream()
                        .filter(a -> !a.countries().isEmpty())
                        .map(a -> a.countries().get(0).code())
                        .toList())
                + "\n  quotes     " + quotes + ", the speaker known for " + attributed
                + "\n  requests   " + newsroom.traffic().requests() + ", "
                + newsroom.traffic().notModified()
                + " answered with 304 Not Modified"
                + "\n  files      " + data.resolve("enriched");
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
