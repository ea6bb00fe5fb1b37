package newsmill.local.replay;

import static newsmill.local.replay.Stories.article;
import static newsmill.local.replay.Stories.id;
import static newsmill.local.replay.Stories.line;
import static newsmill.local.replay.Stories.lines;
import static newsmill.local.replay.Stories.published;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import newsmill.article.Article;
import newsmill.article.EnrichedArticle;
import newsmill.article.EventHeaders;
import newsmill.article.Json;
import newsmill.article.KafkaSettings;
import newsmill.article.Settings;
import newsmill.broker.TestBroker;
import newsmill.enrich.EnrichApp;
import newsmill.enrich.EnrichConfig;
import newsmill.enrich.Enricher;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What topics hold, sent again; and those who read them, beside. */
@Timeout(90)
class TopicReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path brokerFolder;

    @TempDir
    Path folder;

    private static TestBroker broker;

    @BeforeAll
    static void start() {
        broker = new TestBroker(brokerFolder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private Path archive(String content) throws Exception {
        return Files.writeString(folder.resolve("archive.jsonl"), content);
    }

    @Test
    void recordsOfATimeAreSentAgainAsTheyAreAndTheirCopiesAreNotReadAsInput() throws Exception {
        Desk desk = new Desk(broker, "past");
        for (int n : new int[] {30, 2, 11, 12, 3, 13}) {
            desk.send(
                    desk.topics.raw(),
                    id(n),
                    Json.write(article(n)),
                    published(n).toEpochMilli());
        }
        Map<String, String> options = Map.of(
                "topic",
                "raw",
                "from",
                published(11).toString(),
                "to",
                published(13).toString(),
                "run",
                "again");
        ReplayRun.Done done = desk.replay(List.of(), options);
        assertTrue(done.report().contains("2 articles"), done.report());
        List<ConsumerRecord<String, byte[]>> copies = desk.records(desk.topics.raw()).stream()
                .filter(record -> EventHeaders.get(record.headers(), EventHeaders.REPLAY) != null)
                .toList();
        assertEquals(
                List.of(id(11), id(12)),
                copies.stream().map(ConsumerRecord::key).toList());
        assertArrayEquals(Json.write(article(12)), copies.get(1).value());
        assertEquals(published(12).toEpochMilli(), copies.get(1).timestamp());
        assertEquals("again", EventHeaders.get(copies.get(1).headers(), EventHeaders.REPLAY));
    }

    @Test
    void rawPastIsTaggedOnItsWayToTheEnrichedTopicTombstonesIncluded() throws Exception {
        Desk desk = new Desk(broker, "onward");
        for (int n = 0; n < 20; n++) {
            desk.send(
                    desk.topics.raw(),
                    id(n),
                    Json.write(article(n)),
                    published(n).toEpochMilli());
        }
        desk.send(desk.topics.raw(), id(3), null, published(3).toEpochMilli());
        desk.send(desk.topics.raw(), "bad", "{broken".getBytes(), published(4).toEpochMilli());
        ReplayRun.Done done = desk.replay(List.of(), Map.of("topic", desk.topics.raw(), "to", "enriched"));
        assertEquals(1, done.rejected());
        Map<String, ConsumerRecord<String, byte[]>> records = desk.last(desk.topics.enriched());
        assertEquals(20, records.size());
        assertArrayEquals(
                Json.write(Enricher.standard().enrich(article(5))),
                records.get(id(5)).value());
        assertEquals(EventHeaders.ENRICHED, EventHeaders.get(records.get(id(5)).headers(), "ce_type"));
        assertNull(records.get(id(3)).value());
        assertEquals("bad", desk.records(desk.topics.rejected()).get(0).key());
    }

    @Test
    void replayWaitsForEnrichSoThatLiveArticlesWaitBehindFewReplayedOnes() throws Exception {
        Desk desk = new Desk(broker, "ahead");
        try (Admin admin = Admin.create(KafkaSettings.from(desk.settings).properties())) {
            commit(admin, desk, Map.of(0, 0L, 1, 0L));
            Path archive = archive(lines(0, 2_000));
            CompletableFuture<ReplayRun.Done> replay = CompletableFuture.supplyAsync(() -> {
                try {
                    return desk.replay(List.of(archive), Map.of("ahead", "300"));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            // Enrich is slow to begin: whoever looks on is told.
            String said = desk.firstSaid(PATIENCE);
            assertTrue(said.startsWith("waiting for ahead-enrich, 30"), said);
            for (int sent = 0; sent < 2_000; ) {
                int want = Math.min(sent + 300, 2_000);
                sent = broker.read(desk.topics.raw(), PATIENCE, records -> records.size() >= want)
                        .size();
                assertEquals(want, sent, "no more than 300 lie before enrich");
                Map<Integer, Long> read = new HashMap<>();
                TopicPast.ends(KafkaSettings.from(desk.settings), desk.topics.raw())
                        .forEach((partition, end) -> read.put(Integer.parseInt(partition), end));
                commit(admin, desk, read);
            }
            assertEquals(0, replay.join().rejected());
            assertEquals(2_000, desk.records(desk.topics.raw()).size());
        }
    }

    /** Ids of an archive's own, of which only the last digits differ. */
    @Test
    void articlesWhoseIdsAreNumbersAreRenewedToo() throws Exception {
        Desk desk = new Desk(broker, "numbers");
        StringBuilder content = new StringBuilder();
        for (int n = 0; n < 12; n++) {
            content.append(line(article(n).with().id("%032d".formatted(n)).build()));
        }
        Path archive = archive(content.toString());
        try (EnrichApp old = enrich(desk, "newsmill/0.0.9")) {
            old.start();
            desk.replay(List.of(archive), Map.of());
            desk.broker.read(desk.topics.enriched(), PATIENCE, records -> records.size() == 12);
        }
        String report = desk.replay(List.of(), Map.of("topic", "raw", "older-than", "0.1.0", "ahead", "all"))
                .report();
        assertTrue(report.contains("12 articles"), report);
    }

    private static void commit(Admin admin, Desk desk, Map<Integer, Long> offsets) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        offsets.forEach((partition, offset) ->
                committed.put(new TopicPartition(desk.topics.raw(), partition), new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets("ahead-enrich", committed).all().get();
    }

    @Test
    void articlesOfOlderTaggersAreRenewedEachOnceAndOthersAreLeftAlone() throws Exception {
        Desk desk = new Desk(broker, "renew");
        Article corrected =
                article(1).with().revision(2).body("Corrected: bridge two.").build();
        Article back = article(1)
                .with()
                .revision(3)
                .image("https://odd.example/new.jpg")
                .build();
        Article gone = article(2)
                .with()
                .revision(2)
                .status(Article.Status.WITHDRAWN)
                .body(null)
                .build();
        String content = lines(0, 30) + line(corrected) + line(back) + line(gone);
        try (EnrichApp old = enrich(desk, "newsmill/0.0.9")) {
            old.start();
            desk.replay(List.of(archive(content)), Map.of());
            // Thirty, two revisions, a withdrawal and its tombstone.
            desk.broker.read(desk.topics.enriched(), PATIENCE, records -> records.size() == 34);
        }
        try (EnrichApp now = enrich(desk, Enricher.VERSION)) {
            now.start();
            // Article 7 is read again and tagged by the new taggers before the replay.
            desk.send(
                    desk.topics.raw(),
                    id(7),
                    Json.write(article(7)),
                    published(7).toEpochMilli());
            desk.broker.read(desk.topics.enriched(), PATIENCE, records -> records.size() == 35);
            Map<String, String> options = Map.of("topic", "raw", "older-than", "0.1.0");
            String report = desk.replay(List.of(), options).report();
            assertTrue(report.contains("28 articles"), report);
            List<ConsumerRecord<String, byte[]>> all =
                    desk.broker.read(desk.topics.enriched(), PATIENCE, records -> records.size() >= 35 + 28);
            assertEquals(35 + 28, all.size());
            Map<String, byte[]> last = new TreeMap<>();
            all.forEach(record -> last.put(record.key(), record.value()));
            for (int n : IntStream.range(0, 30).filter(n -> n != 2).toArray()) {
                assertEquals(
                        Enricher.VERSION,
                        Json.read(last.get(id(n)), EnrichedArticle.class)
                                .enriched()
                                .by());
            }
            EnrichedArticle three = Json.read(last.get(id(1)), EnrichedArticle.class);
            assertEquals(3, three.article().revision());
            assertEquals("https://odd.example/new.jpg", three.article().image(), "its last state, not an earlier one");
            assertNull(last.get(id(2)), "what was withdrawn stays so");
            assertNotNull(EventHeaders.get(all.get(all.size() - 1).headers(), EventHeaders.REPLAY));
            report = desk.replay(List.of(), options).report();
            assertTrue(report.contains(" 0 articles"), report);
        }
    }

    private EnrichApp enrich(Desk desk, String version) {
        Map<String, String> env = new HashMap<>(desk.settings.env());
        env.put("NEWSMILL_STATE_DIR", folder.resolve("state").toString());
        env.put("NEWSMILL_ENRICH_THREADS", "1");
        return new EnrichApp(EnrichConfig.from(new Settings(env)), new Enricher(List.of(), version));
    }
}
