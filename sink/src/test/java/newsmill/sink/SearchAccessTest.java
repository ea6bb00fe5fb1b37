package newsmill.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import newsmill.article.Settings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, keys and passwords: a real search server behind a TLS server that lets in only who is meant to come. */
class SearchAccessTest {
    private static final String KEY = "a2V5LWlkOmtleS1zZWNyZXQ=";
    private static final String BASIC =
            Base64.getEncoder().encodeToString("news:päss:word".getBytes(StandardCharsets.UTF_8));

    @TempDir
    static Path folder;

    private static TestSearch search;
    private static Certificates loopback;
    private static Certificates elsewhere;
    private final String index = "t" + UUID.randomUUID().toString().substring(0, 8);
    private HttpsServer door;

    @BeforeAll
    static void begin() throws IOException {
        search = TestSearch.get(SearchServer.OPENSEARCH_2);
        loopback = new Certificates(folder.resolve("a"), "ip:127.0.0.1");
        elsewhere = new Certificates(folder.resolve("b"), "dns:search.example.org");
    }

    @AfterEach
    void shut() {
        door.stop(0);
    }

    @AfterAll
    static void end() {
        search.way(TestSearch.Way.OPEN);
    }

    @Test
    void serverOfAnOwnAuthorityIsTrustedAndLetsTheKeyIn() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
        assertEquals(
                1,
                delivered(
                        loopback,
                        Map.of(
                                "NEWSMILL_SINK_SEARCH_CA", loopback.authority().toString(),
                                "NEWSMILL_SINK_SEARCH_API_KEY_FILE", key.toString())));
    }

    @Test
    void userAndPasswordAreLetIn() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "päss:word\n");
        assertEquals(
                1,
                delivered(
                        loopback,
                        Map.of(
                                "NEWSMILL_SINK_SEARCH_CA", loopback.authority().toString(),
                                "NEWSMILL_SINK_SEARCH_USER", "news",
                                "NEWSMILL_SINK_SEARCH_PASSWORD_FILE", password.toString())));
    }

    @Test
    void wrongKeyEndsItAndNamesTheSettingsWithoutTheSecret() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> delivered(
                        loopback,
                        Map.of(
                                "NEWSMILL_SINK_SEARCH_CA",
                                loopback.authority().toString(),
                                "NEWSMILL_SINK_SEARCH_API_KEY",
                                "not-the-key")));
        assertTrue(refused.getMessage().contains("HTTP 401"), refused.getMessage());
        assertTrue(refused.getMessage().contains("NEWSMILL_SINK_SEARCH_API_KEY"), refused.getMessage());
        assertFalse(refused.getMessage().contains("not-the-key"), refused.getMessage());
    }

    @Test
    void certificateOfAnUnknownAuthorityIsRefused() {
        assertRefused(loopback, Map.of("NEWSMILL_SINK_SEARCH_API_KEY", KEY));
        door.stop(0);
        assertRefused(
                loopback,
                Map.of(
                        "NEWSMILL_SINK_SEARCH_CA",
                        elsewhere.authority().toString(),
                        "NEWSMILL_SINK_SEARCH_API_KEY",
                        KEY));
    }

    @Test
    void certificateForAnotherHostIsRefused() {
        assertRefused(
                elsewhere,
                Map.of(
                        "NEWSMILL_SINK_SEARCH_CA",
                        elsewhere.authority().toString(),
                        "NEWSMILL_SINK_SEARCH_API_KEY",
                        KEY));
    }

    @Test
    void fileThatHoldsNoCertificateIsNamed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "not a certificate");
        for (Path wrong : List.of(empty, folder.resolve("missing.pem"))) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> delivered(loopback, Map.of("NEWSMILL_SINK_SEARCH_CA", wrong.toString())))
                    .getMessage();
            assertEquals("NEWSMILL_SINK_SEARCH_CA=" + wrong + ": should be a PEM file of certificates", message);
            door.stop(0);
        }
    }

    private void assertRefused(Certificates server, Map<String, String> settings) {
        IOException refused = assertThrows(IOException.class, () -> delivered(server, settings));
        assertTrue(refused.getMessage().startsWith("https://127.0.0.1:"), refused.getMessage());
        assertTrue(refused.getMessage().contains(": TLS: "), refused.getMessage());
    }

    /** Delivers an article through the door; how many are then in the index. */
    private int delivered(Certificates server, Map<String, String> settings) throws IOException {
        door = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setHttpsConfigurator(new HttpsConfigurator(server.server()));
        door.createContext("/", SearchAccessTest::admit);
        door.start();
        Map<String, String> env = new HashMap<>(settings);
        env.put(
                "NEWSMILL_SINK_SEARCH_URL",
                "https://127.0.0.1:" + door.getAddress().getPort());
        env.put("NEWSMILL_SINK_SEARCH_INDEX", index);
        try (SearchSink sink = new SearchSink(SearchSettings.from(new Settings(env)))) {
            TopicPartition partition = new TopicPartition("enriched", 0);
            sink.open(new Claim(partition, "id", Optional.empty()));
            Delivery article = Delivery.of(new ConsumerRecord<>(
                    "enriched",
                    0,
                    0,
                    "a".getBytes(StandardCharsets.UTF_8),
                    "{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8)));
            sink.write(List.of(article), (delivery, reason) -> {
                throw new AssertionError(reason);
            });
            sink.prepare(Map.of(partition, 1L), (delivery, reason) -> {
                throw new AssertionError(reason);
            });
        }
        search.ask("POST", "/" + index + "/_refresh", "");
        return search.ask("GET", "/" + index + "/_count", "").path("count").asInt();
    }

    private static void admit(HttpExchange exchange) throws IOException {
        String said = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (said.equals("ApiKey " + KEY) || said.equals("Basic " + BASIC)) {
            search.pass(exchange);
            return;
        }
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(401, -1);
        }
    }
}
