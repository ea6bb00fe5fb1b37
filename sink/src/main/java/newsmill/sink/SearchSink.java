package newsmill.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import newsmill.sink.SearchClient.Answer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Articles in Elasticsearch or OpenSearch, one document each, its id the article's. A document's version comes from the
 * article's revision and its taggers ({@link SearchVersion}), and the server keeps the greater one: a late old revision, a
 * replay, a time-out after which the server did index change nothing that is right. A withdrawn article is deleted and
 * stays so.
 */
public final class SearchSink implements Sink {
    private static final Logger LOG = LoggerFactory.getLogger(SearchSink.class);
    /** What servers accept as an id. A longer one would fail the whole request. */
    private static final int MAX_ID_BYTES = 512;

    private static final int ATTEMPTS = 7;
    private static final long FIRST_PAUSE_NANOS = 100_000_000;

    private final SearchSettings settings;
    private final SearchClient client;
    private final SearchIndex index;
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private Map<String, Long> withdrawn = new HashMap<>();
    private Bulk bulk = new Bulk();
    private boolean ensured;

    private record Sent(Bulk bulk, CompletableFuture<Answer> answer) {}

    public SearchSink(SearchSettings settings) throws IOException {
        this.settings = settings;
        this.client = new SearchClient(settings);
        this.index = new SearchIndex(client, settings);
    }

    @Override
    public Optional<Long> open(Claim claim) throws IOException {
        forget();
        if (!ensured) {
            index.ensure();
            ensured = true;
        }
        // The instance that had the partition before may have withdrawn some since.
        withdrawn = index.withdrawals();
        return Optional.empty();
    }

    @Override
    public void write(List<Delivery> deliveries, BiConsumer<Delivery, String> rejected) throws IOException {
        for (Delivery delivery : deliveries) {
            if (delivery.id().getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
                rejected.accept(delivery, "the id is longer than " + MAX_ID_BYTES + " bytes");
            } else if (delivery.withdrawn()) {
                withdraw(delivery, rejected);
            } else if (SearchVersion.of(delivery) > withdrawn.getOrDefault(delivery.id(), -1L)) {
                bulk.index(index.alias(), SearchVersion.of(delivery), delivery);
            }
            if (bulk.bytes() >= settings.bulkBytes()) {
                send(rejected);
            }
        }
    }

    @Override
    public Map<TopicPartition, String> prepare(Map<TopicPartition, Long> next, BiConsumer<Delivery, String> rejected)
            throws IOException {
        drain(rejected);
        return Map.of();
    }

    @Override
    public void close() {
        forget();
    }

    /** Nothing may be under way that a deletion could overtake: what is deleted has no version for long. */
    private void withdraw(Delivery delivery, BiConsumer<Delivery, String> rejected) throws IOException {
        drain(rejected);
        long version = delivery.revision() > 0
                ? SearchVersion.ofWithdrawal(delivery.revision())
                : versionOfWhatIsThere(delivery.id());
        if (version < 0 || version <= withdrawn.getOrDefault(delivery.id(), -1L)) {
            return;
        }
        bulk.delete(index.alias(), version, delivery);
        bulk.register(index.register(), version, delivery);
        withdrawn.put(delivery.id(), version);
    }

    /** A tombstone need not say which revision it ends: it ends the one that is there. */
    private long versionOfWhatIsThere(String id) throws IOException {
        long version = index.version(id);
        return version < 0 ? -1 : SearchVersion.ofWithdrawal(SearchVersion.revision(version));
    }

    private void drain(BiConsumer<Delivery, String> rejected) throws IOException {
        send(rejected);
        while (!inFlight.isEmpty()) {
            finishOldest(rejected);
        }
    }

    private void send(BiConsumer<Delivery, String> rejected) throws IOException {
        if (bulk.actions().isEmpty()) {
            return;
        }
        while (inFlight.size() >= settings.inFlight()) {
            finishOldest(rejected);
        }
        inFlight.add(sent(bulk));
        bulk = new Bulk();
    }

