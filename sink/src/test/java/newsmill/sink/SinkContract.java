package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import newsmill.article.Article;
import newsmill.article.Enriched;
import newsmill.article.EnrichedArticle;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.Rejection;
import newsmill.article.Settings;
import newsmill.article.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every sink owes: its test extends this and says where its articles can be seen. Runs on a real broker. Rows are
 * those of the list of faults.
 */
abstract class SinkContract {
    static final int PARTITIONS = 3;
    /** Faults of full length: {@code -Pfaults}. */
    static final boolean FULL = !System.getProperty("newsmill.faults", "").isEmpty();

    final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> env;
    Topics topics;
    KafkaProducer<byte[], byte[]> producer;
    private final List<SinkApp> apps = new ArrayList<>();
    private final List<Future<?>> sent = new ArrayList<>();

    /** What the sink needs beside Kafka. */
    abstract Map<String, String> settings();

    /** What somebody who looks at the sink's articles sees: revision by id, without those withdrawn. */
    abstract Map<String, Integer> articles() throws IOException;

    @BeforeEach
    void begin() {
        env = TestBroker.environment(prefix, PARTITIONS);
        env.putAll(settings());
        topics = new Topics(prefix);
        producer = TestBroker.producer(Map.of());
    }

    @AfterEach
    void end() {
        apps.forEach(SinkApp::close);
        producer.close();
    }

    @Test
    void everyArticleArrives() throws IOException {
        SinkApp app = start();
        Map<String, Integer> sent = send(0, 300, 1);
        settle(app);
        assertEquals(sent, articles());
    }

    /** Row 38. */
    @Test
    void laterRevisionReplacesAndAnEarlierOneThatComesLateDoesNot() throws IOException {
        SinkApp app = start();
        send(0, 20, 1);
        send(0, 20, 3);
        send(0, 20, 2);
        settle(app);
        assertEquals(revisions(0, 20, 3), articles());
    }

    /** Row 40. */
    @Test
    void withdrawnArticleIsGoneAndALateRevisionDoesNotBringItBack() throws IOException {
        SinkApp app = start();
        send(0, 10, 1);
        settle(app);
        for (int i = 0; i < 5; i++) {
            send(withdrawn(id(i), 2));
            send(new ProducerRecord<>(topics.enriched(), key(id(i)), null));
        }
        settle(app);
        assertEquals(revisions(5, 10, 1), articles());
        send(0, 5, 1);
        settle(app);
        assertEquals(revisions(5, 10, 1), articles());
    }

    @Test
    void tombstoneAloneTakesAnArticleAway() throws IOException {
        SinkApp app = start();
        send(0, 4, 2);
        ProducerRecord<byte[], byte[]> tombstone = new ProducerRecord<>(topics.enriched(), key(id(1)), null);
        EventHeaders.put(tombstone.headers(), EventHeaders.REVISION, "2");
        send(tombstone);
        send(new ProducerRecord<>(topics.enriched(), key(id(2)), null));
        settle(app);
        assertEquals(Set.of(id(0), id(3)), articles().keySet());
    }

    @Test
    void replayChangesNothing() throws IOException {
        SinkApp app = start();
        Map<String, Integer> sent = send(0, 50, 2);
        send(0, 50, 2);
        settle(app);
        send(0, 50, 1);
        send(0, 50, 2);
        settle(app);
        assertEquals(sent, articles());
    }

