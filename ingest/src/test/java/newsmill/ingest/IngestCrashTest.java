package newsmill.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.article.Topics;
import newsmill.broker.TestBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** FAULTS 16, 17, 21, 33: the service in processes of its own that are killed, joined and ended. */
@Timeout(1800)
class IngestCrashTest {
    /** The profile {@code faults} runs the full length: 1,000 feeds and twenty kills. */
    private static final boolean FULL = Integer.getInteger("newsmill.faults", 0) > 0;

    private static final int KILLS = FULL ? 20 : 2;
    private static final int FEEDS = FULL ? 1_000 : 60;
    private static final int HOSTS = FULL ? 40 : 6;
    private static final Duration PATIENCE = Duration.ofSeconds(FULL ? 300 : 90);

    @TempDir
    Path folder;

    private TestBroker broker;
    private final List<Process> processes = new ArrayList<>();

    /** What goes wrong here hardly goes wrong twice: then the processes' own words are wanted. */
    @RegisterExtension
    final AfterTestExecutionCallback lastWords = context -> {
        if (context.getExecutionException().isPresent()) {
            for (int number = 0; number < processes.size(); number++) {
                Process process = processes.get(number);
                System.err.println("process " + number + ", alive: " + process.isAlive());
                int told = Files.readAllLines(log(number)).size();
                dumpThreads(process);
                List<String> said = Files.readAllLines(log(number));
                List<String> before = said.subList(0, Math.min(told, said.size())).stream()
                        .filter(line -> !line.startsWith("\t") && !line.isBlank())
                        .toList();
                before.subList(Math.max(0, before.size() - 300), before.size()).forEach(System.err::println);
                said.subList(Math.min(told, said.size()), said.size()).forEach(System.err::println);
            }
        }
    };

