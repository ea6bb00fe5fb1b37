package newsmill.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A fetcher under test, with the threads it needs. */
final class Fetching implements AutoCloseable {
    static final int MOST_BYTES = 100_000;

    private static final FetchSettings SETTINGS = new FetchSettings(
            "newsmill/0.1 (+mailto:desk@example.org)",
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            MOST_BYTES,
            5,
            true);

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Fetcher fetcher;

    Fetching(AddressGuard guard) {
        fetcher = new Fetcher(SETTINGS, guard, workers);
    }

    Response fetch(String url) {
        return fetcher.fetch(new Request(URI.create(url), Validators.NONE, true))
                .join();
    }

    String problem(String url) {
        CompletionException e = assertThrows(CompletionException.class, () -> fetch(url), url);
        return assertInstanceOf(FetchException.class, e.getCause()).getMessage();
    }

    @Override
    public void close() {
        fetcher.close();
        workers.shutdownNow();
    }
}
