package newsmill.ingest.frontier;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import newsmill.article.Json;
import newsmill.ingest.fetch.Robots;
import newsmill.ingest.fetch.ShownAddress;
import newsmill.ingest.source.SourceEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The crawl of one partition's hosts. At each tick it takes in the visits that have come back and sends off those that
 * are due, one at a time for each host. State, articles and links change in one transaction; a visit that was in flight
 * at a crash is still queued in the restored stores.
 */
public final class Frontier implements Processor<String, byte[], String, byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(Frontier.class);

    /** Pause of a host that says 429 or 503 without saying how long. */
    private static final long BUSY_PAUSE = Duration.ofSeconds(30).toMillis();

    private final FrontierSettings settings;
    private final Visitor visitor;
    private final Punctuality punctuality;
    private final Map<String, CompletableFuture<Outcome>> inFlight = new HashMap<>();
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();

    private ProcessorContext<String, byte[]> context;
    private HostQueue queue;
    private HostRobots robots;
    private SourceDesk sources;
    private PageDesk pages;
    private LinkDesk links;

    private record Finished(Due due, Visit visit, Outcome outcome) {
        Finished with(Outcome other) {
            return new Finished(due, visit, other);
        }
    }

    public Frontier(FrontierSettings settings, Visitor visitor, Punctuality punctuality) {
        this.settings = settings;
        this.visitor = visitor;
        this.punctuality = punctuality;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        KeyValueStore<Bytes, byte[]> seen = context.getStateStore(Stores.SEEN);
        Schedule schedule = new Schedule(settings.schedule());
        Press press = new Press(context, settings.maxRecordBytes());
        queue = new HostQueue(
                context.getStateStore(Stores.QUEUE),
                context.getStateStore(Stores.READY),
                context.getStateStore(Stores.HOSTS),
                inFlight::containsKey);
        robots = new HostRobots(context.getStateStore(Stores.ROBOTS), settings.robotName());
        pages = new PageDesk(seen, queue, schedule, press, settings.maxRedirects());
        links = new LinkDesk(
                context.getStateStore(Stores.OFFERED),
                pages,
                press,
                context.taskId().partition(),
                settings.partitions(),
                settings.schedule().gap());
        sources = new SourceDesk(
                seen, queue, schedule, links, context.getStateStore(Stores.OFFERED), press, settings.maxRedirects());
        context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, time -> tick());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        long now = context.currentSystemTimeMs();
        String topic = context.recordMetadata().map(RecordMetadata::topic).orElse("");
        if (!topic.equals(settings.sourcesTopic())) {
            take(LinkEntry.read(record.value()), now);
        } else if (record.value() != null) {
            sources.configured(source(record), now);
        } else if (record.key() != null) {
            sources.removed(record.key(), now);
        }
    }

    private void take(LinkEntry link, long now) {
        if (link.hasGuest() && links.isOurs(link)) {
            sources.guest(link, now);
        } else {
            links.take(link, now);
        }
    }

    private static SourceEntry source(Record<String, byte[]> record) {
        try {
            SourceEntry source = Json.read(record.value(), SourceEntry.class);
            if (!source.id().equals(record.key())) {
                throw new UnusableRecord("source " + source.id() + " has another key: " + record.key());
            }
            return source;
        } catch (IOException e) {
            throw new UnusableRecord("not a source: " + ShownAddress.of(e.getMessage()));
        }
    }

    private void tick() {
        long now = context.currentSystemTimeMs();
        long scanned = queue.scanned();
        for (Finished visit; (visit = finished.poll()) != null; ) {
            apply(visit, now);
        }
        for (Due due; inFlight.size() < settings.inFlight() && (due = queue.next(now)) != null; ) {
            begin(due, now);
        }
        punctuality.scanned(queue.scanned() - scanned);
    }

    private void begin(Due due, long now) {
        boolean source = SourceDesk.owns(due.id());
        Visit visit = source ? sources.visit(due, now) : pages.visit(due, now);
        if (visit == null) {
            queue.remove(due);
            queue.settle(due.host(), queue.allowed(due.host()));
            return;
        }
        HostRobots.Rules rules = robots.rules(due.host(), now);
        if (rules == null) {
            send(due, new Visit.OfRobots(robotsTxt(visit.url())), now);
        } else if (rules.unreachable()) {
            queue.settle(due.host(), rules.expires());
        } else if (!rules.robots().allows(visit.url())) {
            barred(due, visit, source, now);
        } else {
            send(due, visit, now);
        }
    }

    private void barred(Due due, Visit visit, boolean source, long now) {
        LOG.info("{}: robots.txt disallows it", ShownAddress.of(visit.url()));
        queue.remove(due);
        if (source) {
            sources.barred(due, now);
        } else {
            pages.barred(due, now);
        }
        queue.settle(due.host(), queue.allowed(due.host()));
    }

    private void send(Due due, Visit visit, long now) {
        punctuality.sent(now - Math.max(due.time(), queue.allowed(due.host())));
        queue.hold(due.host(), now + settings.schedule().gap().toMillis());
        CompletableFuture<Outcome> outcome = visitor.visit(visit);
        inFlight.put(due.host(), outcome);
        outcome.whenComplete((done, problem) -> finished.add(new Finished(
                due, visit, problem == null ? done : new Outcome.Failed(String.valueOf(problem.getMessage()), false))));
    }

    private void apply(Finished visit, long now) {
        Due due = visit.due();
        Outcome outcome = visit.outcome();
        log(visit);
        long pause = settings.schedule().gap().toMillis();
        if (outcome instanceof Outcome.RobotsRead read) {
            HostRobots.Rules rules = robots.arrived(due.host(), read, now);
            if (rules.unreachable()) {
                LOG.warn(
                        "{}: {}; nothing is fetched from there before {}",
                        ShownAddress.of(visit.visit().url()),
                        ShownAddress.of(read.answer()),
                        Instant.ofEpochMilli(rules.expires()));
            }
            inFlight.remove(due.host());
            long asked = read.pause() == null ? 0 : read.pause().toMillis();
            queue.settle(due.host(), now + Math.max(Math.max(pause, asked), delay(rules)));
            return;
        }
        if (outcome instanceof Outcome.Busy busy) {
            pause = Math.max(
                    pause, busy.pause() == null ? BUSY_PAUSE : busy.pause().toMillis());
        }
        HostRobots.Rules rules = robots.rules(due.host(), now);
        queue.remove(due);
        takeIn(rules == null ? visit : visit.with(Reserved.with(outcome, rules.optOuts())), now);
        inFlight.remove(due.host());
        queue.settle(due.host(), now + Math.max(pause, rules == null ? 0 : delay(rules)));
    }

    /** A page that trips us up must not hold up the rest: it counts as failed, and is tried again later. */
    private void takeIn(Finished visit, long now) {
        try {
            desk(visit.due(), visit.outcome(), now);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{}: cannot be taken in", ShownAddress.of(visit.visit().url()), e);
            desk(visit.due(), new Outcome.Failed("cannot be taken in: " + e, true), now);
        }
    }

    private void desk(Due due, Outcome outcome, long now) {
        if (SourceDesk.owns(due.id())) {
            sources.apply(due, outcome, now);
        } else {
            pages.apply(due, outcome, now);
        }
    }

    private static long delay(HostRobots.Rules rules) {
        Robots robots = rules.robots();
        return robots.delay().toMillis();
    }

    private static void log(Finished visit) {
        if (visit.outcome() instanceof Outcome.Failed failed) {
            LOG.warn("{}: {}", ShownAddress.of(visit.visit().url()), ShownAddress.of(failed.reason()));
        } else {
            LOG.debug(
                    "{}: {}",
                    ShownAddress.of(visit.visit().url()),
                    visit.outcome().getClass().getSimpleName());
        }
    }

    private static String robotsTxt(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        String query = path < 0 ? url.split("[?#]", 2)[0] : url.substring(0, path);
        return query + "/robots.txt";
    }

    /** Waits for what is in flight: to drop it would let the next owner send a host two requests at once. */
    @Override
    public void close() {
        CompletableFuture<?>[] all = inFlight.values().toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).get(settings.closeWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.info("{} requests given up at close; they are still queued", all.length);
        }
        for (CompletableFuture<?> one : all) {
            one.cancel(true);
        }
        inFlight.clear();
    }
}