    /** A virtual machine that is told to quit by this signal writes what its threads do, and goes on. */
    private static void dumpThreads(Process process) throws Exception {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            Thread.sleep(2000);
        }
    }

    @BeforeEach
    void start() {
        broker = new TestBroker(folder.resolve("broker"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        broker.close();
    }

    private Settings settings(String prefix, String instance, Map<String, String> more) {
        Map<String, String> env = new HashMap<>(Map.of(
                "NEWSMILL_STATE_DIR",
                folder.resolve(prefix + instance).toString(),
                "NEWSMILL_INSTANCE",
                instance,
                "NEWSMILL_TOPIC_PARTITIONS",
                "3",
                "NEWSMILL_INGEST_HOST_GAP",
                "10ms",
                "NEWSMILL_INGEST_EVERY",
                FULL ? "10s" : "2s",
                "NEWSMILL_INGEST_EVERY_FLOOR",
                FULL ? "10s" : "2s",
                "NEWSMILL_INGEST_REVISITS",
                "none",
                "NEWSMILL_INGEST_ALLOW_PRIVATE",
                "true"));
        env.putAll(more);
        return broker.settings(prefix, env);
    }

    private Process start(Settings settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        IngestApp.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log(processes.size()).toFile());
        builder.environment().putAll(settings.env());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path log(int process) {
        return folder.resolve("process-" + process + ".log");
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static Set<String> keys(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.add(record.key()));
        return keys;
    }

    @Test
    void everyArticleComesOnceThoughTheServiceIsKilledAndThenNoKnownFeedIsAskedUnconditionally() throws Exception {
        Settings settings = settings("crash", "one", Map.of());
        Topics topics = KafkaSettings.from(settings).topics();
        broker.createTopics(settings);
        try (Town town = new Town(HOSTS, FEEDS)) {
            town.publish();
            new SourcesPublisher(KafkaSettings.from(settings)).publish(town.sources());
            for (int kill = 0; kill < KILLS; kill++) {
                Process service = start(settings);
                // Somewhere within the work: some of it is committed, some is not.
                int some = town.ids().size() - FEEDS * 2 / 3;
                broker.read(topics.raw(), PATIENCE, records -> records.size() >= some);
                service.destroyForcibly().waitFor();
                town.publish();
            }
            Process service = start(settings);
            broker.read(topics.raw(), PATIENCE, records -> keys(records).containsAll(town.ids()));
            town.forget();
            await("every feed is polled again", town::everyFeedWasPolled);
            service.destroyForcibly().waitFor();

            town.forget();
            service = start(settings);
            await("every feed is polled after a restart", town::everyFeedWasPolled);
            service.destroy();
            assertTrue(service.waitFor(30, TimeUnit.SECONDS), "ends in under 30 s");

            assertEquals(
                    List.of(),
                    town.asked().stream()
                            .filter(asked -> asked.header("If-none-match") == null)
                            .map(LocalSite.Asked::path)
                            .toList());
            List<ConsumerRecord<String, byte[]>> all =
                    broker.read(topics.raw(), PATIENCE, records -> keys(records).containsAll(town.ids()));
            assertEquals(town.ids(), keys(all));
            assertEquals(town.ids().size(), all.size());
            town.hosts.forEach(host -> assertEquals(1, host.mostAtOnce.get()));
        }
    }

    @Test
    void hostsChangeOwnersWithoutTwoRequestsAtOnceAndWithoutAnArticleTwice() throws Exception {
        Duration gap = Duration.ofMillis(400);
        Map<String, String> slow = Map.of("NEWSMILL_INGEST_HOST_GAP", gap.toMillis() + "ms");
        Settings one = settings("owners", "one", slow);
        Settings two = settings("owners", "two", slow);
        Topics topics = KafkaSettings.from(one).topics();
        broker.createTopics(one);
        try (Town town = new Town(6, 30)) {
            for (int i = 0; i < 4; i++) {
                town.publish();
            }
            new SourcesPublisher(KafkaSettings.from(one)).publish(town.sources());
            Process first = start(one);
            broker.read(topics.raw(), PATIENCE, records -> records.size() >= 10);
            Process second = start(two);
            await("both have hosts", () -> owners(one) == 2);
            town.publish();
            int some = broker.read(topics.raw(), PATIENCE, records -> !records.isEmpty())
                            .size()
                    + 10;
            broker.read(topics.raw(), PATIENCE, records -> records.size() >= some);
            first.destroyForcibly().waitFor();
            long killed = System.nanoTime();
            // Of those that only the killed one could have fetched, all come.
            broker.read(topics.raw(), PATIENCE, records -> keys(records).containsAll(town.ids()));
            long taken = System.nanoTime() - killed;

            town.forget();
            await("every feed is polled by the other", town::everyFeedWasPolled);
            second.destroy();
            assertTrue(second.waitFor(30, TimeUnit.SECONDS), "ends in under 30 s");
            List<ConsumerRecord<String, byte[]>> all =
                    broker.read(topics.raw(), PATIENCE, records -> keys(records).containsAll(town.ids()));
            assertEquals(town.ids().size(), all.size());
            for (LocalSite host : town.hosts) {
                assertEquals(1, host.mostAtOnce.get());
            }
            assertTrue(taken < PATIENCE.toNanos(), "taken over after " + Duration.ofNanos(taken));
        }
    }

    /** How many instances have hosts. */
    private static int owners(Settings settings) {
        return (int) group(settings).stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    private static Collection<MemberDescription> group(Settings settings) {
        String group = IngestConfig.applicationId(settings);
        try (Admin admin = Admin.create(KafkaSettings.from(settings).properties())) {
            return admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members();
        } catch (ExecutionException e) {
            // There is none before the first has joined.
            return List.of();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** FAULTS 21, measured at the server. */
    @Test
    void aHundredFeedsOnOneHostKeepTheirDistanceAlsoWhileAnotherInstanceJoinsAndLeaves() throws Exception {
        Duration gap = Duration.ofMillis(200);
        Map<String, String> slow = Map.of(
                "NEWSMILL_INGEST_HOST_GAP", gap.toMillis() + "ms",
                "NEWSMILL_INGEST_EVERY", "5s",
                "NEWSMILL_INGEST_EVERY_FLOOR", "5s");
        Settings one = settings("gaps", "one", slow);
        broker.createTopics(one);
        try (Town town = new Town(1, 100)) {
            town.publish();
            new SourcesPublisher(KafkaSettings.from(one)).publish(town.sources());
            LocalSite host = town.hosts.get(0);
            Process first = start(one);
            await("work has begun", () -> host.asked.size() >= 20);
            Process second = start(settings("gaps", "two", slow));
            await("both are members", () -> group(one).size() == 2);
            int then = host.asked.size();
            await("work goes on", () -> host.asked.size() >= then + 20);
            first.destroy();
            assertTrue(first.waitFor(30, TimeUnit.SECONDS), "ends in under 30 s");
            int after = host.asked.size();
            await("work goes on", () -> host.asked.size() >= after + 20);
            second.destroy();
            assertTrue(second.waitFor(30, TimeUnit.SECONDS), "ends in under 30 s");

            assertEquals(1, host.mostAtOnce.get());
            assertTrue(host.shortestGap().compareTo(gap) >= 0, "shortest gap: " + host.shortestGap());
        }
    }

    private static ProducerRecord<String, byte[]> link(Topics topics, String url) {
        return new ProducerRecord<>(
                topics.links(), url, ("{\"url\":\"" + url + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** FAULTS 33: one article over a source, a link, and both again, with two instances. */
    @Test
    void twoInstancesMakeOneRawRecord() throws Exception {
        Settings one = settings("pair", "one", Map.of());
        Topics topics = KafkaSettings.from(one).topics();
        broker.createTopics(one);
        try (Town town = new Town(4, 1);
                KafkaProducer<String, byte[]> producer = broker.producer()) {
            town.publish();
            new SourcesPublisher(KafkaSettings.from(one)).publish(town.sources());
            start(one);
            start(settings("pair", "two", Map.of()));
            await("both have hosts", () -> owners(one) == 2);
            LocalSite host = town.hosts.get(1);
            for (int i = 0; i < 30; i++) {
                // A site answers marked addresses too; whichever link comes first is the one that is fetched.
                String path = "/story-0-0" + (i % 2 == 0 ? "" : "?utm_source=x" + i);
                host.on(path, LocalSite.html(Samples.page("Story /story-0-0", Samples.paragraph("case /story-0-0"))));
                producer.send(link(topics, host.url(path))).get();
            }
            broker.read(topics.raw(), PATIENCE, records -> keys(records).containsAll(town.ids()));
            town.forget();
            await("the feed is polled again", town::everyFeedWasPolled);
            assertEquals(
                    1,
                    broker.read(topics.raw(), PATIENCE, records -> !records.isEmpty())
                            .size());
        }
    }
}
