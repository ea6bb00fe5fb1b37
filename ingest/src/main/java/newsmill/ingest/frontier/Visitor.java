package newsmill.ingest.frontier;

import java.util.concurrent.CompletableFuture;

/** Makes visits, off the stream thread. */
public interface Visitor {
    /** Begins a visit. The future never fails: trouble is an {@link Outcome} too. Cancelling it ends the request. */
    CompletableFuture<Outcome> visit(Visit visit);
}
