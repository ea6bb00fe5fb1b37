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
    private final Withdrawals withdrawals;
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private Bulk bulk = new Bulk();
    /** Whether the index was seen to be there, since the last that was written. */
    private boolean looked;

    private record Sent(Bulk bulk, CompletableFuture<Answer> answer) {}

    public SearchSink(SearchSettings settings) throws IOException {
        this.settings = settings;
        this.client = new SearchClient(settings);
        this.index = new SearchIndex(client, settings);
        this.withdrawals = new Withdrawals(index);
    }

    @Override
    public Optional<Long> open(Claim claim) throws IOException {
        forget();
        if (!looked) {
            index.ensure();
            looked = true;
        }
        return Optional.empty();
    }

    @Override
    public void write(List<Delivery> deliveries, BiConsumer<Delivery, String> rejected) throws IOException {
        looked = false;
        List<Delivery> named = named(deliveries, rejected);
        Map<String, Long> there = whatTombstonesEnd(named, rejected);
        withdrawals.lookUp(named);
        for (Delivery delivery : named) {
            String id = delivery.id();
            if (delivery.withdrawn()) {
                withdraw(delivery, there.getOrDefault(id, -1L));
            } else if (SearchVersion.of(delivery) > withdrawals.version(id)) {
                bulk.index(index.alias(), SearchVersion.of(delivery), delivery);
                there.computeIfPresent(id, (same, version) -> Math.max(version, SearchVersion.of(delivery)));
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
        withdrawals.settled();
        return Map.of();
    }

    @Override
    public void close() {
        forget();
    }

    /** Those with an id that can be one. */
    private static List<Delivery> named(List<Delivery> deliveries, BiConsumer<Delivery, String> rejected) {
        List<Delivery> named = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            // No character takes more than three bytes a char.
            if (3 * delivery.id().length() > MAX_ID_BYTES
                    && delivery.id().getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
                rejected.accept(delivery, "the id is longer than " + MAX_ID_BYTES + " bytes");
            } else {
                named.add(delivery);
            }
        }
        return named;
    }

    /**
     * A tombstone need not say which revision it ends: it ends the one that is there.
     *
     * @return for each id that such a tombstone names, the version that is there, or -1
     */
    private Map<String, Long> whatTombstonesEnd(List<Delivery> deliveries, BiConsumer<Delivery, String> rejected)
            throws IOException {
        Map<String, Long> there = new HashMap<>();
        for (Delivery delivery : deliveries) {
            if (delivery.withdrawn() && delivery.revision() == 0) {
                there.put(delivery.id(), -1L);
            }
        }
        if (!there.isEmpty()) {
            drain(rejected);
            there.putAll(index.versions(index.alias(), there.keySet()));
        }
        return there;
    }

    /** Also when it is known: whoever wrote the register may have died before the article was deleted. */
    private void withdraw(Delivery delivery, long there) {
        long revision = delivery.revision() > 0 ? delivery.revision() : SearchVersion.revision(there);
        long version = SearchVersion.ofWithdrawal(revision);
        if (revision < 1
                || version < withdrawals.version(delivery.id())
                || withdrawals.isUnderWay(delivery.id(), version)) {
            return;
        }
        bulk.delete(index.alias(), version, delivery);
        bulk.register(index.register(), version, delivery);
        withdrawals.add(delivery.id(), version);
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
        if (!bulk.requiresAlias()) {
            index.requireAlias();
        }
        inFlight.add(sent(bulk));
        bulk = new Bulk();
    }

    private Sent sent(Bulk request) {
        return new Sent(
                request,
                client.bulk(
                        "/_bulk?filter_path=errors,error,items.*.status,items.*.error.type,items.*.error.reason,"
                                + "items.*.error.caused_by.reason",
                        request.body()));
    }

    private void finishOldest(BiConsumer<Delivery, String> rejected) throws IOException {
        Sent oldest = inFlight.remove();
        List<Bulk.Action> again = settle(oldest.bulk(), client.await(oldest.answer()), rejected);
        long pause = FIRST_PAUSE_NANOS;
        for (int attempt = 1; !again.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IOException(settings.url() + ": " + again.size() + " articles refused for now (429 or 503)");
            }
            LOG.info("{}: busy, {} articles again in {} ms", settings.url(), again.size(), pause / 1_000_000);
            LockSupport.parkNanos(pause);
            pause *= 2;
            Sent retry = sent(Bulk.of(again));
            again = settle(retry.bulk(), client.await(retry.answer()), rejected);
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
                throw new IOException(settings.url() + ": " + reason(item));
            } else if ((status == 400 || status == 413) && !isOfTheIndex(item)) {
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
            again.addAll(settle(sent.bulk(), client.await(sent.answer()), rejected));
        }
        return again;
    }

    /** An alias that leads to no index, or to several, is nothing that an article could be blamed for. */
    private static boolean isOfTheIndex(JsonNode item) {
        String reason = item.at("/error/reason").asText();
        return item.at("/error/type").asText().equals("illegal_argument_exception")
                && (reason.contains("write index") || reason.contains("more than one ind"));
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
        withdrawals.forget();
        inFlight.forEach(sent -> sent.answer().handle((answer, failure) -> null).join());
        inFlight.clear();
    }
}
