package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import newsmill.article.Settings;
import newsmill.sink.TestSearch.Way;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(SearchServer.class)
class SearchSinkTest extends SinkContract {
    private final TestSearch search;

    SearchSinkTest(SearchServer server) throws IOException {
        search = TestSearch.get(server);
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "NEWSMILL_SINK", "search",
                "NEWSMILL_SINK_SEARCH_URL", search.proxy().toString(),
                "NEWSMILL_SINK_SEARCH_INDEX", prefix,
                "NEWSMILL_SINK_SEARCH_BULK_BYTES", "20000",
                "NEWSMILL_SINK_SEARCH_TIMEOUT", "5s");
    }

    @Override
    Map<String, Integer> articles() throws IOException {
        search.ask("POST", "/" + prefix + "/_refresh", "");
        Map<String, Integer> articles = new TreeMap<>();
        for (JsonNode hit : search.ask("POST", "/" + prefix + "/_search", "{\"size\":10000}")
                .at("/hits/hits")) {
            assertEquals(hit.path("_id"), hit.at("/_source/id"));
            articles.put(hit.path("_id").asText(), hit.at("/_source/revision").asInt());
        }
        return articles;
    }

    @AfterEach
    void mend() {
        search.way(Way.OPEN);
    }

    /** Row 34. */
    @Test
    void serverThatIsAwayIsWaitedFor() throws IOException {
        SinkApp app = start();
        send(0, 5, 1);
        settle(app);
        search.way(Way.UNAVAILABLE);
        send(0, 30, 2);
        await(() -> app.retries() >= 2);
        assertEquals(5, app.delivered());
        search.way(Way.OPEN);
        settle(app);
        assertEquals(revisions(0, 30, 2), articles());
    }

    /** Row 34, with the server itself: killed in the middle of the work, and started again with what it had. */
    @Test
    void serverThatIsKilledAndStartedAgainHasEveryArticleInTheEnd() throws IOException {
        env.put("NEWSMILL_SINK_SEARCH_URL", search.server().toString());
        SinkApp app = start();
        Map<String, Integer> sent = new TreeMap<>(send(0, 600, 1));
        for (int i = 0; i < 600; i += 10) {
            send(withdrawn(id(i), 1));
            sent.remove(id(i));
        }
        await(() -> app.delivered() > 0);
        search.kill();
        sent.putAll(send(600, 800, 1));
        // Pauses grow to 30 s: the full length is some three minutes.
        long enough = app.retries() + (FULL ? 13 : 1);
        await(() -> app.retries() >= enough, Duration.ofMinutes(5));
        search.start();
        settle(app);
        assertEquals(sent, articles());
    }

    /** Row 35. */
    @Test
    void stormOfTooManyRequestsIsWaitedOutWithoutGoingBack() throws IOException {
        SinkApp app = start();
        search.way(Way.BUSY);
        int before = search.calls();
        send(0, 30, 1);
        await(() -> search.calls() >= before + 3);
        search.way(Way.OPEN);
        settle(app);
        assertEquals(revisions(0, 30, 1), articles());
    }

    /** Row 35, of both kinds and for some articles of a request only, with answers lost in between. */
    @Test
    void stormOfEverythingEndsWithEveryArticle() throws IOException {
        env.put("NEWSMILL_SINK_LONGEST_PAUSE", "300ms");
        SinkApp app = start();
        Map<String, Integer> sent = new TreeMap<>();
        Random random = new Random(35);
        for (int round = 0; round < (FULL ? 100 : 8); round++) {
            search.way(Way.values()[random.nextInt(Way.ANSWERS_LOST.ordinal() + 1)]);
            int calls = search.calls();
            sent.putAll(send(round * 40, round * 40 + 60, 1 + random.nextInt(3)));
            await(() -> search.calls() >= calls + 4);
        }
        search.way(Way.OPEN);
        settle(app);
        assertEquals(sent.keySet(), articles().keySet());
        articles().forEach((id, revision) -> assertTrue(revision >= sent.get(id), id));
        rejected(0);
    }

    /** Row 36. */
    @Test
    void answerThatIsLostDoublesNothing() throws IOException {
        SinkApp app = start();
        send(0, 5, 1);
        settle(app);
        search.way(Way.ANSWERS_LOST);
        send(0, 20, 2);
        await(() -> app.retries() >= 1);
        search.way(Way.OPEN);
        settle(app);
        assertEquals(revisions(0, 20, 2), articles());
    }

    /** Row 36, as a time-out. */
    @Test
    void answerThatComesTooLateDoublesNothing() throws IOException {
        env.put("NEWSMILL_SINK_SEARCH_TIMEOUT", "300ms");
        SinkApp app = start();
        send(0, 5, 1);
        settle(app);
        search.way(Way.ANSWERS_LATE);
        send(0, 20, 2);
        send(withdrawn(id(3), 2));
        await(() -> app.retries() >= 2);
        search.way(Way.OPEN);
        settle(app);
        Map<String, Integer> all = revisions(0, 20, 2);
        all.remove(id(3));
        assertEquals(all, articles());
        rejected(0);
    }

    @Test
    void slowServerIsWaitedForWithoutLosingThePlaceInTheGroup() throws IOException {
        env.put("NEWSMILL_KAFKA_MAX_POLL_INTERVAL_MS", "3000");
        SinkApp app = start();
        send(0, 5, 1);
        settle(app);
        List<String> before = members();
        search.way(Way.SLOW);
        Map<String, Integer> sent = send(0, 1_000, 2);
        settle(app);
        assertEquals(sent, articles());
        assertEquals(before, members());
        assertEquals(0, app.retries());
    }

    @Test
    void partitionsThatMoveWhileTheServerIsSlowTakeNothingWithThemThatIsNotDone() throws IOException {
        env.put("NEWSMILL_SINK_SEARCH_BULK_BYTES", "10000");
        search.way(Way.SLOW);
        Map<String, Integer> sent = send(0, 200, 1);
        int calls = search.calls();
        SinkApp first = start();
        await(() -> search.calls() > calls + 4);
        SinkApp second = start(secondSettings());
        sent.putAll(send(200, 300, 2));
        await(() -> members().size() == 2);
        settle(second);
        search.way(Way.OPEN);
        first.close();
        sent.putAll(send(0, 300, 3));
        settle(second);
        assertEquals(sent, articles());
        assertEquals(0, first.retries() + second.retries());
    }

    private List<String> members() {
        String group = SinkConfig.from(new Settings(env)).group();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.servers()))) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .map(MemberDescription::consumerId)
                    .toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Row 37. */
    @Test
    void articleThatTheMappingRefusesIsRejectedAlone() throws IOException {
        SinkApp app = start();
        send(0, 500, 1);
        ProducerRecord<byte[], byte[]> wrong = new ProducerRecord<>(
                topics.enriched(), key("wrong"), utf8("{\"id\":\"wrong\",\"fetchedAt\":\"yesterday\"}"));
        ProducerRecord<byte[], byte[]> longId = article("x".repeat(600), 1);
        send(wrong);
        send(longId);
        send(500, 999, 1);
        settle(app);
        assertEquals(revisions(0, 999, 1), articles());
        List<ConsumerRecord<byte[], byte[]>> rejected = rejected(2);
        assertTrue(reason(rejected, "wrong").contains("_parsing_exception"), reason(rejected, "wrong"));
        assertTrue(reason(rejected, "xxx").contains("512 bytes"));
    }

    @Test
    void articleRenewedByNewerTaggersReplacesTheOlderAndNotTheOtherWayRound() throws IOException {
        SinkApp app = start();
        for (String enricher : List.of("0.1.0", "0.10.2", "0.9.9")) {
            send(new ProducerRecord<>(
                    topics.enriched(),
                    key("a"),
                    utf8("{\"id\":\"a\",\"revision\":3,\"section\":\"" + enricher
                            + "\",\"enriched\":{\"by\":\"newsmill/" + enricher + "\"}}")));
        }
        settle(app);
        assertEquals(
                "0.10.2",
                search.ask("GET", "/" + prefix + "/_doc/a", "")
                        .at("/_source/section")
                        .asText());
    }

    @Test
    void withdrawalIsRememberedByTheNextInstance() throws IOException {
        SinkApp first = start();
        send(0, 3, 1);
        send(withdrawn(id(1), 1));
        settle(first);
        first.close();
        // A server forgets what it deleted; the register stays.
        search.ask("DELETE", "/" + prefix + "-v1", "");
        SinkApp second = start();
        send(0, 3, 1);
        settle(second);
        assertEquals(java.util.Set.of(id(0), id(2)), articles().keySet());
        send(1, 2, 2);
        settle(second);
        assertEquals(2, articles().get(id(1)), "published anew");
    }

    /** Who wrote the register may have died before the server deleted the article. */
    @Test
    void withdrawalThatIsRegisteredButNotDoneIsDone() throws IOException {
        SinkApp app = start();
        send(0, 3, 1);
        settle(app);
        long version = SearchVersion.ofWithdrawal(1);
        search.ask(
                "PUT",
                "/" + prefix + "-withdrawn/_doc/" + id(1) + "?refresh=true&version_type=external_gte&version="
                        + version,
                "{\"id\":\"" + id(1) + "\",\"version\":" + version + "}");
        app.close();
        SinkApp second = start();
        send(withdrawn(id(1), 1));
        settle(second);
        assertEquals(java.util.Set.of(id(0), id(2)), articles().keySet());
    }

    @Test
    void severalWithdrawalsTombstonesAndReturnsInOneBatchEndAsTheLastSays() throws IOException {
        send(article("a", 1));
        send(withdrawn("a", 2));
        send(new ProducerRecord<>(topics.enriched(), key("a"), null));
        send(article("a", 3));
        send(article("b", 4));
        send(new ProducerRecord<>(topics.enriched(), key("b"), null));
        send(article("b", 4));
        send(article("c", 1));
        send(new ProducerRecord<>(topics.enriched(), key("c"), null));
        send(new ProducerRecord<>(topics.enriched(), key("never-seen"), null));
        send(article("c", 2));
        producer.flush();
        SinkApp app = start();
        settle(app);
        assertEquals(Map.of("a", 3, "c", 2), articles());
    }

    @Test
    void withdrawalThatFindsNoIndexMakesNoneOfThatName() throws IOException {
        SinkApp app = start();
        send(0, 2, 1);
        settle(app);
        search.ask("DELETE", "/" + prefix + "-v1", "");
        send(withdrawn(id(0), 2));
        settle(app);
        send(2, 4, 1);
        settle(app);
        assertEquals(revisions(2, 4, 1), articles());
        assertTrue(search.ask("GET", "/_alias/" + prefix, "").has(prefix + "-v1"));
    }

    @Test
    void aliasThatLeadsNowhereClearIsNotTheArticlesFault() throws IOException {
        SinkApp app = start();
        send(0, 2, 1);
        settle(app);
        search.ask("PUT", "/" + prefix + "-v2", "{\"aliases\":{\"" + prefix + "\":{}}}");
        send(2, 4, 1);
        await(() -> app.retries() >= 1);
        search.ask("DELETE", "/" + prefix + "-v2", "");
        settle(app);
        assertEquals(revisions(0, 4, 1), articles());
        rejected(0);
    }

    @Test
    void fieldsAreMappedAsTheyAreUsed() throws IOException {
        SinkApp app = start();
        send(
                new ProducerRecord<>(
                        topics.enriched(),
                        key("q"),
                        utf8(
                                "{\"id\":\"q\",\"publishedAt\":\"2026-11-23T08:30:00+02:00\",\"body\":\"Ferries wait.\",\"unknown\":{\"x\":1},"
                                        + "\"countries\":[{\"code\":\"EE\",\"salience\":0.7},{\"code\":\"FI\",\"salience\":0.3}],"
                                        + "\"quotes\":[{\"text\":\"We wait\",\"speaker\":{\"name\":\"Liis Kask\"}},{\"text\":\"Go\",\"speaker\":{\"name\":\"Bo Ek\"}}]}")));
        settle(app);
        search.ask("POST", "/" + prefix + "/_refresh", "");
        assertEquals(1, count("{\"term\":{\"countries.code\":\"EE\"}}"));
        assertEquals(1, count("{\"range\":{\"publishedAt\":{\"gte\":\"2026-11-23\",\"lt\":\"2026-11-24\"}}}"));
        assertEquals(1, count(said("Liis Kask", "wait")));
        assertEquals(0, count(said("Bo Ek", "wait")));
        assertEquals(0, count("{\"exists\":{\"field\":\"unknown.x\"}}"));
        String mapping = search.ask("GET", "/" + prefix + "/_mapping", "").toString();
        assertFalse(mapping.contains("unknown"), mapping);
    }

    @Test
    void indexIsMadeAgainIfItIsDeletedMeanwhile() throws IOException {
        SinkApp app = start();
        send(0, 3, 1);
        settle(app);
        search.ask("DELETE", "/" + prefix + "-v1", "");
        send(3, 6, 1);
        settle(app);
        assertEquals(revisions(3, 6, 1), articles());
    }

    @Test
    void wrongSettingsAreNamedAndPasswordsAreNot() {
        wrong(
                "NEWSMILL_SINK_SEARCH_PASSWORD: should come with NEWSMILL_SINK_SEARCH_USER",
                Map.of("NEWSMILL_SINK_SEARCH_PASSWORD", "secret"));
        wrong(
                "NEWSMILL_SINK_SEARCH_API_KEY: should not come with NEWSMILL_SINK_SEARCH_USER",
                Map.of(
                        "NEWSMILL_SINK_SEARCH_USER", "u",
                        "NEWSMILL_SINK_SEARCH_PASSWORD", "secret",
                        "NEWSMILL_SINK_SEARCH_API_KEY", "secret"));
        wrong(
                "NEWSMILL_SINK_SEARCH_URL: should be without user and password, which NEWSMILL_SINK_SEARCH_USER and"
                        + " NEWSMILL_SINK_SEARCH_PASSWORD tell",
                Map.of("NEWSMILL_SINK_SEARCH_URL", "https://u:secret@search.example.org"));
    }

    private static void wrong(String message, Map<String, String> env) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> SearchSettings.from(new Settings(env)))
                        .getMessage());
    }

    @Test
    void addressThatIsNoneIsNamed() {
        env.put("NEWSMILL_SINK_SEARCH_URL", "localhost:9200");
        assertEquals(
                "NEWSMILL_SINK_SEARCH_URL=localhost:9200: should be an address such as http://localhost:9200",
                assertThrows(IllegalArgumentException.class, () -> SearchSettings.from(new Settings(env)))
                        .getMessage());
    }

    private int count(String query) throws IOException {
        return search.ask("POST", "/" + prefix + "/_count", "{\"query\":" + query + "}")
                .path("count")
                .asInt();
    }

    private static String said(String speaker, String word) {
        return "{\"nested\":{\"path\":\"quotes\",\"query\":{\"bool\":{\"must\":[{\"term\":{\"quotes.speaker.name.raw\":\""
                + speaker + "\"}},{\"match\":{\"quotes.text\":\"" + word + "\"}}]}}}}";
    }

    private static String reason(List<ConsumerRecord<byte[], byte[]>> rejected, String key) {
        return rejected.stream()
                .filter(record -> new String(record.key()).startsWith(key))
                .map(record -> newsmill.article.Rejection.read(record.headers()).reason())
                .findAny()
                .orElse("none");
    }
}