    /** Row 9. */
    @Test
    void whatIsNoArticleIsRejectedWholeAndTheRestGoesOn() throws IOException {
        SinkApp app = start();
        List<ProducerRecord<byte[], byte[]>> poison = List.of(
                new ProducerRecord<>(topics.enriched(), key("p1"), new byte[] {1, 2, (byte) 0xFF}),
                new ProducerRecord<>(topics.enriched(), key("p2"), utf8("[\"not an article\"]")),
                new ProducerRecord<>(topics.enriched(), key("p3"), utf8("{\"id\":\"other\"}")),
                new ProducerRecord<>(topics.enriched(), key("p5"), utf8("{\"id\":\"p5\",\"x\":" + "[".repeat(10_000))),
                new ProducerRecord<>(topics.enriched(), key("p6"), utf8("\n{\"id\":\"p6\",\n\"x\":1,\"x\":2}")));
        send(0, 10, 1);
        poison.forEach(this::send);
        send(10, 20, 1);
        settle(app);
        assertEquals(revisions(0, 20, 1), articles());
        List<ConsumerRecord<byte[], byte[]>> rejected = rejected(poison.size());
        for (ProducerRecord<byte[], byte[]> sent : poison) {
            ConsumerRecord<byte[], byte[]> found = rejected.stream()
                    .filter(record -> java.util.Arrays.equals(record.key(), sent.key()))
                    .findAny()
                    .orElseThrow();
            assertArrayEquals(sent.value(), found.value());
            Rejection reason = Rejection.read(found.headers());
            assertEquals(topics.enriched(), reason.topic());
            assertTrue(reason.offset() >= 0 && !reason.reason().isBlank(), reason.toString());
        }
    }

    /** Row 43. */
    @Test
    void idsThatLookLikePathsAndQueriesAreOnlyIds() throws IOException {
        SinkApp app = start();
        Map<String, Integer> sent = new TreeMap<>();
        for (String id : List.of(
                "../../etc/passwd",
                "/a/b",
                "C:\\x",
                "..",
                "a?b=c&d#e",
                "_all",
                "*",
                "a,b",
                "日本 😀",
                "%2e%2e",
                "a\"b\\c\nd")) {
            send(article(id, 1));
            sent.put(id, 1);
        }
        settle(app);
        assertEquals(sent, articles());
    }

    @Test
    void valueOnSeveralLinesIsAnArticleToo() throws IOException {
        SinkApp app = start();
        send(new ProducerRecord<>(topics.enriched(), key("x"), utf8("{\n  \"id\": \"x\",\r\n  \"revision\": 4\n}\n")));
        settle(app);
        assertEquals(Map.of("x", 4), articles());
    }

