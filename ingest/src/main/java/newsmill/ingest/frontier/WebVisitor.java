package newsmill.ingest.frontier;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import newsmill.ingest.extract.ArticleExtractor;
import newsmill.ingest.extract.Page;
import newsmill.ingest.fetch.FetchException;
import newsmill.ingest.fetch.Fetcher;
import newsmill.ingest.fetch.Freshness;
import newsmill.ingest.fetch.HeaderOptOuts;
import newsmill.ingest.fetch.Request;
import newsmill.ingest.fetch.Response;
import newsmill.ingest.fetch.RetryAfter;
import newsmill.ingest.fetch.WebAddress;
import newsmill.ingest.source.SourceFormat;
import newsmill.ingest.source.UnreadableSource;

/** Fetches from the web; reads what it got on the fetcher's worker threads, since reading is most of the cost. */
public final class WebVisitor implements Visitor {
    private final Fetcher fetcher;
    private final ArticleExtractor extractor;

    private final PageCopies copies;

    /** Where pages are kept as they were served. */
    public interface PageCopies {
        /** Keeps one; trouble is the keeper's to tell, and stops nothing. */
        void keep(Response response, Instant fetched);
    }

    public WebVisitor(Fetcher fetcher, ArticleExtractor extractor, PageCopies copies) {
        this.fetcher = fetcher;
        this.extractor = extractor;
        this.copies = copies;
    }

    @Override
    public CompletableFuture<Outcome> visit(Visit visit) {
        CompletableFuture<Response> fetch;
        try {
            fetch = fetcher.fetch(request(visit));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Outcome.Failed("no address: " + e.getMessage(), true));
        }
        CompletableFuture<Outcome> outcome =
                fetch.handleAsync((response, problem) -> read(visit, response, problem), fetcher.workers());
        outcome.whenComplete((done, problem) -> fetch.cancel(true));
        return outcome;
    }

    private static Request request(Visit visit) {
        URI url = WebAddress.uri(visit.url());
        if (visit instanceof Visit.OfSource source) {
            return new Request(url, source.validators(), false);
        }
        return visit instanceof Visit.OfPage page
                ? new Request(url, page.validators(), false)
                : new Request(url, null, true);
    }

    private Outcome read(Visit visit, Response response, Throwable problem) {
        try {
            if (visit instanceof Visit.OfRobots) {
                return problem != null
                        ? new Outcome.RobotsRead(
                                0, null, new byte[0], null, cause(problem).getMessage())
                        : new Outcome.RobotsRead(
                                response.status(),
                                response.header("content-type"),
                                response.body(),
                                RetryAfter.of(response.header("retry-after")),
                                null);
            }
            return problem != null ? failed(problem) : read(visit, response);
        } catch (UnreadableSource e) {
            return new Outcome.Failed(e.getMessage(), false);
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome.Failed("cannot be read: " + e, true);
        }
    }

    private Outcome read(Visit visit, Response response) throws UnreadableSource {
        int status = response.status();
        if (status == 304) {
            return new Outcome.Unchanged(answer(response));
        }
        if (response.location() != null) {
            return new Outcome.Moved(response.location().toString(), status == 301 || status == 308);
        }
        if (status == 404 || status == 410) {
            return new Outcome.Gone(status);
        }
        if (status == 429 || status == 503) {
            return new Outcome.Busy(status, RetryAfter.of(response.header("retry-after")));
        }
        if (status != 200) {
            return new Outcome.Failed("status " + status, status >= 400 && status < 500);
        }
        return visit instanceof Visit.OfSource source ? listed(source, response) : page((Visit.OfPage) visit, response);
    }

    private static Outcome listed(Visit.OfSource visit, Response response) throws UnreadableSource {
        String url = response.url().toString();
        return new Outcome.Listed(
                SourceFormat.read(response.body(), response.header("content-type"), url, visit.type(), visit.pattern()),
                answer(response));
    }

    private Outcome page(Visit.OfPage visit, Response response) {
        String type = response.header("content-type");
        if (type != null && !type.contains("html") && !type.startsWith("text/")) {
            return new Outcome.Failed("no page but " + type, true);
        }
        Page page = new Page(
                response.url().toString(),
                response.body(),
                type,
                visit.time(),
                visit.source(),
                visit.title(),
                visit.published());
        copies.keep(response, visit.time());
        return new Outcome.Read(Reserved.with(extractor.extract(page), HeaderOptOuts.of(response)), answer(response));
    }

    private static Outcome failed(Throwable problem) {
        Throwable cause = cause(problem);
        boolean lasting = cause instanceof FetchException known && known.lasting();
        return new Outcome.Failed(cause.getMessage(), lasting);
    }

    private static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    private static Outcome.Answer answer(Response response) {
        Duration fresh = Freshness.of(response);
        return new Outcome.Answer(response.url().toString(), response.validators(), fresh);
    }
}