    private Sent sent(Bulk request) {
        byte[] body = request.body();
        return new Sent(
                request,
                client.bulk(
                        "/_bulk?filter_path=errors,error,items.*.status,items.*.error.type,items.*.error.reason,"
                                + "items.*.error.caused_by.reason",
                        body,
                        body.length));
    }

    private void finishOldest(BiConsumer<Delivery, String> rejected) throws IOException {
        Sent oldest = inFlight.remove();
        List<Bulk.Action> again = settle(oldest.bulk(), SearchClient.await(oldest.answer()), rejected);
        long pause = FIRST_PAUSE_NANOS;
        for (int attempt = 1; !again.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IOException(settings.url() + ": " + again.size() + " articles refused for now (429 or 503)");
            }
            LOG.info("{}: busy, {} articles again in {} ms", settings.url(), again.size(), pause / 1_000_000);
            LockSupport.parkNanos(pause);
            pause *= 2;
            Sent retry = sent(Bulk.of(again));
            again = settle(retry.bulk(), SearchClient.await(retry.answer()), rejected);
        }
    }

    /** Goes through the answer; what the server was too busy for is to be sent again. */
    private List<Bulk.Action> settle(Bulk request, Answer answer, BiConsumer<Delivery, String> rejected)
            throws IOException {
        if (answer.status() == 400 || answer.status() == 413) {
            return halve(request, answer, rejected);
        }
        if (answer.status() == 429) {
            return request.actions();
        }
        JsonNode items = answer.body().path("items");
        if (!answer.isFine() || items.size() != request.actions().size()) {
            throw new IOException(settings.url() + ": " + answer.reason());
        }
        List<Bulk.Action> again = new ArrayList<>();
        for (int i = 0; answer.body().path("errors").asBoolean() && i < items.size(); i++) {
            JsonNode item = items.get(i).elements().next();
            int status = item.path("status").asInt();
            Bulk.Action action = request.actions().get(i);
            if (status == 429 || status == 503) {
                again.add(action);
            } else if (status == 404 && item.has("error")) {
                ensured = false;
                throw new IOException(settings.url() + ": " + reason(item));
            } else if (status == 400 || status == 413) {
                rejected.accept(action.delivery(), reason(item));
            } else if (status >= 400 && status != 404 && status != 409) {
                throw new IOException(settings.url() + ": " + reason(item));
            }
        }
        return again;
    }

    /** One bad article fails some requests as a whole: it is found by halving. */
    private List<Bulk.Action> halve(Bulk request, Answer answer, BiConsumer<Delivery, String> rejected)
            throws IOException {
        List<Bulk.Action> actions = request.actions();
        if (actions.size() == 1) {
            rejected.accept(actions.get(0).delivery(), answer.reason());
            return List.of();
        }
        List<Bulk.Action> again = new ArrayList<>();
        int middle = actions.size() / 2;
        for (List<Bulk.Action> half : List.of(actions.subList(0, middle), actions.subList(middle, actions.size()))) {
            Sent sent = sent(Bulk.of(half));
            again.addAll(settle(sent.bulk(), SearchClient.await(sent.answer()), rejected));
        }
        return again;
    }

    private static String reason(JsonNode item) {
        JsonNode error = item.path("error");
        String cause = error.at("/caused_by/reason").asText("");
        return "HTTP " + item.path("status").asInt() + ": "
                + SearchClient.line(error.path("type").asText() + ": "
                        + error.path("reason").asText() + (cause.isEmpty() ? "" : ": " + cause));
    }

    /** Waits for what is under way, whatever becomes of it, so that nothing old lands behind what is new. */
    private void forget() {
        bulk = new Bulk();
        inFlight.forEach(sent -> sent.answer().handle((answer, failure) -> null).join());
        inFlight.clear();
    }
}
