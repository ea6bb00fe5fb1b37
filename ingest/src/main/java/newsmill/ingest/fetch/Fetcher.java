package newsmill.ingest.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Fetches addresses without blocking the caller: conditional, bounded in size and time, over redirects that it checks
 * itself, from public addresses only. Keeps no cookies. A future fails with a {@link FetchException}, or gives a
 * response of any status. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {
    private final FetchSettings settings;
    private final AddressGuard guard;
    private final HttpExchange http;
    private final ExecutorService workers;

    /**
     * A fetcher.
     *
     * @param workers does the blocking parts: name lookups and decompression; closed by the caller
     */
    public Fetcher(FetchSettings settings, ExecutorService workers) {
        this(settings, new AddressGuard(settings.allowPrivate()), workers);
    }

    Fetcher(FetchSettings settings, AddressGuard guard, ExecutorService workers) {
        this.settings = settings;
        this.guard = guard;
        this.http = new HttpExchange(settings, guard);
        this.workers = workers;
    }

    /** What robots.txt calls us. */
    public String robotName() {
        return settings.robotName();
    }

    /** Where the blocking parts run; parsing may run there too. */
    public Executor workers() {
        return workers;
    }

    /** Fetches; ends within the total time limit, whatever the server does. Cancelling it ends the connection. */
    public CompletableFuture<Response> fetch(Request request) {
        Journey journey = new Journey(request);
        CompletableFuture<Response> result = new CompletableFuture<>();
        result.orTimeout(settings.total().toMillis(), TimeUnit.MILLISECONDS);
        result.whenComplete((response, problem) -> journey.stop());
        CompletableFuture.runAsync(() -> journey.go(request, result), workers).exceptionally(problem -> {
            result.completeExceptionally(problem);
            return null;
        });
        return result.handle((response, problem) -> {
            if (problem != null) {
                throw new CompletionException(Problems.named(problem, settings));
            }
            return response;
        });
    }

    /** One fetch on its way over redirects. */
    private final class Journey {
        private final Request first;
        private final Set<URI> been = new HashSet<>();
        private boolean permanent = true;
        private volatile boolean stopped;
        private volatile CompletableFuture<Response> exchange;

        Journey(Request first) {
            this.first = first;
        }

        void go(Request request, CompletableFuture<Response> result) {
            try {
                guard.check(request.url());
                if (!been.add(request.url())) {
                    throw new FetchException("redirects in a circle", true);
                }
                if (been.size() > settings.maxRedirects() + 1) {
                    throw new FetchException("more than " + settings.maxRedirects() + " redirects", true);
                }
            } catch (java.io.IOException e) {
                result.completeExceptionally(e);
                return;
            }
            exchange = http.send(request);
            if (stopped) {
                exchange.cancel(true);
            }
            exchange.whenCompleteAsync(
                    (response, problem) -> {
                        try {
                            if (problem != null) {
                                result.completeExceptionally(problem);
                            } else {
                                arrived(request, response, result);
                            }
                        } catch (Exception | StackOverflowError e) {
                            result.completeExceptionally(e);
                        }
                    },
                    workers);
        }

        private void arrived(Request request, Response response, CompletableFuture<Response> result)
                throws java.io.IOException {
            URI location = response.redirects() ? Location.of(request.url(), response.header("location")) : null;
            if (location != null && first.follow()) {
                permanent &= response.status() == 301 || response.status() == 308;
                go(request.to(location), result);
                return;
            }
            byte[] body =
                    ContentCoding.decode(response.body(), response.header("content-encoding"), settings.maxBytes());
            boolean moved = permanent && been.size() > 1;
            result.complete(response.with(body, location, moved ? response.url() : null));
        }

        void stop() {
            stopped = true;
            CompletableFuture<Response> running = exchange;
            if (running != null) {
                running.cancel(true);
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
