package newsmill.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import newsmill.article.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StatusServerTest {
    private final IdleService service = new IdleService(null);
    private final StatusServer server =
            StatusServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), service);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void healthIsOkWhileTheServiceRunsAndOnlyThen() throws Exception {
        assertEquals(503, get("/healthz").statusCode());
        service.start();
        assertEquals(200, get("/healthz").statusCode());
        assertEquals("ok\n", get("/healthz").body());
        service.close();
        assertEquals(503, get("/healthz").statusCode());
    }

    @Test
    void metricsAreTheServicesAndTheJvms() throws Exception {
        HttpResponse<String> page = get("/metrics");
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        assertTrue(page.body().contains("\nidle_starts_total 1.0\n"), page.body());
        assertTrue(page.body().contains("jvm_memory_used_bytes{"), page.body());
    }

    @Test
    void withoutAPortThereIsNoServer() {
        assertNull(StatusServer.start(new Settings(Map.of()), service));
    }

    @Test
    void portThatIsTakenIsNamed() {
        Settings settings = new Settings(Map.of("NEWSMILL_STATUS_PORT", Integer.toString(server.port())));
        String message = assertThrows(
                        IllegalStateException.class, () -> StatusServer.start(settings, new IdleService(null)))
                .getMessage();
        assertTrue(message.startsWith("NEWSMILL_STATUS_PORT=" + server.port() + ": cannot listen"), message);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
