package newsmill.enrich;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import newsmill.article.Country;
import newsmill.article.Span;

/** Taggers with a fault: what they do depends on the article's title. */
final class Taggers {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private static volatile boolean spinning = true;

    private Taggers() {}

    static void faulty(Story story, Tags tags) {
        String title = story.title().string();
        switch (title) {
            case "throws" -> throw new ClassCastException("a tagger with a fault");
            case "overflows" -> deeper(1);
            case "sleeps" -> sleep();
            case "spins" -> spin();
            case "many" -> spans(tags);
            default -> {}
        }
    }

    private static int deeper(int n) {
        return deeper(n + 1) + 1;
    }

    private static void sleep() {
        try {
            NEVER.await(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends every tagger that spins. */
    static void stopSpinning() {
        spinning = false;
    }

    private static void spin() {
        while (spinning) {
            Thread.onSpinWait();
        }
    }

    private static void spans(Tags tags) {
        Span span = new Span(0, 4, "Rain");
        tags.add(new Country("FR", "France", 5_000, 1, java.util.Collections.nCopies(5_000, span)));
    }
}