    @Test
    void whatWasTakenBackByItsProducerIsNeverSeen() throws IOException {
        SinkApp app = start();
        try (KafkaProducer<byte[], byte[]> transactional =
                TestBroker.producer(Map.of("transactional.id", prefix, "transaction.timeout.ms", "10000"))) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(article("aborted", 1));
            transactional.flush();
            transactional.abortTransaction();
            transactional.beginTransaction();
            transactional.send(article("committed", 1));
            transactional.commitTransaction();
        }
        // The marks of transactions are the last that the partitions hold.
        settle(app);
        assertEquals(Set.of("committed"), articles().keySet());
    }

    /** Row 39. */
    @Test
    void topicMadeAnewIsTakenFromItsBeginningAndItsUpdatesWin() throws Exception {
        SinkApp first = start();
        send(0, 40, 1);
        settle(first);
        first.close();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.servers()))) {
            admin.deleteTopics(List.of(topics.enriched())).all().get();
            await(() -> !exists(admin, topics.enriched()));
        }
        TestBroker.environment(prefix, PARTITIONS);
        SinkApp second = start();
        send(0, 10, 2);
        settle(second);
        Map<String, Integer> all = revisions(0, 40, 1);
        all.putAll(revisions(0, 10, 2));
        assertEquals(all, articles());
    }

    private static boolean exists(Admin admin, String topic) {
        try {
            return admin.listTopics().names().get().contains(topic);
        } catch (Exception e) {
            return true;
        }
    }

    /** Row 41. */
    @Test
    void sinkThatDiesAgainAndAgainLosesAndDoublesNothing() throws IOException {
        Map<String, Integer> sent = new TreeMap<>();
        for (int round = 0; round < (FULL ? 20 : 5); round++) {
            SinkApp app = start();
            sent.putAll(send(round * 200, round * 200 + 200, 1));
            // At most what is new: of the rest, nobody knows how much was committed.
            long enough = round * 30L % 200;
            await(() -> app.delivered() >= enough);
            app.kill();
        }
        SinkApp app = start();
        settle(app);
        assertEquals(sent, articles());
    }

    @Test
    void twoSinksShareTheWorkAndOneTakesOverFromTheOther() throws IOException {
        SinkApp first = start();
        Map<String, Integer> sent = new TreeMap<>(send(0, 100, 1));
        SinkApp second = start(secondSettings());
        sent.putAll(send(100, 300, 1));
        settle(second);
        first.close();
        sent.putAll(send(300, 400, 1));
        settle(second);
        assertEquals(sent, articles());
    }

    /** What a second instance needs that is its own. */
    Map<String, String> secondSettings() {
        return Map.of();
    }

    final SinkApp start() {
        return start(Map.of());
    }

    final SinkApp start(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(env);
        all.putAll(more);
        SinkApp app = new SinkApp(SinkConfig.from(new Settings(all)));
        try {
            app.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        apps.add(app);
        return app;
    }

    /** Waits until the group has committed all that the topic holds. */
    final void settle(SinkApp app) {
        producer.flush();
        sent.forEach(SinkContract::arrived);
        String group = SinkConfig.from(new Settings(env)).group();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.servers()))) {
            await(() -> {
                if (!app.running()) {
                    throw new IllegalStateException("the sink has stopped");
                }
                return lag(admin, group) == 0;
            });
        }
    }

    private static void arrived(Future<?> record) {
        try {
            record.get();
        } catch (Exception e) {
            throw new AssertionError("a record did not reach the broker", e);
        }
    }

    final long lag(Admin admin, String group) {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int p = 0; p < PARTITIONS; p++) {
                latest.put(new TopicPartition(topics.enriched(), p), OffsetSpec.latest());
            }
            var ends = admin.listOffsets(latest).all().get();
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long lag = 0;
            for (TopicPartition partition : latest.keySet()) {
                var offset = committed.get(partition);
                lag += offset == null ? 1 : ends.get(partition).offset() - offset.offset();
            }
            return lag;
        } catch (Exception e) {
            return 1;
        }
    }

    static void await(BooleanSupplier done) {
        await(done, Duration.ofSeconds(40));
    }

    static void await(BooleanSupplier done, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + longest.toSeconds() + " s");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    final Map<String, Integer> send(int from, int to, int revision) {
        for (int i = from; i < to; i++) {
            send(article(id(i), revision));
        }
        producer.flush();
        return revisions(from, to, revision);
    }

    final void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    static String id(int i) {
        return "%032x".formatted(i);
    }

    static Map<String, Integer> revisions(int from, int to, int revision) {
        Map<String, Integer> revisions = new TreeMap<>();
        for (int i = from; i < to; i++) {
            revisions.put(id(i), revision);
        }
        return revisions;
    }

    final ProducerRecord<byte[], byte[]> article(String id, int revision) {
        Article article = Article.of(id)
                .revision(revision)
                .url("https://example.org/" + revision)
                .title("Ferry number " + revision)
                .publishedAt("2026-11-2" + revision % 3 + "T10:00:00+01:00")
                .body("The ferry left at " + revision + ".\n\nNobody was on board. " + "Rain fell. ".repeat(20))
                .build();
        return record(new EnrichedArticle(article, null, null, null, new Enriched("newsmill/0.1.0", null)), revision);
    }

    final ProducerRecord<byte[], byte[]> withdrawn(String id, int revision) {
        Article article = Article.of(id)
                .revision(revision)
                .status(Article.Status.WITHDRAWN)
                .build();
        return record(new EnrichedArticle(article, null, null, null, null), revision);
    }

    private ProducerRecord<byte[], byte[]> record(EnrichedArticle article, int revision) {
        long published = 1_795_000_000_000L + revision % 3 * 86_400_000L;
        return new ProducerRecord<>(
                topics.enriched(), null, published, key(article.article().id()), Json.write(article));
    }

    final List<ConsumerRecord<byte[], byte[]>> rejected(int count) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                TestBroker.servers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int p = 0; p < PARTITIONS; p++) {
                partitions.add(new TopicPartition(topics.rejected(), p));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            var ends = consumer.endOffsets(partitions);
            await(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                // A transaction's markers reach the last partition some time after its commit is answered.
                return found.size() >= count && partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p));
            });
            assertEquals(count, found.size());
            return found;
        }
    }

    static byte[] key(String id) {
        return utf8(id);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
