package newsmill.local;

import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import newsmill.article.Settings;
import newsmill.ingest.fetch.FetchSettings;
import newsmill.ingest.fetch.Fetcher;
import newsmill.ingest.fetch.Request;
import newsmill.ingest.fetch.Response;

/** Fetches addresses that a user typed, one at a time, with the service's own fetcher and settings. */
final class WebPages implements AutoCloseable {
    private final ExecutorService workers = Executors.newFixedThreadPool(2, WebPages::daemon);
    private final Fetcher fetcher = new Fetcher(FetchSettings.from(new Settings(System.getenv())), workers);

    /** The fetcher, for who needs more than a page. */
    Fetcher fetcher() {
        return fetcher;
    }

    /** True for an http or https address. */
    static boolean isAddress(String name) {
        return name.regionMatches(true, 0, "http://", 0, 7) || name.regionMatches(true, 0, "https://", 0, 8);
    }

    /** What the address gives, after redirects; anything but a page is said to the user. */
    Response get(String address) {
        URI url;
        try {
            url = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw Trouble.usage(address + ": not an address: " + e.getMessage());
        }
        try {
            Response response = fetcher.fetch(new Request(url, null, true)).join();
            if (response.status() != 200) {
                throw Trouble.unavailable(address + ": the server answers " + response.status(), null);
            }
            return response;
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw Trouble.unavailable(address + ": " + Console.reason(cause), cause);
        }
    }

    @Override
    public void close() {
        fetcher.close();
        workers.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fetch");
        thread.setDaemon(true);
        return thread;
    }
}
